"""Find the forecasts that were kept in a werkruimte."""

from openlea.core.errors import NotAllowed
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.storage.records.models import Prognoserun


def find_prognoses(actor: Actor) -> tuple[Prognoserun, ...]:
    """Return them, newest first; NotAllowed for who may not see forecasts."""
    if not actor.may(Noun.PROGNOSE, Verb.ZIEN):
        raise NotAllowed("Prognoses mag jij niet zien.")
    return tuple(Prognoserun.objects.of(actor.werkruimte))
