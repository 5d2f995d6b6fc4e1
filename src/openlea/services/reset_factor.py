"""Take the second step away from a member who lost it, so that a new one can be chosen."""

from django.db import transaction
from django.utils import timezone

from openlea.core.errors import NotAllowed, NotFound
from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.policy.tweede_factor import may_reset
from openlea.services.find_lid import find_lid
from openlea.services.log_deed import log_deed
from openlea.services.toegang.stappen import remove_steps
from openlea.storage.records.models import Lidmaatschap

ELDERS = "Deze persoon doet ook elders mee. Alleen de beheerder van de installatie kan dit."

EIGEN = "Je eigen tweede stap wijzig je bij 'Mijn account'."


@transaction.atomic
def reset_factor(actor: Actor, lid: int) -> None:
    """Remove every second step of a member, end the sessions and tell the person by mail.

    Only who keeps the agenda may, and only for who is a member nowhere else; not for the own
    account: an open session alone would take away what guards it. Raises NotAllowed, and NotFound
    where nothing is to be reset.
    """
    if actor.scope(Noun.LID, Verb.WIJZIGEN) is not Scope.ALLES:
        raise NotAllowed("Alleen een agendabeheerder herstelt een account.")
    found = find_lid(actor, lid)
    if found.persoon_id == actor.persoon:
        raise NotAllowed(EIGEN)
    active = Lidmaatschap.objects.of_persoon(found.persoon_id).active_on(timezone.localdate())
    elders = active.exclude(werkruimte_id=actor.werkruimte).exists()
    if not may_reset(leden_elders=elders, is_beheerder=found.persoon.is_beheerder):
        raise NotAllowed(ELDERS)
    if not remove_steps(found.persoon):
        raise NotFound("Deze persoon heeft geen tweede stap.")
    log_deed(actor, "tweede stap verwijderd", f"lid {lid}", soort=Logsoort.RECHT, noun=Noun.LID)
