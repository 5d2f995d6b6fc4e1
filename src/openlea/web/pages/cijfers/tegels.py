"""The facts and the fields of a profile: a number, and where it lies beside those of others."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import mark_safe

from openlea.core.indicator import Indicator
from openlea.core.onthulling import Status
from openlea.core.place import PlaceKind
from openlea.policy.band import Band
from openlea.policy.beleidsveld import Beleidsveld, beleidsveld, in_order, on_tile
from openlea.policy.cijfertekst import bereik_tekst
from openlea.web.charts.band import Strook
from openlea.web.charts.strook_svg import draw_strook
from openlea.web.getal import Getal
from openlea.web.pages.cijfers.adres import indicator_adres
from openlea.web.pages.cijfers.opvallend import SIZES
from openlea.web.pages.cijfers.stand import Stand

OP_DE_KAART = 5
_SCHOOLS = ("leerlingen_po", "scholen_bo", "schoolweging", "schoolgrootte_bo", "lezen_2f")
FEITEN: Mapping[PlaceKind, tuple[str, ...]] = {
    PlaceKind.GEMEENTE: ("inwoners", "jeugd_onder_15", "leerlingen_po", "scholen_bo",
                         "schoolweging", "schoolgrootte_bo", "denominatie_openbaar"),
    PlaceKind.SCHOOL: ("leerlingen_po", "schoolweging", "spreiding_schoolweging",
                       "leerlingen_van_elders", "examenkandidaten_vo", "slagingspercentage_vo",
                       "lezen_1f"),
}  # fmt: skip
"""The facts that a profile begins with: the first five that have a number."""


OF_MORE_SCHOOLS = frozenset(
    {"scholen_bo", "schoolgrootte_bo", "kleine_scholen_bo", "scholen_onder_signaal"}
)
"""What says something of several schools, and nothing of one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """A figure of a field: its number, its strip beside others, and where the card stands."""

    indicator: str
    getal: Getal
    vraag: str
    kaart_url: str
    strook: str = ""
    anderen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tegel:
    """A field of policy with two figures; `meer` is how many there are in all."""

    veld: Beleidsveld
    regels: tuple[Regel, ...]
    meer: int
    url: str


def facts(stand: Stand) -> tuple[Getal, ...]:
    """Return at most five facts that have a number."""
    asked = FEITEN.get(stand.key.kind, _SCHOOLS)
    have = [name for name in asked if name in stand.kaarten and stand.has_figure(name)]
    return tuple(stand.getal(name) for name in have[:OP_DE_KAART])


def tiles(stand: Stand) -> tuple[Tegel, ...]:
    """Return a tile per field of policy that has any number of this place."""
    found = [_tile(stand, veld) for veld in in_order(f.veld for f in stand.kaarten.values())]
    return tuple(one for one in found if any(r.getal.eenheid not in SIZES for r in one.regels))


def _tile(stand: Stand, veld: str) -> Tegel:
    have = [
        name for name, file in stand.kaarten.items() if file.veld == veld and stand.has_figure(name)
    ]
    worth = [name for name in have if stand.key.kind is not PlaceKind.SCHOOL or _tells(stand, name)]
    plaats = stand.key
    return Tegel(
        veld=beleidsveld(veld),
        regels=tuple(line(stand, name) for name in on_tile(veld, worth)),
        meer=len(have),
        url=reverse("cijfers_veld", args=[stand.slug, str(plaats.kind), plaats.code, veld]),
    )


def field_lines(stand: Stand, veld: str) -> Iterator[Regel]:
    """Yield every figure of a field, also what this place has no number of; the first two first."""
    names = [name for name, file in stand.kaarten.items() if file.veld == veld]
    first = on_tile(veld, [name for name in names if stand.has_figure(name)])
    rest = sorted(set(names).difference(first), key=lambda name: _order(stand, name))
    for name in (*first, *rest):
        yield line(stand, name)


def line(stand: Stand, indicator: str) -> Regel:
    """Return a figure as a line: the number, and the strip when there are others to compare."""
    card, latest = stand.kaarten[indicator].card, stand.latest(indicator)
    band = stand.band(indicator, latest.periode) if latest else None
    getal = stand.getal(indicator)
    compares = stand.vergelijking.is_groep and card.eenheid not in SIZES
    found = Strook(
        naam=card.titel,
        eigen=getal.bereik,
        band=band.midden if band else None,
        uitersten=band.uitersten if band else None,
        midden=band.middelste if band else None,
        woord=getal.merk.woord if getal.merk else "",
    )
    drawn = ""
    if compares and band and getal.bereik:
        drawn = draw_strook(
            found, wie=stand.plaats.naam, eenheid=card.eenheid, decimals=card.decimalen
        )
    return Regel(
        indicator=indicator,
        getal=getal,
        vraag=card.vraag,
        kaart_url=indicator_adres(stand.slug, indicator),
        # Made by charts.svg, which escapes every word.
        strook=mark_safe(drawn),  # noqa: S308
        anderen=_others(card, band) if card.eenheid not in SIZES else "",
    )


def _tells(stand: Stand, name: str) -> bool:
    """Say whether a figure says something of one school: what it has none of is no news."""
    latest = stand.latest(name)
    return name not in OF_MORE_SCHOOLS and not (latest and latest.status is Status.NUL)


def _others(card: Indicator, band: Band | None) -> str:
    return bereik_tekst(band.midden, card.decimalen, card.eenheid) if band else ""


def _order(stand: Stand, name: str) -> tuple[bool, str]:
    return not stand.has_figure(name), stand.kaarten[name].card.titel
