"""Change what a round of placement is called, its year, its day of the draw, and who sees it."""

from django.db import transaction

from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_ronde import find_ronde
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.plaats.opzet import Rondeopzet, lay_down
from openlea.storage.records.models import Plaatsingsronde


@transaction.atomic
def change_ronde(
    actor: Actor, nummer: int, opzet: Rondeopzet, versie: int | None = None
) -> Plaatsingsronde:
    """Return the round; NotAllowed, NotFound, BadInput with the field, Conflict."""
    ronde = find_ronde(actor, nummer, Verb.WIJZIGEN, hold=True)
    lay_down(ronde, opzet)
    kept = keep_record(actor, ronde, versie=versie)
    log_deed(actor, "plaatsingsronde gewijzigd", f"ronde {kept.pk}", str(kept), noun=Noun.PLAATSING)
    return kept
