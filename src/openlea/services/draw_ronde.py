"""Enter the public text of the day, once, and have the children drawn and placed."""

from openlea.policy.rechten import Actor
from openlea.services.ask_work import ask_work
from openlea.services.plaats.dagtekst import enter_dagtekst
from openlea.storage.records.models import Werk

WERK = "plaats_ronde"


def draw_ronde(actor: Actor, nummer: int, zaad: str, *, versie: int | None = None) -> Werk:
    """Return the work; the text stays what it was first, whatever happens after.

    Call it outside a transaction. NotAllowed, NotFound, BadInput and Conflict as the text has them.
    """
    ronde = enter_dagtekst(actor, nummer, zaad, versie)
    return ask_work(actor, WERK, {"ronde": ronde.pk}, naam=f"Loten en plaatsen: {ronde}")
