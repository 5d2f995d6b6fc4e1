"""Let everybody see a round: its promise before the draw, its outcome after it."""

from django.db import transaction
from django.utils import timezone

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import Conflict
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_ronde import find_ronde
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Plaatsingsronde


@transaction.atomic
def publish_ronde(actor: Actor, nummer: int, *, versie: int | None = None) -> Plaatsingsronde:
    """Return the round, public; once it is placed `bekend_op` says since when its outcome is.

    Conflict when nothing was promised, or all of it is public already.
    """
    ronde = find_ronde(actor, nummer, Verb.WIJZIGEN, hold=True)
    if ronde.vastgelegd_op is None:
        raise Conflict("Leg eerst vast wie meedoet. Dan is er iets om openbaar te maken.")
    placed = ronde.geplaatst_op is not None
    if ronde.zichtbaarheid == Zichtbaarheid.PUBLIEK and (ronde.bekend_op or not placed):
        raise Conflict("Dit is al openbaar.")
    ronde.zichtbaarheid = Zichtbaarheid.PUBLIEK
    if placed:
        ronde.bekend_op = timezone.now()
    kept = keep_record(actor, ronde, versie=versie)
    what = "uitkomst openbaar gemaakt" if placed else "vastlegging openbaar gemaakt"
    log_deed(actor, what, f"ronde {kept.pk}", kept.vastlegging, noun=Noun.PLAATSING)
    return kept
