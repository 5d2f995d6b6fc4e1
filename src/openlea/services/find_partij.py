"""Find the partij of which somebody wants to keep something, if the right reaches it."""

from openlea.core.errors import NotAllowed, NotFound
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.storage.records.models import Partij


def find_partij(actor: Actor, noun: Noun, verb: Verb, code: str) -> Partij:
    """Return the partij of this code in the werkruimte of the actor.

    Raises NotAllowed when the right to do this doesn't reach that partij, NotFound when it isn't.
    """
    scope = actor.scope(noun, verb)
    if scope is Scope.NIETS:
        raise NotAllowed("Je rol geeft hier geen recht toe.")
    found = Partij.objects.of(actor.werkruimte).filter(code=code).first()
    if found is None:
        raise NotFound(f"Er is geen partij {code}.")
    if scope is Scope.EIGEN_PARTIJ and found.pk != actor.partij:
        raise NotAllowed("Dit kan alleen voor je eigen partij.")
    return found
