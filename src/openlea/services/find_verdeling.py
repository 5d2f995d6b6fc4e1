"""Find a division of a budget that somebody wants to see or change, if the right reaches it."""

from openlea.core.errors import Conflict, NotAllowed, NotFound
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.storage.records.models import Verdeling
from openlea.storage.records.verdeling import VerdelingStaat

NIET = "Alleen wie de agenda bijhoudt, kan een verdeling maken en wijzigen."
BESLOTEN = "Over deze verdeling is besloten. Maak een kopie om opnieuw te verdelen."


def find_verdeling(
    actor: Actor, verb: Verb, nummer: int, *, hold: bool = False, concept: bool = False
) -> Verdeling:
    """Return the division of this number; held for a change with `hold`, inside a transaction.

    Raises NotFound for what the actor may not see, NotAllowed for what may be seen but not changed,
    and with `concept` Conflict when it was decided.
    """
    every = Verdeling.objects.of(actor.werkruimte).within(actor.scope(Noun.VERDELING, Verb.ZIEN))
    found = (every.held() if hold else every).filter(pk=nummer).first()
    if found is None:
        raise NotFound("Deze verdeling is er niet.")
    if verb is not Verb.ZIEN and actor.scope(Noun.VERDELING, verb) is not Scope.ALLES:
        raise NotAllowed(NIET)
    if concept and found.staat != VerdelingStaat.CONCEPT:
        raise Conflict(BESLOTEN)
    return found
