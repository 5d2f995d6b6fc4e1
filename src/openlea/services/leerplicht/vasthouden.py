"""Hold the report of a schooljaar for a change."""

from openlea.core.errors import NotAllowed, NotFound
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.storage.records.models import Verslag
from openlea.storage.records.verslag import VerslagSoort

NIET = "Alleen wie de agenda bijhoudt, schrijft aan het verslag."


def held_leerplichtverslag(actor: Actor, schooljaar: str, soort: VerslagSoort) -> Verslag:
    """Return it for a change; NotAllowed without the right, NotFound when nobody began it."""
    if actor.scope(Noun.VERSLAG, Verb.WIJZIGEN) is not Scope.ALLES:
        raise NotAllowed(NIET)
    own = Verslag.objects.of(actor.werkruimte).filter(soort=str(soort), schooljaar=schooljaar)
    found = own.first()
    if found is None:
        raise NotFound("Dit verslag is nog niet begonnen.")
    return found
