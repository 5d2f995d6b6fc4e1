"""The figures of an indicator for every place of one kind, by name: to look up, not to rank."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import HttpResponse, QueryDict
from django.urls import reverse

from openlea.catalogue.shelf import IndicatorFile
from openlea.core.cijfer import Cijfer
from openlea.core.plaatsspelling import fold
from openlea.core.place import PlaceKey, PlaceKind
from openlea.policy.cijfertekst import periode_tekst
from openlea.storage.figures.store import FigureStore
from openlea.web.charts.csv_tabel import csv_text
from openlea.web.charts.figuur import Cel, Kolom, number_column
from openlea.web.getal import Getal, missing, shown
from openlea.web.pages.cijfers.adres import is_periode, periode_in_adres, verklaar_adres
from openlea.web.pages.verklaar.zicht import NEDERLAND, called

MEESTE = 400
"""More places than all gemeenten together are looked up by name, not listed."""
MEERVOUD: Mapping[PlaceKind, str] = {
    PlaceKind.GEMEENTE: "gemeenten",
    PlaceKind.SCHOOL: "scholen",
    PlaceKind.PC4: "postcodes",
    PlaceKind.BESTUUR: "schoolbesturen",
    PlaceKind.SWV: "samenwerkingsverbanden",
    PlaceKind.RMC: "RMC-regio's",
    PlaceKind.PROVINCIE: "provincies",
    PlaceKind.LAND: "land",
}
KOPPEN: Mapping[PlaceKind, str] = {
    PlaceKind.SCHOOL: "School",
    PlaceKind.PC4: "Postcode",
    PlaceKind.BESTUUR: "Bestuur",
    PlaceKind.GEMEENTE: "Gemeente",
    PlaceKind.SWV: "SWV",
    PlaceKind.RMC: "RMC",
    PlaceKind.PROVINCIE: "Provincie",
    PlaceKind.LAND: "Land",
}
ORDE = (
    PlaceKind.GEMEENTE,
    PlaceKind.SCHOOL,
    PlaceKind.BESTUUR,
    PlaceKind.PC4,
    PlaceKind.SWV,
    PlaceKind.RMC,
    PlaceKind.PROVINCIE,
    PlaceKind.LAND,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """A place with its figure; `eigen` when it's the place of the werkruimte."""

    key: PlaceKey
    naam: str
    getal: Getal
    eigen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabel:
    """The rows that were asked, of how many, with what one can choose."""

    niveau: PlaceKind
    periode: str
    rijen: tuple[Rij, ...]
    alle: int
    bekend: int
    vraag: str
    niveaus: tuple[Mapping[str, object], ...]
    periodes: tuple[tuple[str, str, bool], ...]
    cijfers: Mapping[PlaceKey, Cijfer]

    @property
    def wat(self) -> str:
        """Return what its rows are called."""
        return MEERVOUD[self.niveau]

    @property
    def is_ingekort(self) -> bool:
        """Say whether there are more than are shown, because nothing was looked up."""
        return not self.vraag and len(self.rijen) < self.alle

    @property
    def csv_url(self) -> str:
        """Return the address of all rows as a file."""
        chosen = {"niveau": self.niveau, "periode": periode_in_adres(self.periode)}
        return f"?{urlencode(chosen)}&csv=plaatsen"


def read_table(
    slug: str, store: FigureStore, entry: IndicatorFile, eigen: PlaceKey | None, asked: QueryDict
) -> Tabel:
    """Return the table that the address asks for; what it asks in vain is left out."""
    levels = [kind for kind in ORDE if kind in entry.card.niveaus]
    niveau = next((kind for kind in levels if kind == asked.get("niveau")), levels[0])
    figures = store.of_indicator(entry.id, niveau)
    periods = sorted({one.periode for one in figures}, reverse=True)
    wanted = asked.get("periode", "")
    periode = next((one for one in periods if is_periode(wanted, one)), next(iter(periods), ""))
    found = {one.plaats: one for one in figures if one.periode == periode}
    vraag = asked.get("q", "").strip()[:80]
    every = list(_rows(slug, store, entry, niveau, found, eigen))
    return Tabel(
        niveau=niveau,
        periode=periode,
        rijen=tuple(_asked(every, vraag, store, eigen)),
        alle=len(every),
        bekend=sum(one.bereik is not None for one in found.values()),
        vraag=vraag,
        niveaus=tuple(_levels(slug, entry, levels, niveau)),
        periodes=tuple(
            (periode_in_adres(one), periode_tekst(one), one == periode) for one in periods
        ),
        cijfers=found,
    )


