"""Find the report of a schooljaar, if the right of somebody reaches it."""

from django.db.models import QuerySet

from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.storage.records.models import Verslag
from openlea.storage.records.verslag import VerslagSoort, VerslagStaat


def find_leerplichtverslag(actor: Actor, schooljaar: str, soort: VerslagSoort) -> Verslag | None:
    """Return it, or None when nobody began it or it isn't for this actor."""
    return find_verslagen(actor).filter(soort=str(soort), schooljaar=schooljaar).first()


def find_verslagen(actor: Actor) -> QuerySet[Verslag]:
    """Return the reports that somebody may see; outside only what was settled is read."""
    scope = actor.scope(Noun.VERSLAG, Verb.ZIEN)
    seen = Verslag.objects.of(actor.werkruimte).within(scope)
    return seen if scope is Scope.ALLES else seen.filter(staat=str(VerslagStaat.VASTGESTELD))
