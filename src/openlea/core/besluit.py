"""A decision of a meeting: what each partij thought of it, and how it ended."""

from dataclasses import dataclass
from datetime import date

from openlea.core.keuze import Keuze
from openlea.core.plansoort import OverlegUitkomst


class Standpunt(Keuze):
    """What a partij thinks of a decision."""

    EENS = "eens", "Eens"
    NIET_EENS = "niet_eens", "Niet eens"
    VOORBEHOUD = "voorbehoud", "Voorbehoud"
    AFWEZIG = "afwezig", "Afwezig"


class GeschilStap(Keuze):
    """Where a dispute is; which steps there are, the kind of consultation says."""

    NIEUW_OVERLEG = "nieuw_overleg", "Opnieuw in overleg"
    COMMISSIE = "commissie", "Voorgelegd aan de geschillencommissie"
    ADVIES = "advies", "Advies van de geschillencommissie ontvangen"
    BINDEND = "bindend", "Afspraak bindend verklaard"
    UITGEBREID = "uitgebreid", "Afspraak uitgebreid naar wie niet tekende"
    OPGELOST = "opgelost", "Opgelost"


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluit:
    """A decision; `standpunten` is the code of a partij to what it thinks."""

    nummer: str
    tekst: str
    op: date
    uitkomst: OverlegUitkomst
    standpunten: tuple[tuple[str, Standpunt], ...] = ()
