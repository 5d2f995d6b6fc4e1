"""Which schools of a table are shown, in which order, as the address asks; and as a file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django import forms
from django.http import HttpResponse, QueryDict

from openlea.core.plaatsspelling import fold
from openlea.web.charts.csv_tabel import csv_text
from openlea.web.charts.figuur import Cel, Kolom, number_column
from openlea.web.pages.cijfers.scholen import School, Tabel

NAAM, SOORT = "naam", "soort"
CSV = "scholen"


class SchoolKeuze(forms.Form):
    """Part of a name, and a kind of school."""

    school = forms.CharField(label="School", required=False, max_length=80)
    soort = forms.ChoiceField(label="Soort", required=False)
    sorteer = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(self, asked: QueryDict, tabel: Tabel) -> None:
        """Offer the kinds that there are."""
        super().__init__(asked, auto_id="toon_%s")
        self.fields["soort"].choices = [("", "Alle soorten"), *tabel.soorten]  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kop:
    """A head of the table: `url` sorts by it, `sortering` is what aria-sort says."""

    naam: str
    url: str
    eenheid: str = ""
    periode: str = ""
    getal: bool = False
    sortering: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijst:
    """What stands on the page: the schools chosen, the heads, the filter and its address."""

    tabel: Tabel
    scholen: tuple[School, ...]
    koppen: tuple[Kop, ...]
    keuze: SchoolKeuze
    actief: tuple[Mapping[str, str], ...]
    vraag: str

    @property
    def csv_url(self) -> str:
        """Return the address of the same as a file."""
        return f"?{self.vraag}{'&' if self.vraag else ''}csv={CSV}"

    @property
    def rijen(self) -> Iterator[tuple[School, list[object]]]:
        """Yield each school with its figures in the order of the columns."""
        for one in self.scholen:
            yield one, [one.getallen[kolom.indicator] for kolom in self.tabel.kolommen]


def chosen(tabel: Tabel, asked: QueryDict) -> Lijst:
    """Return the schools that the address asks for; what it asks in vain is left out."""
    keuze = SchoolKeuze(asked, tabel)
    keuze.is_valid()
    filled = keuze.cleaned_data
    naam, soort = filled.get("school", ""), filled.get("soort", "")
    shown = [one for one in tabel.scholen if _fits(one, naam, soort)]
    order = filled.get("sorteer", "")
    kept = {"school": naam, "soort": soort, "sorteer": order}
    return Lijst(
        tabel=tabel,
        scholen=tuple(_sorted(shown, order)),
        koppen=tuple(_heads(tabel, kept)),
        keuze=keuze,
        actief=tuple(_active(tabel, kept)),
        vraag=_query(kept),
    )


def as_file(lijst: Lijst, naam: str) -> HttpResponse:
    """Return what the list shows as CSV: lowest and highest apart, and the word of a mark."""
    kolommen = [Kolom("School"), Kolom("Code"), Kolom("Soort")]
    for one in lijst.tabel.kolommen:
        head = f"{one.naam} {one.periode}"
        kolommen += [
            number_column(f"{head}, laagste", one.eenheid),
            number_column(f"{head}, hoogste", one.eenheid),
            Kolom(f"{head}, opmerking"),
        ]
    rows = [_file_row(one, lijst.tabel) for one in lijst.scholen]
    answer = HttpResponse(csv_text(kolommen, rows), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="scholen-{naam}.csv"'
    return answer


def _file_row(one: School, tabel: Tabel) -> list[Cel]:
    row: list[Cel] = [one.plaats.naam, one.plaats.key.code, one.soort]
    for kolom in tabel.kolommen:
        getal = one.getallen[kolom.indicator]
        ends = (getal.bereik.laag, getal.bereik.hoog) if getal.bereik else (None, None)
        row += [*(end if end is None else round(end, 4) for end in ends)]
        row.append(f"{getal.merk.woord}: {getal.merk.reden}" if getal.merk else "")
    return row


def _fits(one: School, naam: str, soort: str) -> bool:
    found = (
        not naam or fold(naam) in fold(one.plaats.naam) or fold(naam) in fold(one.plaats.key.code)
    )
    return found and (not soort or soort in one.soorten)


def _sorted(scholen: Sequence[School], order: str) -> list[School]:
    """Return the schools in order; who has no number of it stands last, whichever way it goes."""
    by, down = order.removeprefix("-"), order.startswith("-")
    named = sorted(scholen, key=lambda one: one.plaats.naam, reverse=down and by == NAAM)
    if by == SOORT:
        return sorted(named, key=lambda one: one.soorten, reverse=down)
    known = [one for one in named if by in one.getallen and one.getallen[by].bereik]
    if not known:
        return named
    rest = [one for one in named if one not in known]
    return [*sorted(known, key=lambda one: _middle(one, by), reverse=down), *rest]


def _middle(one: School, by: str) -> float:
    bereik = one.getallen[by].bereik
    return (bereik.laag + bereik.hoog) / 2 if bereik else 0.0


def _heads(tabel: Tabel, kept: Mapping[str, str]) -> Iterator[Kop]:
    yield _head(NAAM, "School", kept)
    yield _head(SOORT, "Soort", kept)
    for one in tabel.kolommen:
        yield _head(one.indicator, one.naam, kept, eenheid=one.eenheid, periode=one.periode)


def _head(by: str, naam: str, kept: Mapping[str, str], eenheid: str = "", periode: str = "") -> Kop:
    now = kept["sorteer"] or NAAM
    is_number = by not in (NAAM, SOORT)
    # A number is asked for its largest first, a name for its first letter.
    first, second = (f"-{by}", by) if is_number else (by, f"-{by}")
    following = second if now == first else first
    sorted_by = {by: "ascending", f"-{by}": "descending"}.get(now, "")
    return Kop(
        naam=naam,
        url="?" + _query({**kept, "sorteer": following}),
        eenheid=eenheid,
        periode=periode,
        getal=is_number,
        sortering=sorted_by,
    )


def _active(tabel: Tabel, kept: Mapping[str, str]) -> Iterator[Mapping[str, str]]:
    soorten = dict(tabel.soorten)
    for veld, naam in (
        ("school", f"Naam: {kept['school']}"),
        ("soort", soorten.get(kept["soort"])),
    ):
        if kept[veld]:
            yield {"naam": naam or kept[veld], "weg_url": "?" + _query({**kept, veld: ""})}


def _query(kept: Mapping[str, str]) -> str:
    return urlencode({name: value for name, value in kept.items() if value})
