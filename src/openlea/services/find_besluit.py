"""Find a decision that somebody wants to see or change, if the right reaches it."""

from django.utils import timezone

from openlea.core.errors import NotAllowed, NotFound
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.vergaderen.tafel import leads
from openlea.storage.records.models import Besluit
from openlea.storage.records.scope_overleg import besluiten_within

NIET_VAN_JOU = "Een besluit wijzigt alleen wie de vergadering leidt of er secretaris van is."


def find_besluit(actor: Actor, verb: Verb, nummer: int) -> Besluit:
    """Return the decision of this number in the werkruimte, with its item and meeting.

    Raises NotFound for what the actor may not see, NotAllowed for what may be seen but not changed.
    """
    every = Besluit.objects.of(actor.werkruimte).filter(pk=nummer)
    seen = actor.scope(Noun.BESLUIT, Verb.ZIEN)
    found = besluiten_within(every, seen, actor, timezone.localdate()).first()
    if found is None:
        raise NotFound("Dit besluit is er niet.")
    if verb is Verb.ZIEN:
        return found
    meeting = found.punt.vergadering
    may = actor.scope(Noun.BESLUIT, verb) is not Scope.NIETS
    if not may or meeting is None or not leads(actor, meeting):
        raise NotAllowed(NIET_VAN_JOU)
    return found
