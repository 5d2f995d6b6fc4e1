"""Find a round of placement that somebody wants to see or change, if the right reaches it."""

from openlea.core.errors import NotAllowed, NotFound
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.storage.records.models import Plaatsingsronde

NIET = "Dit kan alleen wie plaatsingsronden bijhoudt."


def find_ronde(actor: Actor, nummer: int, verb: Verb, *, hold: bool = False) -> Plaatsingsronde:
    """Return the round of this number; held for a change with `hold`, inside a transaction.

    Raises NotFound for what the actor may not see, NotAllowed for what may be seen, not changed.
    """
    scope = actor.scope(Noun.PLAATSING, Verb.ZIEN)
    every = Plaatsingsronde.objects.of(actor.werkruimte).within(scope)
    found = (every.held() if hold else every).filter(pk=nummer).first()
    if found is None:
        raise NotFound("Deze ronde is er niet.")
    if verb is not Verb.ZIEN and actor.scope(Noun.PLAATSING, verb) is not Scope.ALLES:
        raise NotAllowed(NIET)
    return found
