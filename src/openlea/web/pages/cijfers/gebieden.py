"""The regions and boards around a place, each with its own profile."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from openlea.core.place import PlaceKey, PlaceKind
from openlea.storage.figures.plaats import Plaats
from openlea.web.pages.cijfers.adres import MET_PROFIEL, profiel_adres
from openlea.web.pages.cijfers.stand import Stand, called

ROND: Mapping[PlaceKind, str] = {
    PlaceKind.BESTUUR: "Schoolbesturen",
    PlaceKind.SWV: "Samenwerkingsverbanden passend onderwijs",
    PlaceKind.RMC: "RMC-regio",
    PlaceKind.PROVINCIE: "Provincie",
    PlaceKind.GEMEENTE: "Gemeenten",
}
"""The kinds around a place in the order they're shown, with what stands above them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebied:
    """A place around: its name, its address, and how many schools here a board has."""

    naam: str
    url: str
    scholen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rond:
    """All places of one kind around a place."""

    naam: str
    gebieden: tuple[Gebied, ...]


def around(stand: Stand, scholen: Sequence[Plaats]) -> tuple[Rond, ...]:
    """Return boards, samenwerkingsverbanden and regions that these schools or this place lie in."""
    above = stand.store.above([stand.key, *(one.key for one in scholen)])
    counts: dict[PlaceKey, int] = dict.fromkeys(above.get(stand.key, ()), 0)
    for one in scholen:
        for larger in above.get(one.key, ()):
            counts[larger] = counts.get(larger, 0) + 1
    shown = {key: n for key, n in counts.items() if key.kind in MET_PROFIEL and key != stand.key}
    return tuple(_rond(stand, shown))


def _rond(stand: Stand, counts: Mapping[PlaceKey, int]) -> Iterator[Rond]:
    for kind, naam in ROND.items():
        keys = [key for key in counts if key.kind is kind]
        if not keys or (kind is PlaceKind.GEMEENTE and stand.key.kind is PlaceKind.PROVINCIE):
            continue
        found = sorted(
            (_gebied(stand, key, counts[key]) for key in keys),
            key=lambda one: (-one.scholen, one.naam),
        )
        yield Rond(naam=naam, gebieden=tuple(found))


def _gebied(stand: Stand, key: PlaceKey, scholen: int) -> Gebied:
    found = stand.store.place(key)
    naam = called(found) if found else key.code
    # Of an area every school lies in it; of a board it says how much it is here.
    told = scholen if key.kind is PlaceKind.BESTUUR else 0
    return Gebied(naam=naam, url=profiel_adres(stand.slug, key), scholen=told)
