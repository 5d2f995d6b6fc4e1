"""Leave the table of a casus: from that moment on one sees nothing of it."""

from django.db import transaction
from django.utils import timezone

from openlea.core.errors import Conflict
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.casus.tafel import is_last, seats_of
from openlea.services.find_casus import find_casus
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed

LAATSTE = (
    "Je bent de laatste aan deze tafel. Vraag eerst iemand anders aan tafel, of sluit de casus."
)


@transaction.atomic
def leave_casus(actor: Actor, nummer: int) -> None:
    """Give up the own seat; Conflict for the last one of an open casus, NotFound without a seat."""
    one = find_casus(actor, nummer, Verb.WIJZIGEN, hold=True)
    today = timezone.localdate()
    if one.gesloten_op is None and is_last(one, actor.lid or 0, today):
        raise Conflict(LAATSTE)
    seat = seats_of(one).get(lid_id=actor.lid)
    seat.tot = today
    keep_record(actor, seat)
    log_deed(actor, "van tafel gegaan", f"casus {one.nummer}", noun=Noun.CASUS)
