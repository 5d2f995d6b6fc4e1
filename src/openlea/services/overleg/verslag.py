"""What came of a meeting: who was there, and per item what was said, decided and agreed."""

from dataclasses import dataclass
from datetime import date, time

from openlea.core.afspraak import AfspraakStaat, Instemming
from openlea.core.besluit import Standpunt
from openlea.core.overleg import PuntSoort, PuntStaat, VergaderingStaat, VerslagStaat
from openlea.core.plansoort import OverlegUitkomst
from openlea.services.overleg.vergadering_lezen import Aanwezige


@dataclass(frozen=True, slots=True, kw_only=True)
class Positie:
    """What a partij thought of a decision, and why."""

    partij: str
    standpunt: Standpunt
    toelichting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Geschil:
    """A step in a dispute; `voor` is the last day for what must follow."""

    stap: str
    op: date
    voor: date | None = None
    toelichting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verslagbesluit:
    """A decision with its outcome; `nummer` is that of the record, `kenmerk` how it is called."""

    nummer: int
    kenmerk: str
    tekst: str
    uitkomst: OverlegUitkomst
    toelichting: str = ""
    posities: tuple[Positie, ...] = ()
    geschil: tuple[Geschil, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verslagafspraak:
    """An agreement; who leads comes first, `meting` is '' when it can't be measured."""

    nummer: int
    wat: str
    voor: date | None
    partijen: tuple[str, ...]
    instemming: Instemming
    staat: AfspraakStaat
    maat: str = ""
    meting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verslagpunt:
    """An item; `notities` are lines in the order they were written, `verder` where it goes on."""

    plaats: int
    titel: str
    soort: PuntSoort
    staat: PuntStaat
    sectie: str = ""
    notities: tuple[str, ...] = ()
    besluiten: tuple[Verslagbesluit, ...] = ()
    afspraken: tuple[Verslagafspraak, ...] = ()
    opdrachten: tuple[str, ...] = ()
    verder: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verslag:
    """A meeting as it went; `leest_notities` says whether the reader may read the lines."""

    nummer: int
    titel: str
    reeks: str
    op: date
    van: time | None
    tot: time | None
    plek: str
    staat: VergaderingStaat
    verslag_staat: VerslagStaat
    verslag_op: date | None
    leest_notities: bool
    is_openbaar: bool
    toelichting: str = ""
    aanwezigen: tuple[Aanwezige, ...] = ()
    punten: tuple[Verslagpunt, ...] = ()

    @property
    def besluiten(self) -> tuple[tuple[Verslagpunt, Verslagbesluit], ...]:
        """Return every decision with its item, in order."""
        return tuple((punt, one) for punt in self.punten for one in punt.besluiten)
