"""Take the links of a Verzoek back, so that none of them opens it any more."""

from django.db import transaction
from django.utils import timezone

from openlea.core.errors import NotAllowed, NotFound
from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records import models as records


@transaction.atomic
def revoke_verzoeklink(actor: Actor, verzoek: int) -> int:
    """Take back every link of an ask that still opens, and return how many did."""
    if actor.scope(Noun.VERZOEK, Verb.WIJZIGEN) is not Scope.ALLES:
        raise NotAllowed("Alleen wie de agenda bijhoudt, trekt een link in.")
    asked = records.Verzoek.objects.of(actor.werkruimte).filter(pk=verzoek).first()
    if asked is None:
        raise NotFound("Dit verzoek is er niet.")
    links = list(asked.links.filter(ingetrokken_op=None, geldig_tot__gt=timezone.now()))
    for link in links:
        link.ingetrokken_op = timezone.now()
        keep_record(actor, link)
    log_deed(
        actor,
        "link ingetrokken",
        asked.sleutel,
        str(len(links)),
        soort=Logsoort.RECHT,
        noun=Noun.VERZOEK,
    )
    return len(links)
