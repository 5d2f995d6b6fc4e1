"""Find one delivery of rows about persons, for who may; of its rows nothing is opened."""

from openlea.core.errors import NotAllowed, NotFound
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.kluis.plek import refuse_own_door, registraties
from openlea.storage.records.models import Aanlevering
from openlea.storage.records.scope_registratie import aanleveringen_within


def find_aanlevering(actor: Actor, nummer: int, verb: Verb = Verb.ZIEN) -> Aanlevering:
    """Return a delivery with its werkruimte and partij.

    NotAllowed without the right, NotFound when it is not here or another partij sent it;
    Conflict for a change of what is delivered on a page of its own.
    """
    scope = actor.scope(Noun.REGISTRATIE, verb)
    if not actor.may(Noun.REGISTRATIE, verb):
        raise NotAllowed("Dit mag je hier niet met een registratie.")
    found = aanleveringen_within(Aanlevering.objects.of(actor.werkruimte), scope, actor)
    one = found.select_related("werkruimte", "partij", "door").filter(pk=nummer).first()
    if one is None:
        raise NotFound("Deze aanlevering is er niet.")
    if verb is Verb.MAKEN and one.registratie in registraties():
        refuse_own_door(registraties()[one.registratie])
    return one
