"""Adopt the minutes of a meeting, or put them back to a concept."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from openlea.core.errors import BadInput, Fout
from openlea.core.overleg import VergaderingStaat, VerslagStaat
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_vergadering import find_vergadering
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.propose_from_vergadering import propose_from_vergadering
from openlea.storage.records.models import Vergadering


@transaction.atomic
def set_verslag(actor: Actor, nummer: int, op: date | None) -> Vergadering:
    """Adopt the minutes on a day and return the meeting; None makes them a concept again.

    What came to be covered since the meeting was closed is proposed as proof too.

    Raises BadInput with the field for a meeting that was not held, a day before it or one
    that is still to come, NotFound and NotAllowed.
    """
    meeting = find_vergadering(actor, Verb.WIJZIGEN, nummer)
    if meeting.staat != VergaderingStaat.GEHOUDEN:
        raise BadInput([Fout("", "op", "Sluit eerst de vergadering.")])
    if op is not None and op < meeting.op:
        raise BadInput([Fout("", "op", "Deze dag ligt voor de vergadering zelf.")])
    if op is not None and op > max(timezone.localdate(), meeting.op):
        raise BadInput([Fout("", "op", "Deze dag is nog niet geweest.")])
    meeting.verslag_staat = VerslagStaat.CONCEPT if op is None else VerslagStaat.VASTGESTELD
    meeting.verslag_op = op
    keep_record(actor, meeting)
    deed = "verslag weer concept" if op is None else "verslag vastgesteld"
    log_deed(actor, deed, f"vergadering {meeting.pk}", meeting.titel, noun=Noun.OVERLEG)
    if op is not None:
        propose_from_vergadering(meeting)
    return meeting
