"""What stands on a profile, put together of parts: each kind of place has those that apply."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.urls import reverse

from openlea.core.place import PlaceKey, PlaceKind
from openlea.web.charts.figuur import Grafiek
from openlea.web.pages.cijfers.adres import profiel_adres
from openlea.web.pages.cijfers.gebieden import around
from openlea.web.pages.cijfers.kaart import GEWOON, GROOTTE, school_map
from openlea.web.pages.cijfers.opvallend import what_stands_out
from openlea.web.pages.cijfers.scholen import Scholen, read_dots, read_schools
from openlea.web.pages.cijfers.schoolkeuze import Keuze, chosen
from openlea.web.pages.cijfers.stand import Stand
from openlea.web.pages.cijfers.tegels import facts, tiles

WITH_TABLE = (PlaceKind.GEMEENTE, PlaceKind.BESTUUR, PlaceKind.SWV)
WITH_MAP = (*WITH_TABLE, PlaceKind.RMC, PlaceKind.SCHOOL)
"""An RMC-regio has up to a thousand schools: they stand on its map, and on its gemeenten."""
POSTCODE, SCHOOLS = "leerlingen_van_elders", "leerlingen_bo"
"""Schools without the first have no file of their pupils' postcodes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profiel:
    """The map and the tables of a profile, and all that its page shows."""

    stand: Stand
    kaart: Grafiek | None
    keuze: Keuze
    toon: Mapping[str, Any]


def make_profiel(stand: Stand, asked: QueryDict) -> Profiel:
    """Return the profile of a place, with its schools as the address asks for them."""
    scholen = _schools(stand)
    keuze = chosen(scholen, asked)
    toon = {
        "stand": stand,
        "plaats": stand.plaats,
        "soort": stand.key.kind.label,
        "feiten": facts(stand),
        "punten": what_stands_out(stand),
        "tegels": tiles(stand),
        "keuze": keuze if scholen.tabellen else None,
        "rond": around(stand, scholen.plaatsen),
        "gemeenten": _gemeenten(stand),
        "zonder_postcodes": lacks_postcodes(stand),
        "leeg": not any(stand.has_figure(name) for name in stand.eigen),
    }
    return Profiel(stand=stand, kaart=_map(stand, scholen), keuze=keuze, toon=toon)


def lacks_postcodes(stand: Stand) -> bool:
    """Say whether the schools of a gemeente are counted, but not where their pupils live."""
    if stand.key.kind is not PlaceKind.GEMEENTE or POSTCODE not in stand.store.versions():
        return False
    return stand.has_figure(SCHOOLS) and POSTCODE not in stand.eigen


def tabs_of(stand: Stand, here: str) -> list[dict[str, Any]]:
    """Return the pages about a place; of a gemeente also its peers and its segregation."""
    key = stand.key
    pages = [("cijfers_plaats", "Profiel")]
    if key.kind in WITH_MAP:
        pages.append(("cijfers_kaart", "Kaart"))
    if key.kind is PlaceKind.GEMEENTE:
        pages.append(("vergelijk", "Vergelijking"))
        pages.append(("segregatie", "Segregatie"))
    return [
        {
            "naam": naam,
            "url": reverse(name, args=[stand.slug, str(key.kind), key.code]),
            "actief": name == here,
        }
        for name, naam in pages
    ]


def crumbs(stand: Stand, *last: str) -> list[dict[str, str]]:
    """Return where this page lies: figures, the gemeente of a school, the place, the page."""
    found = [{"naam": "Cijfers", "url": reverse("cijfers", args=[stand.slug])}]
    plaats = stand.plaats
    if plaats.key.kind is PlaceKind.SCHOOL and plaats.gemeente:
        gemeente = PlaceKey(PlaceKind.GEMEENTE, plaats.gemeente)
        known = stand.store.place(gemeente)
        naam = known.naam if known else gemeente.code
        found.append({"naam": naam, "url": profiel_adres(stand.slug, gemeente)})
    own = {"naam": stand.naam, "url": profiel_adres(stand.slug, plaats.key) if last else ""}
    return [*found, own, *({"naam": naam, "url": ""} for naam in last)]


def _schools(stand: Stand) -> Scholen:
    if stand.key.kind in WITH_TABLE:
        return read_schools(stand)
    return read_dots(stand, [GEWOON, GROOTTE]) if stand.key.kind is PlaceKind.RMC else Scholen()


def _map(stand: Stand, scholen: Scholen) -> Grafiek | None:
    """Return the map of the schools; none where there are none."""
    if stand.key.kind is PlaceKind.SCHOOL:
        own = [reeks[-1] for name, reeks in stand.eigen.items() if name in (GEWOON, GROOTTE)]
        return school_map(stand, [stand.plaats], own, GEWOON)
    if not scholen.plaatsen or GEWOON not in stand.kaarten:
        return None
    return school_map(stand, scholen.plaatsen, scholen.cijfers, GEWOON)


def _gemeenten(stand: Stand) -> tuple[dict[str, str], ...]:
    """Return the gemeenten of a provincie or RMC-regio, by name."""
    if stand.key.kind not in (PlaceKind.PROVINCIE, PlaceKind.RMC):
        return ()
    return tuple(
        {"naam": one.naam, "url": profiel_adres(stand.slug, one.key)}
        for one in stand.store.places(PlaceKind.GEMEENTE, stand.key)
    )
