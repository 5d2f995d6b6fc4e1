"""What each partij at a table took on: its agreements and its actions, with their days."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Afspraakregel:
    """An agreement of a partij; `hier` when it was made in this meeting, `trekt` when it leads."""

    nummer: int
    wat: str
    trekt: bool
    voor: date | None
    bevestiging: str
    te_laat: bool
    hier: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Actieregel:
    """An action that a partij answers for; `tot` is its last day, if it has one."""

    code: str
    naam: str
    tot: date | None
    staat: str
    bijwerken: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Partijdeel:
    """One partij with what it took on."""

    partij: str
    afspraken: tuple[Afspraakregel, ...]
    acties: tuple[Actieregel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Partijlijst:
    """Every partij that sat at a table, by name."""

    nummer: int
    titel: str
    op: date
    delen: tuple[Partijdeel, ...]
