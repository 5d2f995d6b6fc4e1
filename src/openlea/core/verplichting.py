"""What a duty asks of one party in one year, how far it is, and what shows that it was done."""

from dataclasses import dataclass
from datetime import date

from openlea.core.keuze import Keuze


class TaakStaat(Keuze):
    """How far an obligation is; 'te laat' follows from the day and is never stored."""

    OPEN = "open", "Open"
    BEZIG = "bezig", "Bezig"
    VOORGESTELD = "voorgesteld", "Bewijs voorgesteld"
    BEWEZEN = "bewezen", "Bewezen"
    TE_LAAT = "te_laat", "Te laat"
    NIET_VAN_TOEPASSING = "nvt", "Niet van toepassing"


class BewijsSoort(Keuze):
    """What can show that a duty was done."""

    DOCUMENT = "document", "Document"
    BESLUIT = "besluit", "Besluit"
    AFSPRAAK = "afspraak", "Afspraak"
    CIJFER = "cijfer", "Cijfer"
    AGENDAPUNT = "agendapunt", "Agendapunt van een overleg"
    PLAN = "plan", "Plan"
    ACTIE = "actie", "Actie"


class BewijsStaat(Keuze):
    """Whether a person took it for proof; the system may only propose."""

    VOORGESTELD = "voorgesteld", "Voorgesteld"
    AANVAARD = "aanvaard", "Aanvaard"
    AFGEWEZEN = "afgewezen", "Afgewezen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verplichting:
    """A duty of one partij in one calendar year; `nummer` counts the times within the year.

    `uiterlijk` is the last day that is on time; `over` what it is about in words.
    """

    plicht: str
    termijn: str
    nummer: int
    jaar: int
    partij: str
    titel: str
    uiterlijk: date
    vanaf: date | None = None
    over: str = ""

    @property
    def sleutel(self) -> str:
        """Return what makes it one and the same obligation, however often it is worked out."""
        return f"{self.plicht}/{self.termijn}/{self.nummer}/{self.jaar}/{self.partij}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Looptijd:
    """A plan of a partij as far as the calendar needs it: its kind and its days, both included."""

    plansoort: str
    partij: str
    van: date
    tot: date | None
