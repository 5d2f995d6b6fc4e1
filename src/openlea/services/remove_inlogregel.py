"""Remove a rule for signing in; the roles that it gave end with it."""

from django.db import transaction
from django.utils import timezone

from openlea.core.errors import NotAllowed, NotFound
from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.inlogdienst.lidmaatschappen import end
from openlea.services.log_deed import log_deed
from openlea.storage.records import models as records


@transaction.atomic
def remove_inlogregel(actor: Actor, nummer: int) -> int:
    """Remove the rule and return how many roles ended. Raises NotFound.

    A role that another rule gives too comes back when its person signs in again.
    """
    if actor.scope(Noun.INLOGREGEL, Verb.WIJZIGEN) is not Scope.ALLES:
        raise NotAllowed("Alleen een agendabeheerder haalt regels voor het inloggen weg.")
    own = records.Inlogregel.objects.of(actor.werkruimte)
    regel = own.filter(pk=nummer).first()
    if regel is None:
        raise NotFound("Deze regel is er niet.")
    leden = records.Lidmaatschap.objects.of(actor.werkruimte).filter(via=regel)
    active = list(leden.active_on(timezone.localdate()))
    for lid in active:
        end(lid.persoon, lid)
    regel.delete()
    log_deed(
        actor,
        "inlogregel weggehaald",
        f"inlogregel {nummer}",
        f"{len(active)} beëindigd",
        soort=Logsoort.RECHT,
        noun=str(Noun.INLOGREGEL),
    )
    return len(active)
