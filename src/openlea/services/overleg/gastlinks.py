"""Makes a link for a guest; only a hash of its secret is kept, so it can't be read back."""

import secrets
from datetime import datetime, time, timedelta
from hashlib import sha256

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from openlea.policy.rechten import Actor
from openlea.services.keep_record import keep_record
from openlea.storage.records.models import Deelnemer, Gastlink, Vergadering

BYTES = 32
NA_AFLOOP = timedelta(days=30)
"""How long after the meeting the link of an invitation still opens: until the minutes are there."""


def new_link(
    actor: Actor,
    vergadering: Vergadering,
    voor: str,
    geldig_tot: datetime,
    deelnemer: Deelnemer | None = None,
) -> tuple[Gastlink, str]:
    """Return a new link and its address, which can be shown only now."""
    token = secrets.token_urlsafe(BYTES)
    link = Gastlink(
        werkruimte_id=vergadering.werkruimte_id,
        vergadering=vergadering,
        deelnemer=deelnemer,
        voor=voor,
        kenmerk=sha256(token.encode()).hexdigest(),
        geldig_tot=geldig_tot,
    )
    keep_record(actor, link)
    return link, f"{settings.ADRES}{reverse('gast', args=[token])}"


def end_links(actor: Actor, deelnemer: Deelnemer) -> None:
    """Take back the links that stood in mails to a participant: the address is another's now."""
    for link in Gastlink.objects.filter(deelnemer=deelnemer, ingetrokken_op=None):
        link.ingetrokken_op = timezone.now()
        keep_record(actor, link)


def until_minutes(vergadering: Vergadering) -> datetime:
    """Return until when the link in an invitation opens."""
    midnight = datetime.combine(vergadering.op, time(), timezone.get_current_timezone())
    return midnight + NA_AFLOOP
