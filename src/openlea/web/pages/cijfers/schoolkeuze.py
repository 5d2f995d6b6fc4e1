"""Which schools are shown, in which order, as the address asks; and the same as a file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django import forms
from django.http import HttpResponse, QueryDict

from openlea.core.plaatsspelling import fold
from openlea.web.charts.csv_tabel import csv_text
from openlea.web.charts.figuur import Cel, Kolom, number_column
from openlea.web.getal import Getal
from openlea.web.pages.cijfers.scholen import Scholen, School, Tabel

NAAM, SOORT = "naam", "soort"
CSV = "scholen-"


class SchoolKeuze(forms.Form):
    """Part of a name, and a kind of school."""

    school = forms.CharField(label="Naam of code", required=False, max_length=80)
    soort = forms.ChoiceField(label="Soort", required=False)
    sorteer = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(self, asked: QueryDict, scholen: Scholen) -> None:
        """Offer the kinds that there are."""
        super().__init__(asked, auto_id="toon_%s")
        self.fields["soort"].choices = [("", "Alle soorten"), *scholen.soorten]  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kop:
    """A head of a table: `url` sorts by it, `sortering` is what aria-sort says."""

    naam: str
    url: str
    eenheid: str = ""
    periode: str = ""
    getal: bool = False
    sortering: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijst:
    """A table as it's shown: the schools chosen, the heads, the address of the same as a file."""

    tabel: Tabel
    scholen: tuple[School, ...]
    koppen: tuple[Kop, ...]
    csv_url: str

    @property
    def csv(self) -> str:
        """Return the name by which the address asks for the file."""
        return CSV + self.tabel.blad.id

    @property
    def rijen(self) -> Iterator[tuple[School, list[tuple[str, Getal]]]]:
        """Yield each school with its figures in the order of the columns, each with its head."""
        for one in self.scholen:
            yield one, [(k.naam, one.getallen[k.indicator]) for k in self.tabel.kolommen]


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuze:
    """The tables that are left, the filter and what was chosen; `aantal` schools of `totaal`."""

    lijsten: tuple[Lijst, ...]
    formulier: SchoolKeuze
    actief: tuple[Mapping[str, str], ...]
    totaal: int

    @property
    def aantal(self) -> int:
        """Return how many schools are shown; one that stands in both tables counts once."""
        return len({one.plaats.key for lijst in self.lijsten for one in lijst.scholen})


def chosen(scholen: Scholen, asked: QueryDict) -> Keuze:
    """Return the schools that the address asks for; what it asks in vain is left out."""
    formulier = SchoolKeuze(asked, scholen)
    formulier.is_valid()
    filled = formulier.cleaned_data
    kept = {name: filled.get(name, "") for name in ("school", "soort", "sorteer")}
    found = (_list(tabel, kept) for tabel in scholen.tabellen)
    return Keuze(
        lijsten=tuple(one for one in found if one.scholen),
        formulier=formulier,
        actief=tuple(_active(dict(scholen.soorten), kept)),
        totaal=len(scholen.plaatsen),
    )


def as_file(keuze: Keuze, asked: str, naam: str) -> HttpResponse | None:
    """Return the table that '?csv=scholen-po' asks for: lowest and highest apart, and the mark."""
    lijst = next((one for one in keuze.lijsten if one.csv == asked), None)
    if lijst is None:
        return None
    kolommen = [Kolom("School"), Kolom("Code"), Kolom("Soort")]
    for one in lijst.tabel.kolommen:
        head = f"{one.naam} {one.periode}"
        kolommen += [
            number_column(f"{head}, laagste", one.eenheid),
            number_column(f"{head}, hoogste", one.eenheid),
            Kolom(f"{head}, opmerking"),
        ]
    rows = [_file_row(school, [getal for _, getal in cells]) for school, cells in lijst.rijen]
    answer = HttpResponse(csv_text(kolommen, rows), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{asked}-{naam}.csv"'
    return answer


def _file_row(one: School, getallen: Sequence[Getal]) -> list[Cel]:
    row: list[Cel] = [one.plaats.naam, one.plaats.key.code, one.soort]
    for getal in getallen:
        bereik = getal.bereik
        row += [round(bereik.laag, 4), round(bereik.hoog, 4)] if bereik else [None, None]
        row.append(f"{getal.merk.woord}: {getal.merk.reden}" if getal.merk else "")
    return row


def _list(tabel: Tabel, kept: Mapping[str, str]) -> Lijst:
    shown = [one for one in tabel.scholen if _fits(one, kept["school"], kept["soort"])]
    vraag = _query({**kept, "csv": CSV + tabel.blad.id})
    return Lijst(
        tabel=tabel,
        scholen=tuple(_sorted(shown, kept["sorteer"])),
        koppen=tuple(_heads(tabel, kept)),
        csv_url=f"?{vraag}",
    )


def _fits(one: School, naam: str, soort: str) -> bool:
    sought = fold(naam)
    named = sought in fold(one.plaats.naam) or sought in fold(one.plaats.key.code)
    return named and (not soort or soort in one.soorten)


def _sorted(scholen: Sequence[School], order: str) -> list[School]:
    """Return the schools in order; who has no number of it stands last, whichever way it goes."""
    by, down = order.removeprefix("-"), order.startswith("-")
    named = sorted(scholen, key=lambda one: one.plaats.naam, reverse=down and by == NAAM)
    if by == SOORT:
        return sorted(named, key=lambda one: one.soorten, reverse=down)
    known = [one for one in named if by in one.getallen and one.getallen[by].bereik]
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
    return Kop(
        naam=naam,
        url="?" + _query({**kept, "sorteer": following}),
        eenheid=eenheid,
        periode=periode,
        getal=is_number,
        sortering={by: "ascending", f"-{by}": "descending"}.get(now, ""),
    )


def _active(soorten: Mapping[str, str], kept: Mapping[str, str]) -> Iterator[Mapping[str, str]]:
    named = {"school": f"Naam: {kept['school']}", "soort": soorten.get(kept["soort"], "")}
    for veld, naam in named.items():
        if kept[veld]:
            yield {"naam": naam, "weg_url": "?" + _query({**kept, veld: ""})}


def _query(kept: Mapping[str, str]) -> str:
    return urlencode({name: value for name, value in kept.items() if value})
