"""Series, meetings and items as far as the plan of the year needs them."""

from dataclasses import dataclass
from datetime import date

from openlea.core.overleg import PuntStaat, VergaderingStaat
from openlea.core.plicht import Houder

WAITING = frozenset({VergaderingStaat.CONCEPT, VergaderingStaat.UITGENODIGD})


@dataclass(frozen=True, slots=True, kw_only=True)
class Puntregel:
    """An item: which topic of which duty it is about, or which standing item it is."""

    staat: PuntStaat
    plicht: str = ""
    onderwerp: str = ""
    vast: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vergaderregel:
    """A meeting of a series (by number) on a day, with its items.

    `houders` are the holders of duties who sit at the table; None when nobody kept that.
    """

    nummer: int
    titel: str
    reeks: int
    op: date
    staat: VergaderingStaat
    punten: tuple[Puntregel, ...] = ()
    houders: frozenset[Houder] | None = None

    @property
    def is_held(self) -> bool:
        """Return whether it took place and was closed."""
        return self.staat is VergaderingStaat.GEHOUDEN

    def is_coming(self, today: date) -> bool:
        """Return whether it is still to be held, or going on."""
        waits = self.staat in WAITING and self.op >= today
        return waits or self.staat is VergaderingStaat.BEZIG

    def is_unclosed(self, today: date) -> bool:
        """Return whether its day is over and nobody said that it took place."""
        return self.staat in WAITING and self.op < today


@dataclass(frozen=True, slots=True, kw_only=True)
class Reeksregel:
    """A series: its kind, how often it meets, and the code of the ambitie that it is about.

    `gestopt_op` is its last day, None while it goes on.
    """

    nummer: int
    naam: str
    soort: str
    per_jaar: int = 1
    ambitie: str = ""
    gestopt_op: date | None = None

    def has_stopped(self, today: date) -> bool:
        """Return whether its last day is over: nothing more is asked of it."""
        return self.gestopt_op is not None and self.gestopt_op < today
