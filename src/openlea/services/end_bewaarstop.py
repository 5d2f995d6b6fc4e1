"""End a hold: from tomorrow the term counts again."""

from datetime import date

from django.db import transaction

from openlea.core.errors import NotAllowed, NotFound
from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Bewaarstop


@transaction.atomic
def end_bewaarstop(actor: Actor, nummer: int, on: date) -> Bewaarstop:
    """Return the hold with its last day; one that ended before stays as it was."""
    if not actor.may(Noun.BEWARING, Verb.WIJZIGEN):
        raise NotAllowed("Een bewaarstop opheffen mag alleen de agendabeheerder.")
    found = Bewaarstop.objects.of(actor.werkruimte).filter(pk=nummer).first()
    if found is None:
        raise NotFound("Deze bewaarstop is er niet.")
    if found.tot is not None and found.tot <= on:
        return found
    found.tot = max(on, found.van)
    kept = keep_record(actor, found)
    log_deed(actor, "bewaarstop opgeheven", str(kept), soort=Logsoort.WIJZIGEN, noun=Noun.BEWARING)
    return kept
