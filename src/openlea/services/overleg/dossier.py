"""What lies ready for a meeting: per item the figures, what was agreed, what is late, the money."""

from dataclasses import dataclass
from datetime import date, time

from openlea.core.onthulling import Status
from openlea.core.overleg import PuntSoort, PuntStaat


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossiercijfer:
    """A figure as it is written, or its mark; `anderen` is where most comparable places lie.

    `periode` is the day or year of the figure in words, `bron` names the sources it was made of.
    """

    indicator: str
    titel: str
    getal: str
    status: Status
    periode: str = ""
    anderen: str = ""
    bron: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossierafspraak:
    """An agreement that still runs; `partijen` are names, who leads first."""

    nummer: int
    wat: str
    voor: date | None
    partijen: tuple[str, ...]
    te_laat: bool
    meetbaar: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossieractie:
    """An action that nobody told of for too long; `bijgewerkt_op` is the last time somebody did."""

    code: str
    naam: str
    trekkers: tuple[str, ...]
    bijgewerkt_op: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossiertaak:
    """A legal task that isn't proven yet, with the law that asks it and its last day."""

    nummer: int
    titel: str
    partij: str
    grondslag: str
    uiterlijk: date
    te_laat: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossiergeld:
    """What a speerpunt may cost in a year, and what is spent of it as far as known, in cents."""

    speerpunt: str
    naam: str
    jaar: int
    begroot: int
    besteed: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossierstuk:
    """A paper with an item: the number of the document, or its address elsewhere."""

    nummer: int
    titel: str
    adres: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Eerder:
    """What was said and decided of the same item in an earlier meeting."""

    vergadering: int
    titel: str
    op: date
    notities: tuple[str, ...] = ()
    besluiten: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossierpunt:
    """One item with all that is known about it; `plaats` counts from 1 in the meeting."""

    nummer: int
    plaats: int
    titel: str
    soort: PuntSoort
    staat: PuntStaat
    sectie: str = ""
    toelichting: str = ""
    minuten: int = 0
    inbrenger: str = ""
    plicht: str = ""
    cijfers: tuple[Dossiercijfer, ...] = ()
    afspraken: tuple[Dossierafspraak, ...] = ()
    acties: tuple[Dossieractie, ...] = ()
    taken: tuple[Dossiertaak, ...] = ()
    geld: tuple[Dossiergeld, ...] = ()
    stukken: tuple[Dossierstuk, ...] = ()
    eerder: tuple[Eerder, ...] = ()

    @property
    def is_leeg(self) -> bool:
        """Return whether nothing is known beside the item itself."""
        return not (
            self.cijfers
            or self.afspraken
            or self.acties
            or self.taken
            or self.geld
            or self.stukken
            or self.eerder
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """A meeting with its items; `deelnemers` are pairs of partij ('' for a guest) and name."""

    nummer: int
    titel: str
    reeks: str
    op: date
    van: time | None = None
    tot: time | None = None
    plek: str = ""
    toelichting: str = ""
    deelnemers: tuple[tuple[str, str], ...] = ()
    punten: tuple[Dossierpunt, ...] = ()

    @property
    def minuten(self) -> int:
        """Return how long all items take together."""
        return sum(one.minuten for one in self.punten)
