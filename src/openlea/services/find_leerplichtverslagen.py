"""Find the reports about leerplicht that the right of somebody reaches."""

from django.db.models import QuerySet

from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.storage.records.models import Verslag
from openlea.storage.records.verslag import VerslagStaat


def find_leerplichtverslagen(actor: Actor) -> QuerySet[Verslag]:
    """Return the reports that somebody may see; outside only what was settled is read."""
    scope = actor.scope(Noun.VERSLAG, Verb.ZIEN)
    seen = Verslag.objects.of(actor.werkruimte).within(scope)
    return seen if scope is Scope.ALLES else seen.filter(staat=str(VerslagStaat.VASTGESTELD))
