"""Finds applications that were brought to the door and that nobody confirmed yet."""

from openlea.core.errors import Conflict, NotFound
from openlea.policy.rechten import Actor
from openlea.services.plaats.ronde import AANMELDINGEN
from openlea.storage.records.models import Aanlevering, Plaatsingsronde


def find_concept(actor: Actor, ronde: Plaatsingsronde, levering: int) -> Aanlevering:
    """Return the delivery; NotFound when it is none of this round's, Conflict when it is over."""
    mine = Aanlevering.objects.of(actor.werkruimte).select_related("werkruimte")
    same = mine.filter(registratie=AANMELDINGEN, periode=ronde.schooljaar)
    one = same.filter(pk=levering, door_id=actor.persoon).first()
    if one is None:
        raise NotFound("Deze aanmeldingen zijn er niet.")
    if one.gewist_op is not None:
        raise Conflict("Deze aanmeldingen zijn gewist. Kies het bestand opnieuw.")
    if one.bevestigd_op is not None:
        raise Conflict("Deze aanmeldingen tellen al mee.")
    return one
