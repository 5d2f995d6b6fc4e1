"""The schools of a place as a table: filtered and sorted by the address, exported as seen."""

from collections.abc import Mapping, Sequence
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
VO_TEKENS = ("examenkandidaten_vo", "zittenblijven_vo", "slagingspercentage_vo")
KOLOMMEN = ("leerlingen_po", "schoolweging", "lezen_1f", "slagingspercentage_vo")
VERLOOP = "lezen_1f"
GEVRAAGD = tuple(dict.fromkeys((*KOLOMMEN, *(one for one, _ in SOORTEN.values()), *VO_TEKENS)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom:
    """A column of figures: its short name, unit, and the period that all its numbers are of."""

    indicator: str
    naam: str
    eenheid: str
    periode: str


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """A line of the table; `getallen` by indicator, `soorten` as short words ('bo')."""

    plaats: Plaats
    url: str
    soorten: tuple[str, ...]
    getallen: Mapping[str, Getal]
    verloop: str = ""

    @property
    def soort(self) -> str:
        """Return what kind of school it is, in words people use at a table."""
        return ", ".join(self.soorten) or "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabel:
    """The columns that have any number, and every school of the place, by name."""

    kolommen: tuple[Kolom, ...]
    scholen: tuple[School, ...]
    verloop: Kolom | None = None
    cijfers: tuple[Cijfer, ...] = field(default=(), repr=False)

    @property
    def soorten(self) -> tuple[tuple[str, str], ...]:
        """Return which kinds of school there are, to choose from."""
        have = {soort for one in self.scholen for soort in one.soorten}
        return tuple((soort, naam) for soort, (_, naam) in SOORTEN.items() if soort in have)


NAMEN = {
    "leerlingen_po": "Leerlingen",
    "schoolweging": "Schoolweging",
    "lezen_1f": "Lezen 1F",
    "slagingspercentage_vo": "Geslaagd",
}
"""Short heads; who wants more follows the number."""


def read_schools(stand: Stand) -> Tabel:
    """Return the table of the schools that lie in a place: two reads, however many there are."""
    plaatsen = stand.store.places(PlaceKind.SCHOOL, stand.key)
    found = stand.store.of_places(GEVRAAGD, [one.key for one in plaatsen]) if plaatsen else ()
    by_school: dict[PlaceKey, dict[str, list[Cijfer]]] = {one.key: {} for one in plaatsen}
    for one in found:
        by_school[one.plaats].setdefault(one.indicator, []).append(one)
    kolommen = tuple(_kolom(stand, name, found) for name in KOLOMMEN if _known(name, found))
    verloop = _kolom(stand, VERLOOP, found) if _periods(VERLOOP, found) > 1 else None
    return Tabel(
        kolommen=kolommen,
        scholen=tuple(
            _school(stand, one, by_school[one.key], kolommen, verloop) for one in plaatsen
        ),
        verloop=verloop,
        cijfers=found,
    )


def _known(indicator: str, found: Sequence[Cijfer]) -> bool:
    return any(one.indicator == indicator for one in found)


def _periods(indicator: str, found: Sequence[Cijfer]) -> int:
    return len({one.periode for one in found if one.indicator == indicator})


def _kolom(stand: Stand, indicator: str, found: Sequence[Cijfer]) -> Kolom:
    card = stand.kaarten[indicator].card
    return Kolom(
        indicator=indicator,
        naam=NAMEN[indicator],
        eenheid=card.eenheid if card.eenheid != "leerlingen" else "",
        periode=max(one.periode for one in found if one.indicator == indicator),
    )


def _school(
    stand: Stand,
    plaats: Plaats,
    cijfers: Mapping[str, Sequence[Cijfer]],
    kolommen: Sequence[Kolom],
    verloop: Kolom | None,
) -> School:
    return School(
        plaats=plaats,
        url=profiel_adres(stand.slug, plaats.key),
        soorten=_soorten(cijfers),
        getallen={one.indicator: _cell(stand, plaats.key, one, cijfers) for one in kolommen},
        verloop=_trend(stand, cijfers) if verloop else "",
    )


def _soorten(cijfers: Mapping[str, Sequence[Cijfer]]) -> tuple[str, ...]:
    """Return the kinds of education that a school has pupils of."""
    vo = any(name in cijfers for name in VO_TEKENS)
    return tuple(
        soort
        for soort, (indicator, _) in SOORTEN.items()
        if (soort == "vo" and vo) or _has_pupils(cijfers.get(indicator, ()))
    )


def _has_pupils(cijfers: Sequence[Cijfer]) -> bool:
    latest = cijfers[-1] if cijfers else None
    return latest is not None and latest.bereik is not None and latest.bereik.hoog > 0


def _cell(
    stand: Stand, key: PlaceKey, kolom: Kolom, cijfers: Mapping[str, Sequence[Cijfer]]
) -> Getal:
    card = stand.kaarten[kolom.indicator].card
    for one in cijfers.get(kolom.indicator, ()):
        if one.periode == kolom.periode:
            return shown(one, card, verklaar_adres(stand.slug, one))
    return missing(card, key)


def _trend(stand: Stand, cijfers: Mapping[str, Sequence[Cijfer]]) -> str:
    card = stand.kaarten[VERLOOP].card
    points = [(periode_tekst(one.periode), one.bereik) for one in cijfers.get(VERLOOP, ())]
    if not any(bereik for _, bereik in points):
        return ""
    # Made by charts.svg, which escapes every word.
    return mark_safe(draw_sparkline(points, card.eenheid, card.decimalen))  # noqa: S308