def _rows(
    slug: str,
    store: FigureStore,
    entry: IndicatorFile,
    niveau: PlaceKind,
    found: Mapping[PlaceKey, Cijfer],
    eigen: PlaceKey | None,
) -> Iterator[Rij]:
    """Yield every place of a kind by name; schools and postcodes only when they have a figure."""
    places = {one.key: one.naam for one in store.places(niveau)}
    if niveau not in (PlaceKind.GEMEENTE, PlaceKind.PROVINCIE):
        places = {key: places.get(key, key.code) for key in found}
    named = {key: _name(key, naam) for key, naam in places.items()}
    for key, naam in sorted(named.items(), key=lambda pair: (fold(pair[1]), pair[0].code)):
        cijfer = found.get(key)
        getal = number_of(slug, entry, key, cijfer)
        yield Rij(key=key, naam=naam, getal=getal, eigen=key == eigen)


def number_of(slug: str, entry: IndicatorFile, key: PlaceKey, cijfer: Cijfer | None) -> Getal:
    """Return a figure as it's shown, with the page that explains it, or says why there is none."""
    if cijfer is None:
        return replace(missing(entry.card, key), url=why_url(slug, entry, key))
    return shown(cijfer, entry.card, verklaar_adres(slug, cijfer))


def why_url(slug: str, entry: IndicatorFile, key: PlaceKey) -> str:
    """Return the page that says why a place has no figure."""
    return reverse("verklaar", args=[slug, entry.id, str(key.kind), key.code, "nieuwste"])


def _name(key: PlaceKey, naam: str) -> str:
    if key == NEDERLAND:
        return "Nederland"
    return called(key) if naam == key.code else naam


def _asked(
    every: Sequence[Rij], vraag: str, store: FigureStore, eigen: PlaceKey | None
) -> Sequence[Rij]:
    if vraag:
        key = fold(vraag)
        return [one for one in every if key in fold(one.naam) or key == fold(one.key.code)][:MEESTE]
    if len(every) <= MEESTE:
        return every
    near = set(store.children(eigen, every[0].key.kind)) if eigen else set()
    return [one for one in every if one.key in near][:MEESTE]


def _levels(
    slug: str, entry: IndicatorFile, levels: Sequence[PlaceKind], niveau: PlaceKind
) -> Iterator[Mapping[str, object]]:
    page = reverse("indicator_kaart", args=[slug, entry.id])
    for kind in levels:
        naam = MEERVOUD[kind]
        yield {
            "naam": naam[:1].upper() + naam[1:],
            "url": f"{page}?niveau={kind}#plaatsen",
            "actief": kind is niveau,
        }


def as_file(tabel: Tabel, entry: IndicatorFile) -> HttpResponse:
    """Return every place that has a figure as CSV: lowest and highest apart, and the mark."""
    card = entry.card
    kolommen = [
        Kolom("Naam"),
        Kolom("Code"),
        Kolom("Periode"),
        number_column("Laagste", card.eenheid),
        number_column("Hoogste", card.eenheid),
        Kolom("Opmerking"),
    ]
    rows = [_file_row(one, tabel.periode) for one in tabel.rijen]
    answer = HttpResponse(csv_text(kolommen, rows), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{entry.id}-{tabel.niveau}.csv"'
    return answer


def _file_row(one: Rij, periode: str) -> list[Cel]:
    bereik = one.getal.bereik
    ends = (round(bereik.laag, 4), round(bereik.hoog, 4)) if bereik else (None, None)
    merk = f"{one.getal.merk.woord}: {one.getal.merk.reden}" if one.getal.merk else ""
    return [one.naam, one.key.code, periode, *ends, merk]
