"""Make the link with which everybody in a group can answer, without an account; shown once."""

import secrets
from hashlib import sha256

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from openlea.core.errors import Conflict, NotFound
from openlea.core.logboek import Logsoort
from openlea.core.raadpleging import RaadplegingStaat
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_raadpleging import find_raadpleging
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed

BYTES = 32


@transaction.atomic
def make_raadpleeglink(actor: Actor, nummer: int, groep: int) -> str:
    """Return the address for a group of an open round; a link that it had opens nothing any more.

    Only a hash of the secret is kept, so that nobody reads it back. Raises Conflict for a round
    that isn't open, NotFound and NotAllowed.
    """
    raadpleging = find_raadpleging(actor, Verb.WIJZIGEN, nummer, hold=True)
    if raadpleging.staat != RaadplegingStaat.OPEN:
        raise Conflict("Een link maak je als de raadpleging open is.")
    found = raadpleging.groepen.filter(pk=groep).first()
    if found is None:
        raise NotFound("Deze groep is er niet.")
    token = secrets.token_urlsafe(BYTES)
    found.kenmerk, found.ingetrokken_op = sha256(token.encode()).hexdigest(), None
    keep_record(actor, found)
    log_deed(
        actor,
        "raadpleeglink gemaakt",
        f"raadpleging {raadpleging.pk}",
        found.naam,
        soort=Logsoort.RECHT,
        noun=Noun.RAADPLEGING,
    )
    return f"{settings.ADRES}{reverse('raadpleeg', args=[token])}"
