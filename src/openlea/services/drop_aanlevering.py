"""Throw away a delivery that was looked at and not kept: it never counted."""

from django.db import transaction

from openlea.core.errors import Conflict
from openlea.policy.rechten import Actor, Verb
from openlea.services.find_aanlevering import find_aanlevering
from openlea.services.kluis.wissen import mark_erased, wipe

REDEN = "Niet bewaard na het bekijken."


def drop_aanlevering(actor: Actor, nummer: int) -> None:
    """Erase a delivery that nobody confirmed; Conflict when it counts already.

    Call it outside a transaction. Repeating it is no fault.
    """
    one = find_aanlevering(actor, nummer, Verb.MAKEN)
    if one.gewist_op is not None:
        return
    if one.bevestigd_op is not None:
        raise Conflict("Deze aanlevering telt al mee. Wissen kan wie de registraties beheert.")
    with transaction.atomic():
        gone = mark_erased(actor, one, REDEN)
    wipe(gone)
