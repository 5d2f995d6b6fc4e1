"""Find a series of meetings that somebody wants to see or change, if the right reaches it."""

from django.utils import timezone

from openlea.core.errors import NotAllowed, NotFound
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.storage.records.models import Overlegreeks
from openlea.storage.records.scope_overleg import reeksen_within

NIET_VAN_JOU = "Dit kan alleen wie dit overleg voorzit of er secretaris van is."


def find_reeks(actor: Actor, verb: Verb, nummer: int) -> Overlegreeks:
    """Return the series of this number.

    Raises NotFound for what the actor may not see, NotAllowed for what may be seen but not changed.
    """
    today = timezone.localdate()
    every = Overlegreeks.objects.of(actor.werkruimte).filter(pk=nummer)
    seen = actor.scope(Noun.OVERLEG, Verb.ZIEN)
    if not reeksen_within(every, seen, actor, today).exists():
        raise NotFound("Dit overleg is er niet.")
    scope = actor.scope(Noun.OVERLEG, verb)
    found = None if scope is Scope.NIETS else reeksen_within(every, scope, actor, today).first()
    if found is None:
        raise NotAllowed(NIET_VAN_JOU)
    return found
