"""Take the link of a guest back, so that it opens nothing any more."""

from django.db import transaction
from django.utils import timezone

from openlea.core.errors import NotFound
from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_vergadering import find_vergadering
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Gastlink


@transaction.atomic
def revoke_gastlink(actor: Actor, vergadering: int, nummer: int) -> Gastlink:
    """Return the link, taken back; again it changes nothing. Raises NotFound and NotAllowed."""
    meeting = find_vergadering(actor, Verb.WIJZIGEN, vergadering)
    link = Gastlink.objects.filter(vergadering=meeting, pk=nummer).first()
    if link is None:
        raise NotFound("Deze link is er niet.")
    if link.ingetrokken_op is None:
        link.ingetrokken_op = timezone.now()
        keep_record(actor, link)
        log_deed(
            actor,
            "gastlink ingetrokken",
            f"vergadering {meeting.pk}",
            link.voor,
            soort=Logsoort.RECHT,
            noun=Noun.OVERLEG,
        )
    return link
