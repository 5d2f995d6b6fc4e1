"""How long each kind of record is kept: a card per kind, and what could be removed of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openlea.core.catalogue import Entry, read_shelf

BEWAARTERMIJNEN = "*/bewaartermijnen.toml"
KEYS = {"titel", "wat", "vanaf", "maanden", "minstens", "bron", "bevestigd"}
LONGEST = 1200
"""A hundred years, in months."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewaarkaart:
    """The term of a kind: so many months after `vanaf`; 0 when each record has its own last day.

    `wat` says what goes and what stays; `bevestigd` that the source really gives this term.
    No own term is shorter than `minstens` months.
    """

    id: str
    titel: str
    wat: str
    vanaf: str
    maanden: int
    bron: str
    bevestigd: bool = False
    minstens: int = 1


@dataclass(frozen=True, slots=True)
class Kandidaat:
    """One record of a kind: its number, and the day from which its term runs."""

    nummer: int
    sinds: date


@dataclass(frozen=True, slots=True)
class Stop:
    """A legal hold in force: on one number of a kind, or with None on all of it."""

    soort: str
    nummer: int | None = None


def read_bewaarkaarten(roots: Sequence[Path]) -> Mapping[str, Bewaarkaart]:
    """Return the cards by id; CatalogueError when one is wrong."""
    return {naam: _kaart(entry) for naam, entry in read_shelf(roots, BEWAARTERMIJNEN).items()}


def _kaart(entry: Entry) -> Bewaarkaart:
    entry.refuse_unknown(KEYS)
    return Bewaarkaart(
        id=entry.id,
        titel=entry.text("titel"),
        wat=entry.text("wat"),
        vanaf=entry.text("vanaf"),
        maanden=_months(entry, "maanden"),
        minstens=_months(entry, "minstens") if "minstens" in entry.values else 1,
        bron=entry.text("bron"),
        bevestigd=entry.flag("bevestigd"),
    )


def _months(entry: Entry, key: str) -> int:
    value = entry.values.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= LONGEST:
        raise entry.fault(f"needs whole months under '{key}', 0 to {LONGEST}")
    return value
