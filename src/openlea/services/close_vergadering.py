"""Close a meeting: every item has an outcome, and the minutes become a concept."""

from django.db import transaction
from django.utils import timezone

from openlea.core.errors import BadInput, Fout
from openlea.core.overleg import PuntStaat, VergaderingStaat, VerslagStaat
from openlea.policy.rechten import Actor, Verb
from openlea.policy.vergaderorde import Afhandeling
from openlea.services.find_vergadering import find_vergadering
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.propose_from_vergadering import propose_from_vergadering
from openlea.services.settle_agendapunt import settle_agendapunt
from openlea.storage.records.models import Vergadering


@transaction.atomic
def close_vergadering(actor: Actor, nummer: int, *, doorschuiven: bool = False) -> Vergadering:
    """Close a meeting that goes on and return it; one that was closed stays as it is.

    With `doorschuiven` items without outcome go on in the next meeting; else they are named in
    BadInput. What the meeting covered is proposed as proof of the duties it serves.
    """
    meeting = find_vergadering(actor, Verb.WIJZIGEN, nummer)
    if meeting.staat == VergaderingStaat.GEHOUDEN:
        return meeting
    if meeting.staat != VergaderingStaat.BEZIG:
        raise BadInput([Fout("", "", "De vergadering is nog niet begonnen.")])
    waiting = list(meeting.punten.filter(staat=PuntStaat.OPEN))
    if waiting and not doorschuiven:
        titels = ", ".join(one.titel for one in waiting)
        raise BadInput([Fout("", "doorschuiven", f"Nog zonder uitkomst: {titels}.")])
    for punt in waiting:
        settle_agendapunt(actor, punt.pk, Afhandeling.DOORSCHUIVEN)
    meeting.staat, meeting.gesloten_op = VergaderingStaat.GEHOUDEN, timezone.now()
    meeting.verslag_staat = VerslagStaat.CONCEPT
    keep_record(actor, meeting)
    log_deed(actor, "vergadering gesloten", f"vergadering {meeting.pk}", meeting.titel)
    propose_from_vergadering(meeting)
    return meeting
