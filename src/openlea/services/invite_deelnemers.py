"""Send the invitation of a meeting; again, it goes only to who does not have it yet."""

from django.db import transaction
from django.utils import timezone

from openlea.core.errors import BadInput, Fout
from openlea.core.logboek import Logsoort
from openlea.core.overleg import VergaderingStaat
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_vergadering import find_vergadering
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.overleg.versturen import Verzonden, tell_all
from openlea.storage.records.models import Vergadering

STATEN = frozenset(
    {VergaderingStaat.CONCEPT, VergaderingStaat.UITGENODIGD, VergaderingStaat.AFGELAST}
)


def invite_deelnemers(actor: Actor, nummer: int) -> Verzonden:
    """Invite everybody who has no mail about the meeting as it is now, and return how that went.

    From the first time on the meeting is visible to who takes part. Of a meeting that was called
    off this tells who could not be reached before. Raises BadInput, NotFound and NotAllowed.
    """
    with transaction.atomic():
        meeting = find_vergadering(actor, Verb.WIJZIGEN, nummer)
        _refuse(meeting)
        if meeting.staat == VergaderingStaat.CONCEPT:
            meeting.staat, meeting.uitgenodigd_op = VergaderingStaat.UITGENODIGD, timezone.now()
            keep_record(actor, meeting)
            log_deed(
                actor,
                "vergadering uitgenodigd",
                f"vergadering {meeting.pk}",
                soort=Logsoort.MAKEN,
                noun=Noun.OVERLEG,
            )
    return tell_all(actor, meeting)


def _refuse(meeting: Vergadering) -> None:
    if VergaderingStaat(meeting.staat) not in STATEN:
        raise BadInput([Fout("", "", "Deze vergadering is al begonnen of geweest.")])
    first = meeting.staat == VergaderingStaat.CONCEPT
    if first and not meeting.deelnemers.exists():
        raise BadInput([Fout("", "", "Zet eerst iemand op de lijst van deelnemers.")])
    if first and meeting.op < timezone.localdate():
        raise BadInput([Fout("", "op", "Deze dag is al geweest. Kies eerst een nieuwe dag.")])
