"""Find a round of questions that somebody wants to see or change, if the right reaches it."""

from openlea.core.errors import NotAllowed, NotFound
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.storage.records.models import Raadpleging

NIET = "Alleen wie de agenda bijhoudt, kan een raadpleging houden."


def find_raadpleging(actor: Actor, verb: Verb, nummer: int, *, hold: bool = False) -> Raadpleging:
    """Return the round of this number; held for a change with `hold`, inside a transaction.

    Raises NotFound for what the actor may not see, NotAllowed for what may be seen but not changed.
    """
    every = Raadpleging.objects.select_for_update(no_key=True) if hold else Raadpleging.objects
    within = every.of(actor.werkruimte).within(actor.scope(Noun.RAADPLEGING, Verb.ZIEN))
    found = within.filter(pk=nummer).first()
    if found is None:
        raise NotFound("Deze raadpleging is er niet.")
    if verb is not Verb.ZIEN and actor.scope(Noun.RAADPLEGING, verb) is not Scope.ALLES:
        raise NotAllowed(NIET)
    return found
