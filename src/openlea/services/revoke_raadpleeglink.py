"""Take the link of a group back: nobody answers with it any more, what was answered stays."""

from django.db import transaction
from django.utils import timezone

from openlea.core.errors import NotFound
from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_raadpleging import find_raadpleging
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Raadpleeggroep


@transaction.atomic
def revoke_raadpleeglink(actor: Actor, nummer: int, groep: int) -> Raadpleeggroep:
    """Return the group, whose link opens nothing now. Raises NotFound and NotAllowed."""
    raadpleging = find_raadpleging(actor, Verb.WIJZIGEN, nummer, hold=True)
    found = raadpleging.groepen.filter(pk=groep).first()
    if found is None:
        raise NotFound("Deze groep is er niet.")
    found.ingetrokken_op = timezone.now()
    kept = keep_record(actor, found)
    log_deed(
        actor,
        "raadpleeglink ingetrokken",
        f"raadpleging {raadpleging.pk}",
        found.naam,
        soort=Logsoort.RECHT,
        noun=Noun.RAADPLEGING,
    )
    return kept
