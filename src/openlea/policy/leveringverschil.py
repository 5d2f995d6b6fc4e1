"""What a delivery looks like beside the one before it: a correction, a supplement, a part."""

from dataclasses import dataclass

from openlea.core.keuze import Keuze
from openlea.core.onthulling import VERBORGEN_HOOG
from openlea.policy.cijfertekst import number_text
from openlea.policy.registratietelling import count_text

HALF, TENTH = 0.5, 0.1


class Gelijkenis(Keuze):
    """What a delivery looks like."""

    HETZELFDE = "hetzelfde", "Dit is hetzelfde als wat er al is. Er verandert niets."
    CORRECTIE = "correctie", "Dit lijkt op een correctie van de hele aanlevering."
    AANVULLING = "aanvulling", "Dit lijkt op een aanvulling: bijna niemand stond er al in."
    DEEL = "deel", "Dit lijkt op een deel van wat er al is."
    ANDERS = "anders", "Dit lijkt weinig op wat er al is. Kijk of periode en bestand kloppen."


class Aanvulwijze(Keuze):
    """What becomes of the earlier delivery."""

    VERVANGT = "vervangt", "Vervangt de eerdere: die rijen worden gewist"
    VULT_AAN = "vult_aan", "Vult de eerdere aan: samen worden ze één aanlevering"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leveringverschil:
    """How many persons are in both, in the old and in the new alone; rows of both that changed."""

    beide: int
    alleen_oud: int
    alleen_nieuw: int
    gewijzigd: int
    gelijk: bool = False


def likeness(verschil: Leveringverschil) -> Gelijkenis:
    """Return what a delivery looks like beside the earlier of the same period and sender."""
    old, new = verschil.beide + verschil.alleen_oud, verschil.beide + verschil.alleen_nieuw
    if verschil.gelijk:
        return Gelijkenis.HETZELFDE
    if verschil.alleen_nieuw and verschil.beide <= TENTH * new:
        return Gelijkenis.AANVULLING
    if not verschil.alleen_nieuw and new < HALF * old:
        return Gelijkenis.DEEL
    if verschil.beide >= HALF * old and verschil.beide >= HALF * new:
        return Gelijkenis.CORRECTIE
    return Gelijkenis.ANDERS


def proposed(gelijkenis: Gelijkenis) -> Aanvulwijze:
    """Return what is proposed: what looks like less than a whole is added to what there is."""
    part = gelijkenis in {Gelijkenis.AANVULLING, Gelijkenis.DEEL}
    return Aanvulwijze.VULT_AAN if part else Aanvulwijze.VERVANGT


def told(verschil: Leveringverschil) -> tuple[str, ...]:
    """Return the difference in sentences, never with a number under five nor one that gives it.

    When a number is hidden the persons in both are told by tens: beside the totals of both
    deliveries the exact number would say what was hidden.
    """
    return (
        f"In allebei: {_both(verschil)} personen.",
        f"Alleen in de eerdere: {count_text(verschil.alleen_oud)}.",
        f"Alleen in deze: {count_text(verschil.alleen_nieuw)}.",
        f"Gewijzigde rijen van wie er al in stond: {count_text(verschil.gewijzigd)}.",
    )


def _both(verschil: Leveringverschil) -> str:
    numbers = (verschil.alleen_oud, verschil.alleen_nieuw, verschil.gewijzigd)
    hidden = any(0 < one <= VERBORGEN_HOOG for one in numbers)
    if not hidden or verschil.beide <= VERBORGEN_HOOG:
        return count_text(verschil.beide)
    return f"ongeveer {number_text(round(verschil.beide, -1), 0)}"
