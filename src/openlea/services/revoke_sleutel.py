"""Take a key of the interface back: from now on it opens nothing."""

from django.db import transaction
from django.utils import timezone

from openlea.core.errors import NotAllowed, NotFound
from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records import models as records


@transaction.atomic
def revoke_sleutel(actor: Actor, nummer: int) -> records.Sleutel:
    """Return the key that was taken back; one that was already stays as it is."""
    if actor.scope(Noun.SLEUTEL, Verb.WIJZIGEN) is not Scope.ALLES:
        raise NotAllowed("Alleen een agendabeheerder trekt sleutels in.")
    sleutel = records.Sleutel.objects.of(actor.werkruimte).filter(pk=nummer).first()
    if sleutel is None:
        raise NotFound("Deze sleutel is er niet.")
    if sleutel.ingetrokken_op is None:
        sleutel.ingetrokken_op = timezone.now()
        keep_record(actor, sleutel)
        log_deed(
            actor,
            "sleutel ingetrokken",
            f"sleutel {sleutel.begin}",
            soort=Logsoort.RECHT,
            noun=Noun.SLEUTEL,
        )
    return sleutel
