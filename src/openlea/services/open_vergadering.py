"""Begin a meeting: from now on everybody who was asked can write along."""

from django.db import transaction
from django.utils import timezone

from openlea.core.errors import BadInput, Fout
from openlea.core.overleg import VergaderingStaat
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.policy.vergaderorde import BEGINNEN
from openlea.services.find_vergadering import find_vergadering
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Vergadering


@transaction.atomic
def open_vergadering(actor: Actor, nummer: int) -> Vergadering:
    """Begin a meeting and return it; one that is going on stays as it is.

    Raises BadInput for a meeting that was held or called off, NotFound and NotAllowed.
    """
    meeting = find_vergadering(actor, Verb.WIJZIGEN, nummer)
    if meeting.staat == VergaderingStaat.BEZIG:
        return meeting
    if VergaderingStaat(meeting.staat) not in BEGINNEN:
        staat = VergaderingStaat(meeting.staat).label.lower()
        raise BadInput([Fout("", "", f"Deze vergadering is al {staat}.")])
    meeting.staat, meeting.begonnen_op = VergaderingStaat.BEZIG, timezone.now()
    keep_record(actor, meeting)
    log_deed(
        actor, "vergadering begonnen", f"vergadering {meeting.pk}", meeting.titel, noun=Noun.OVERLEG
    )
    return meeting
