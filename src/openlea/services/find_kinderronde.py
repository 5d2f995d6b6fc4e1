"""Find a round for what touches single children, if who asks may that."""

from openlea.core.errors import NotAllowed
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.find_ronde import find_ronde
from openlea.storage.records.models import Plaatsingsronde

PLAATSER = "Dit kan alleen de plaatser: het gaat over losse kinderen."


def find_kinderronde(
    actor: Actor, nummer: int, verb: Verb, *, hold: bool = False
) -> Plaatsingsronde:
    """Return the round for what touches single children: only who may that, may this."""
    if actor.scope(Noun.AANMELDING, verb) is not Scope.ALLES:
        raise NotAllowed(PLAATSER)
    return find_ronde(actor, nummer, Verb.ZIEN, hold=hold)
