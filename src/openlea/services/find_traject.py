"""Find a process of public schools that somebody wants to change, if the right reaches it."""

from openlea.core.errors import NotAllowed, NotFound
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.storage.records.models import Traject
from openlea.storage.records.scope import trajecten_within


def find_traject(actor: Actor, nummer: int) -> Traject:
    """Return the process of this number, to be changed.

    Raises NotFound for what the actor may not see, NotAllowed for what may be seen but not changed.
    """
    every = Traject.objects.of(actor.werkruimte).filter(pk=nummer)
    if not trajecten_within(every, actor.scope(Noun.PLAN, Verb.ZIEN), actor).exists():
        raise NotFound("Dit traject is er niet.")
    scope = actor.scope(Noun.PLAN, Verb.WIJZIGEN)
    found = None if scope is Scope.NIETS else trajecten_within(every, scope, actor).first()
    if found is None:
        raise NotAllowed("Dit kan alleen voor je eigen partij.")
    return found
