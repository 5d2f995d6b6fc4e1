"""Find a meeting that somebody wants to see or change, if the right reaches it."""

from django.utils import timezone

from openlea.core.errors import NotAllowed, NotFound
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.find_reeks import NIET_VAN_JOU
from openlea.storage.records.models import Vergadering
from openlea.storage.records.scope_overleg import vergaderingen_within


def find_vergadering(actor: Actor, verb: Verb, nummer: int) -> Vergadering:
    """Return the meeting of this number, with its series.

    Raises NotFound for what the actor may not see, NotAllowed for what may be seen but not changed.
    """
    today = timezone.localdate()
    every = Vergadering.objects.of(actor.werkruimte).filter(pk=nummer)
    seen = actor.scope(Noun.OVERLEG, Verb.ZIEN)
    if not vergaderingen_within(every, seen, actor, today).exists():
        raise NotFound("Deze vergadering is er niet.")
    scope = actor.scope(Noun.OVERLEG, verb)
    found = (
        None if scope is Scope.NIETS else vergaderingen_within(every, scope, actor, today).first()
    )
    if found is None:
        raise NotAllowed(NIET_VAN_JOU)
    return found
