"""Find a sharing of which the own werkruimte is one of the two sides."""

from django.db.models import Q

from openlea.core.deling import Delingzijde
from openlea.core.errors import NotAllowed, NotFound
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.storage.records.models import Deling


def find_deling(actor: Actor, verb: Verb, nummer: int) -> tuple[Deling, Delingzijde]:
    """Return a sharing and on which side of it the actor stands.

    Raises NotAllowed without the right, NotFound for what is between others, as for what is not.
    """
    if actor.scope(Noun.DELING, verb) is not Scope.ALLES:
        raise NotAllowed("Alleen de agendabeheerder gaat over delen met een andere werkruimte.")
    sides = Q(werkruimte=actor.werkruimte) | Q(met=actor.werkruimte)
    found = Deling.objects.filter(sides, pk=nummer).select_related("werkruimte", "met").first()
    if found is None:
        raise NotFound("Deze deling is er niet.")
    is_own = found.werkruimte_id == actor.werkruimte
    return found, Delingzijde.AANBIEDER if is_own else Delingzijde.ONTVANGER
