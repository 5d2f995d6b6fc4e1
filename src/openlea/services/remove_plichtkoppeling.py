"""Take away that an action serves a duty; the action and the duty stay."""

from django.db import transaction

from openlea.core.errors import NotFound
from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_actie import find_actie
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Actie, Plichtkoppeling

MISSING = "Deze koppeling is er niet."


def remove_plichtkoppeling(actor: Actor, nummer: int) -> str:
    """Remove a link and return the code of its action. Raises NotFound and NotAllowed."""
    with transaction.atomic():
        found = Plichtkoppeling.objects.of(actor.werkruimte).filter(pk=nummer).first()
        if found is None:
            raise NotFound(MISSING)
        actie = _action(actor, found)
        log_deed(
            actor,
            "plicht ontkoppeld",
            actie.code,
            found.plicht,
            soort=Logsoort.VERWIJDEREN,
            noun=Noun.TAAK,
        )
        found.delete()
    return str(actie.code)


def _action(actor: Actor, found: Plichtkoppeling) -> Actie:
    """Return its action, to be changed; a hidden one answers like a link that isn't there."""
    try:
        actie = find_actie(actor, Noun.ACTIE, Verb.WIJZIGEN, found.actie.code)
    except NotFound:
        raise NotFound(MISSING) from None
    if actie.pk != found.actie_id:
        raise NotFound(MISSING)
    return actie
