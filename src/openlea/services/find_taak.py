"""Find the one legal task that somebody wants to do something with, if the right reaches it."""

from openlea.core.errors import NotAllowed, NotFound
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.storage.records import models as records
from openlea.storage.records.scope import verplichtingen_within


def find_taak(actor: Actor, verb: Verb, nummer: int) -> records.Verplichting:
    """Return the task with this number, read with its partij.

    Raises NotFound for what the actor may not see and for what the law no longer asks, NotAllowed
    for what he may see and not change.
    """
    scope = actor.scope(Noun.TAAK, verb)
    if scope is Scope.NIETS:
        raise NotAllowed("Je rol geeft hier geen recht toe.")
    standing = records.Verplichting.objects.of(actor.werkruimte).standing().filter(pk=nummer)
    found = verplichtingen_within(standing, scope, actor).first()
    if found is not None:
        return found
    seen = verplichtingen_within(standing, actor.scope(Noun.TAAK, Verb.ZIEN), actor)
    if seen.exists():
        raise NotAllowed("Dit kan alleen bij een taak van je eigen partij.")
    raise NotFound("Deze taak is er niet.")
