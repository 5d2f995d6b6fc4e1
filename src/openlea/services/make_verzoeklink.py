"""Make a link that opens one Verzoek for one member, without a password, for fourteen days."""

import secrets
from hashlib import sha256

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from openlea.policy.rechten import Actor
from openlea.policy.toegangslink import VALID_FOR
from openlea.services.keep_record import keep_record
from openlea.storage.records import models as records

BYTES = 32


def make_verzoeklink(actor: Actor, verzoek: records.Verzoek, lid: records.Lidmaatschap) -> str:
    """Return the address; only a hash of its secret is kept, so it can't be read back."""
    token = secrets.token_urlsafe(BYTES)
    link = records.Verzoeklink(
        werkruimte_id=verzoek.werkruimte_id,
        verzoek=verzoek,
        lid=lid,
        kenmerk=sha256(token.encode()).hexdigest(),
        geldig_tot=timezone.now() + VALID_FOR,
    )
    keep_record(actor, link)
    return f"{settings.ADRES}{reverse('open_link', args=[token])}"
