"""What one werkruimte lets another see of its routes: titles, states and what was reported."""

from dataclasses import dataclass
from datetime import date

from openlea.core.agenda import ActieStaat
from openlea.core.keuze import Keuze


class Delingzijde(Keuze):
    """On which side of a sharing somebody stands."""

    AANBIEDER = "aanbieder", "Jullie delen"
    ONTVANGER = "ontvanger", "Met jullie gedeeld"


class Delingstap(Keuze):
    """What somebody can do with a sharing."""

    AANVAARDEN = "aanvaarden", "Ga akkoord"
    WEIGEREN = "weigeren", "Weiger"
    INTREKKEN = "intrekken", "Stop met delen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gedeeldeactie:
    """An action as another werkruimte sees it. No money, no people, no comments, nothing internal.

    `gemeld_op` is the day of the last report and `gedaan` what it says was done.
    """

    code: str
    naam: str
    speerpunt: str
    staat: ActieStaat
    van: date | None = None
    tot: date | None = None
    gemeld_op: date | None = None
    gedaan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gedeelderoute:
    """What one werkruimte shows; `sinds` is the first day of sharing, none for the own route."""

    naam: str
    acties: tuple[Gedeeldeactie, ...]
    sinds: date | None = None

    @property
    def is_eigen(self) -> bool:
        """Return whether this is the own route of the reader."""
        return self.sinds is None
