"""Take a calendar address back: from now on it shows nothing."""

from django.db import transaction
from django.utils import timezone

from openlea.core.errors import NotAllowed, NotFound
from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records import models as records


@transaction.atomic
def revoke_kalenderadres(actor: Actor, nummer: int) -> records.Kalenderadres:
    """Return the address that was taken back; one that was already stays as it is.

    Everybody takes back what is their own, who keeps the werkruimte any; NotFound for another's.
    """
    scope = actor.scope(Noun.KALENDER, Verb.WIJZIGEN)
    if scope is Scope.NIETS:
        raise NotAllowed("Je rol geeft hier geen recht toe.")
    found = records.Kalenderadres.objects.of(actor.werkruimte)
    mine = found if scope is Scope.ALLES else found.filter(lid_id=actor.lid or 0)
    adres = mine.filter(pk=nummer).first()
    if adres is None:
        raise NotFound("Dit kalenderadres is er niet.")
    if adres.ingetrokken_op is None:
        adres.ingetrokken_op = timezone.now()
        keep_record(actor, adres)
        log_deed(
            actor,
            "kalenderadres ingetrokken",
            f"kalenderadres {adres.begin}",
            soort=Logsoort.RECHT,
            noun=Noun.KALENDER,
        )
    return adres
