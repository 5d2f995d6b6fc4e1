"""Begin a round of placement for one school year."""

from django.db import transaction

from openlea.core.errors import NotAllowed
from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.find_ronde import NIET
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.plaats.opzet import Rondeopzet, lay_down
from openlea.storage.records.models import Plaatsingsronde


@transaction.atomic
def make_ronde(actor: Actor, opzet: Rondeopzet) -> Plaatsingsronde:
    """Return the new round; NotAllowed, BadInput with the field."""
    if actor.scope(Noun.PLAATSING, Verb.MAKEN) is not Scope.ALLES:
        raise NotAllowed(NIET)
    new = Plaatsingsronde(werkruimte_id=actor.werkruimte, door_id=actor.persoon)
    lay_down(new, opzet)
    kept = keep_record(actor, new)
    log_deed(
        actor,
        "plaatsingsronde begonnen",
        f"ronde {kept.pk}",
        str(kept),
        soort=Logsoort.MAKEN,
        noun=Noun.PLAATSING,
    )
    return kept
