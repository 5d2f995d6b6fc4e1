"""The schools of a place and their figures: two reads, however many schools there are."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.safestring import mark_safe

from openlea.core.cijfer import Cijfer
from openlea.core.place import PlaceKey, PlaceKind
from openlea.policy.cijfertekst import periode_tekst
from openlea.storage.figures.plaats import Plaats
from openlea.web.charts.sparkline_svg import draw_sparkline
from openlea.web.getal import Getal, missing, shown
from openlea.web.pages.cijfers.adres import profiel_adres, verklaar_adres
from openlea.web.pages.cijfers.stand import Stand

SOORTEN: Mapping[str, tuple[str, str]] = {
    "bo": ("leerlingen_bo", "Basisonderwijs"),
    "sbo": ("leerlingen_sbo", "Speciaal basisonderwijs"),
    "so": ("leerlingen_so", "Speciaal onderwijs"),
    "vso": ("leerlingen_vso", "Voortgezet speciaal onderwijs"),
    "vo": ("examenkandidaten_vo", "Voortgezet onderwijs"),
}
"""By kind of school: the indicator that only such a school has a number of, and its name."""
ONLY_VO = ("examenkandidaten_vo", "zittenblijven_vo", "slagingspercentage_vo")


@dataclass(frozen=True, slots=True, kw_only=True)
class Blad:
    """A table of schools of some kinds: its figures in order, and whose course is drawn."""

    id: str
    naam: str
    soorten: tuple[str, ...]
    kolommen: Mapping[str, str]
    verloop: str


BLADEN = (
    Blad(
        id="po",
        naam="Basisonderwijs en speciaal onderwijs",
        soorten=("bo", "sbo", "so", "vso"),
        kolommen={
            "leerlingen_po": "Leerlingen",
            "schoolweging": "Schoolweging",
            "lezen_1f": "Lezen 1F",
            "rekenen_1f": "Rekenen 1F",
        },
        verloop="rekenen_1f",
    ),
    Blad(
        id="vo",
        naam="Voortgezet onderwijs",
        soorten=("vo",),
        kolommen={
            "examenkandidaten_vo": "Examenkandidaten",
            "slagingspercentage_vo": "Geslaagd",
            "zittenblijven_vo": "Blijven zitten",
        },
        verloop="slagingspercentage_vo",
    ),
)
"""Two tables, since almost no figure is of both. A school of an unknown kind stands in the last."""
GEVRAAGD = tuple(
    dict.fromkeys(
        [
            *(name for blad in BLADEN for name in blad.kolommen),
            *(one for one, _ in SOORTEN.values()),
            *ONLY_VO,
        ]
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom:
    """A column of figures: its short name, unit, and the period that all its numbers are of."""

    indicator: str
    naam: str
    eenheid: str
    periode: str


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """A line of a table; `getallen` by indicator, `soorten` as short words ('bo')."""

    plaats: Plaats
    url: str
    soorten: tuple[str, ...]
    getallen: Mapping[str, Getal]
    verloop: str = ""

    @property
    def soort(self) -> str:
        """Return what kind of school it is, as people in the field write it."""
        return ", ".join(self.soorten)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabel:
    """Schools of some kinds by name, with the columns that have any number."""

    blad: Blad
    kolommen: tuple[Kolom, ...]
    scholen: tuple[School, ...]
    verloop: Kolom | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scholen:
    """All schools of a place: where they are, their figures, and the tables of them."""

    plaatsen: tuple[Plaats, ...] = ()
    cijfers: tuple[Cijfer, ...] = field(default=(), repr=False)
    tabellen: tuple[Tabel, ...] = ()

    @property
    def soorten(self) -> tuple[tuple[str, str], ...]:
        """Return which kinds of school there are, to choose from."""
        have = {soort for tabel in self.tabellen for one in tabel.scholen for soort in one.soorten}
        return tuple((soort, naam) for soort, (_, naam) in SOORTEN.items() if soort in have)


Cijferrij = Mapping[str, Sequence[Cijfer]]
"""The figures of one school by indicator, oldest period first."""


def read_dots(stand: Stand, indicators: Sequence[str]) -> Scholen:
    """Return the schools that lie in a place with a few figures for a map, and no tables."""
    plaatsen = stand.store.places(PlaceKind.SCHOOL, stand.key)
    keys = [one.key for one in plaatsen]
    return Scholen(plaatsen=plaatsen, cijfers=stand.store.of_places(indicators, keys))


def read_schools(stand: Stand) -> Scholen:
    """Return the schools that lie in a place, in tables."""
    plaatsen = stand.store.places(PlaceKind.SCHOOL, stand.key)
    if not plaatsen:
        return Scholen()
    found = stand.store.of_places(GEVRAAGD, [one.key for one in plaatsen])
    by_school: dict[PlaceKey, dict[str, list[Cijfer]]] = {one.key: {} for one in plaatsen}
    for one in found:
        by_school[one.plaats].setdefault(one.indicator, []).append(one)
    tabellen = _tables(stand, plaatsen, by_school)
    return Scholen(plaatsen=plaatsen, cijfers=found, tabellen=tuple(tabellen))


def _tables(
    stand: Stand, plaatsen: Sequence[Plaats], by_school: Mapping[PlaceKey, Cijferrij]
) -> Iterator[Tabel]:
    soorten = {one.key: _soorten(by_school[one.key]) for one in plaatsen}
    last = BLADEN[-1]
    for blad in BLADEN:
        some = [
            one
            for one in plaatsen
            if set(soorten[one.key]) & set(blad.soorten) or (blad is last and not soorten[one.key])
        ]
        if some:
            yield _table(stand, blad, some, by_school, soorten)


def _table(
    stand: Stand,
    blad: Blad,
    plaatsen: Sequence[Plaats],
    by_school: Mapping[PlaceKey, Cijferrij],
    soorten: Mapping[PlaceKey, tuple[str, ...]],
) -> Tabel:
    rows = [by_school[one.key] for one in plaatsen]
    found = (_column(stand, name, naam, rows) for name, naam in blad.kolommen.items())
    kolommen = tuple(one for one in found if one)
    more = len(_periods(blad.verloop, rows)) > 1
    verloop = next((one for one in kolommen if one.indicator == blad.verloop and more), None)
    return Tabel(
        blad=blad,
        kolommen=kolommen,
        verloop=verloop,
        scholen=tuple(
            School(
                plaats=one,
                url=profiel_adres(stand.slug, one.key),
                soorten=soorten[one.key],
                getallen={k.indicator: _cell(stand, one.key, k, row) for k in kolommen},
                verloop=_course(stand, row, verloop) if verloop else "",
            )
            for one, row in zip(plaatsen, rows, strict=True)
        ),
    )


def _periods(indicator: str, rows: Iterable[Cijferrij]) -> set[str]:
    return {one.periode for row in rows for one in row.get(indicator, ())}


def _column(stand: Stand, indicator: str, naam: str, rows: Sequence[Cijferrij]) -> Kolom | None:
    """Return the column of the newest period that any of these schools has; None without one."""
    periods = _periods(indicator, rows)
    if not periods or indicator not in stand.kaarten:
        return None
    eenheid = stand.kaarten[indicator].card.eenheid
    return Kolom(
        indicator=indicator,
        naam=naam,
        eenheid="" if eenheid == "leerlingen" else eenheid,
        periode=max(periods),
    )


def _soorten(row: Cijferrij) -> tuple[str, ...]:
    """Return the kinds of education that a school has pupils of."""
    vo = any(name in row for name in ONLY_VO)
    return tuple(
        soort
        for soort, (indicator, _) in SOORTEN.items()
        if (soort == "vo" and vo) or _has_pupils(row.get(indicator, ()))
    )


def _has_pupils(cijfers: Sequence[Cijfer]) -> bool:
    latest = cijfers[-1] if cijfers else None
    return latest is not None and latest.bereik is not None and latest.bereik.hoog > 0


def _cell(stand: Stand, key: PlaceKey, kolom: Kolom, row: Cijferrij) -> Getal:
    card = stand.kaarten[kolom.indicator].card
    for one in row.get(kolom.indicator, ()):
        if one.periode == kolom.periode:
            return shown(one, card, verklaar_adres(stand.slug, one))
    return missing(card, key)


def _course(stand: Stand, row: Cijferrij, kolom: Kolom) -> str:
    card = stand.kaarten[kolom.indicator].card
    points = [(periode_tekst(one.periode), one.bereik) for one in row.get(kolom.indicator, ())]
    if not any(bereik for _, bereik in points):
        return ""
    # Made by charts.svg, which escapes every word.
    return mark_safe(draw_sparkline(points, card.eenheid, card.decimalen))  # noqa: S308
