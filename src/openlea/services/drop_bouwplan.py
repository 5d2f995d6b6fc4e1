"""Take away a building plan."""

from django.db import transaction

from openlea.core.errors import NotAllowed, NotFound
from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Bouwplan


@transaction.atomic
def drop_bouwplan(actor: Actor, nummer: int) -> None:
    """Take it away; its history stays. NotAllowed, and NotFound for one that isn't here."""
    if actor.scope(Noun.PROGNOSE, Verb.WIJZIGEN) is not Scope.ALLES:
        raise NotAllowed("Bouwplannen haalt de gemeente weg.")
    found = Bouwplan.objects.of(actor.werkruimte).filter(pk=nummer).first()
    if found is None:
        raise NotFound("Dit bouwplan is er niet.")
    found.delete()
    log_deed(
        actor, "bouwplan weggehaald", str(found), soort=Logsoort.VERWIJDEREN, noun=Noun.PROGNOSE
    )
