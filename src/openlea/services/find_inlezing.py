"""Find a reading in by its number, for who may read in; elsewhere it doesn't exist."""

from openlea.core.errors import Conflict, NotAllowed, NotFound
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.kolommen.deel import MAG_NIET, own_inlezingen, own_part
from openlea.services.kolommen.werkstuk import Werkstuk, open_werkstuk
from openlea.services.laden.plank import plek_of
from openlea.storage.records.models import Werkruimte


def find_inlezing(actor: Actor, nummer: int, *, versie: int | None = None) -> Werkstuk:
    """Return an unfinished reading in at work.

    NotAllowed without the right, NotFound when it isn't here or was finished or thrown away,
    Conflict when somebody else went on with it since `versie`.
    """
    if not actor.may(Noun.BRON, Verb.MAKEN):
        raise NotAllowed(MAG_NIET)
    found = own_inlezingen(actor).unfinished().filter(pk=nummer).first()
    if found is None:
        raise NotFound("Deze inlezing is er niet meer.")
    if versie not in (None, found.versie):
        raise Conflict("Iemand anders heeft dit intussen gewijzigd.")
    slug = Werkruimte.objects.get(pk=actor.werkruimte).slug
    plek = plek_of(found.bron, slug)
    return open_werkstuk(found, plek, own_part(actor, plek.source))
