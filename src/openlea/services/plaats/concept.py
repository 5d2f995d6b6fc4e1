"""Finds applications that were brought to the door and that nobody confirmed yet."""

from openlea.core.errors import Conflict, NotFound
from openlea.policy.rechten import Actor
from openlea.services.plaats.ronde import AANMELDINGEN
from openlea.storage.records.aanlevering import AanleveringQuerySet
from openlea.storage.records.models import Aanlevering, Plaatsingsronde


def find_concept(actor: Actor, ronde: Plaatsingsronde, levering: int) -> Aanlevering:
    """Return the delivery; NotFound when it is none of this round's, Conflict when it is over."""
    one = _mine(actor, ronde).filter(pk=levering).first()
    if one is None:
        raise NotFound("Deze aanmeldingen zijn er niet.")
    if one.gewist_op is not None:
        raise Conflict("Deze aanmeldingen zijn gewist. Kies het bestand opnieuw.")
    if one.bevestigd_op is not None:
        raise Conflict("Deze aanmeldingen tellen al mee.")
    return one


def concepts_of(actor: Actor, ronde: Plaatsingsronde) -> list[Aanlevering]:
    """Return what this person brought for this school year and didn't confirm, newest first."""
    return list(_mine(actor, ronde).concepts())


def _mine(actor: Actor, ronde: Plaatsingsronde) -> AanleveringQuerySet:
    mine = Aanlevering.objects.of(actor.werkruimte).select_related("werkruimte")
    same = mine.filter(registratie=AANMELDINGEN, periode=ronde.schooljaar)
    return same.filter(door_id=actor.persoon)
