"""When the link of a round of questions opens: in its days, until it is taken back or closed."""

from datetime import date

from openlea.core.keuze import Keuze
from openlea.core.raadpleging import RaadplegingStaat


class Raadpleegoordeel(Keuze):
    """Whether a link opens, and the sentence for who followed it."""

    GELDIG = "geldig", "Deze link werkt."
    INGETROKKEN = "ingetrokken", "Deze link is ingetrokken."
    NOG_NIET = "nog_niet", "De vragen gaan later open."
    GESLOTEN = "gesloten", "De vragen zijn gesloten."


def judge_raadpleeglink(
    staat: RaadplegingStaat, opent_op: date, sluit_op: date, today: date, *, ingetrokken: bool
) -> Raadpleegoordeel:
    """Return whether a link opens today; the last day still counts."""
    if ingetrokken:
        return Raadpleegoordeel.INGETROKKEN
    if staat is RaadplegingStaat.GESLOTEN or today > sluit_op:
        return Raadpleegoordeel.GESLOTEN
    if staat is RaadplegingStaat.CONCEPT or today < opent_op:
        return Raadpleegoordeel.NOG_NIET
    return Raadpleegoordeel.GELDIG
