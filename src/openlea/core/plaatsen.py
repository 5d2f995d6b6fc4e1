"""Reads the shelf of places: gemeenten with every merger since 2013, provincies and RMC-regio's.

A gemeente that ended stands in herindelingen.toml; when it's in gemeenten.toml too, the merger
counts. So a municipality adds a merger by adding one entry to its own folder.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openlea.core.catalogue import Entry, read_shelf
from openlea.core.errors import BadInput
from openlea.core.geldvoorwaarden import Controle
from openlea.core.place import Place, PlaceKey, PlaceKind

_SHELVES: Mapping[PlaceKind, str] = {
    PlaceKind.PROVINCIE: "plaatsen/provincies.toml",
    PlaceKind.RMC: "plaatsen/rmc.toml",
}
_NAMES = {"naam", "varianten"}
_GEMEENTE = _NAMES | {"provincie", "rmc", "vanaf"}
_OPGEHEVEN = _GEMEENTE | {"laatste_dag", "opvolgers", "bron", "controle"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaatskaart:
    """A place as it stands on the shelf: with its other names and the areas it lies in.

    `varianten` are names of its own; `toevoegingen` are what a source may put after its name to
    tell it from another place, such as NH.
    """

    place: Place
    varianten: tuple[str, ...] = ()
    toevoegingen: tuple[str, ...] = ()
    gebieden: tuple[PlaceKey, ...] = ()


def read_gemeenten(roots: Sequence[Path]) -> tuple[Place, ...]:
    """Return every gemeente by code, those that ended since 2013 with their successors (CBS)."""
    return read_places(roots, PlaceKind.GEMEENTE)


def read_places(roots: Sequence[Path], kind: PlaceKind) -> tuple[Place, ...]:
    """Return the places of a kind by code; none when there is no shelf of that kind."""
    return tuple(kaart.place for kaart in read_plaatskaarten(roots, kind))


def read_ligging(roots: Sequence[Path]) -> Mapping[PlaceKey, tuple[PlaceKey, ...]]:
    """Return of each gemeente its provincie and, when it still exists, its RMC-regio (DUO)."""
    kaarten = read_plaatskaarten(roots, PlaceKind.GEMEENTE)
    return {kaart.place.key: kaart.gebieden for kaart in kaarten}


def read_plaatskaarten(roots: Sequence[Path], kind: PlaceKind) -> tuple[Plaatskaart, ...]:
    """Return the places of a kind by code, with names; CatalogueError when an entry is wrong."""
    if kind is PlaceKind.GEMEENTE:
        return _gemeenten(roots)
    shelf = read_shelf(roots, _SHELVES[kind]) if kind in _SHELVES else {}
    return _by_code(_gebied(entry, kind) for entry in shelf.values())


def _gemeenten(roots: Sequence[Path]) -> tuple[Plaatskaart, ...]:
    """Return the gemeenten; a merger goes before the entry of a gemeente that still exists."""
    existing = read_shelf(roots, "plaatsen/gemeenten.toml")
    ended = read_shelf(roots, "plaatsen/herindelingen.toml")
    provincies = _provincienamen(roots)
    for entry in ended.values():
        for successor in entry.texts("opvolgers"):
            if successor not in existing and successor not in ended:
                raise entry.fault(f"opvolger '{successor}' is not on the shelf; add it or correct")
    shelf = {**existing, **ended}
    return _by_code(
        _gemeente(entry, provincies, _OPGEHEVEN if code in ended else _GEMEENTE)
        for code, entry in shelf.items()
    )


def _gemeente(
    entry: Entry, provincies: Mapping[str, tuple[str, ...]], known: set[str]
) -> Plaatskaart:
    """Return a gemeente from its entry; `known` says whether it may have ended."""
    entry.refuse_unknown(known)
    provincie = entry.text("provincie")
    if provincie not in provincies:
        raise entry.fault(f"provincie '{provincie}' is not in provincies.toml; correct it")
    rmc = entry.text("rmc", "")
    return Plaatskaart(
        place=_ended(entry) if known == _OPGEHEVEN else _place(entry, PlaceKind.GEMEENTE),
        varianten=entry.texts("varianten"),
        toevoegingen=provincies[provincie],
        gebieden=(
            _key(entry, PlaceKind.PROVINCIE, provincie),
            *([_key(entry, PlaceKind.RMC, rmc)] if rmc else []),
        ),
    )


def _gebied(entry: Entry, kind: PlaceKind) -> Plaatskaart:
    """Return a provincie or RMC-regio from its entry."""
    entry.refuse_unknown(_NAMES | {"afkortingen"})
    return Plaatskaart(place=_place(entry, kind), varianten=entry.texts("varianten"))


def _place(entry: Entry, kind: PlaceKind) -> Place:
    """Return a place that exists still."""
    key = _key(entry, kind, entry.id)
    return Place(key=key, naam=entry.text("naam"), valid_from=_since(entry))


def _ended(entry: Entry) -> Place:
    """Return a gemeente that ended, as its entry says; it names its source and the mark of it."""
    entry.text("bron")
    entry.choice("controle", Controle)
    opvolgers = entry.texts("opvolgers")
    key = _key(entry, PlaceKind.GEMEENTE, entry.id)
    try:
        return Place(
            key=key,
            naam=entry.text("naam"),
            valid_from=_since(entry),
            valid_to=entry.day("laatste_dag"),
            successors=tuple(_key(entry, PlaceKind.GEMEENTE, code) for code in opvolgers),
        )
    except BadInput as error:
        raise entry.fault(f"can't be right: {error}") from error


def _provincienamen(roots: Sequence[Path]) -> Mapping[str, tuple[str, ...]]:
    """Return by code of a provincie all it's called by, long and short."""
    shelf = read_shelf(roots, _SHELVES[PlaceKind.PROVINCIE])
    return {
        code: (entry.text("naam"), *entry.texts("varianten"), *entry.texts("afkortingen"))
        for code, entry in shelf.items()
    }


def _by_code(kaarten: Iterable[Plaatskaart]) -> tuple[Plaatskaart, ...]:
    """Return the places in the order of their codes."""
    return tuple(sorted(kaarten, key=lambda kaart: kaart.place.key))


def _key(entry: Entry, kind: PlaceKind, code: str) -> PlaceKey:
    """Return a key; a code that isn't in its one written form is refused here already."""
    try:
        return PlaceKey(kind, code)
    except BadInput as error:
        raise entry.fault(f"'{code}' is not the code of a {kind}; correct it") from error


def _since(entry: Entry) -> date | None:
    """Return the first day, None when it lies before the shelf begins."""
    return entry.day("vanaf") if "vanaf" in entry.values else None
