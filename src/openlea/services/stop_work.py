"""Stop work in the background: at once when it waits, after its step when it runs."""

from django.db import transaction
from django.utils import timezone

from openlea.core.errors import NotAllowed, NotFound
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.policy.werk import WerkStaat
from openlea.services.log_deed import log_deed
from openlea.storage.records.werk import Werk


@transaction.atomic
def stop_work(actor: Actor, nummer: int) -> Werk:
    """Return the work after asking it to stop; what is over already stays as it is.

    NotFound when it is not of this werkruimte, NotAllowed without the right to change work.
    """
    if not actor.may(Noun.WERK, Verb.WIJZIGEN):
        raise NotAllowed("Werk op de achtergrond mag jij niet stoppen.")
    mine = Werk.objects.of(actor.werkruimte).filter(pk=nummer)
    werk = mine.first()
    if werk is None:
        raise NotFound("Dit werk is er niet.")
    plain = Werk.objects.filter(pk=nummer)
    stopped = plain.waiting().update(staat=WerkStaat.GESTOPT, klaar_op=timezone.now())
    if stopped or plain.underway().update(stop_gevraagd=True):
        log_deed(actor, "werk gestopt", werk.naam, werk.soort, noun=Noun.WERK)
    werk.refresh_from_db()
    return werk
