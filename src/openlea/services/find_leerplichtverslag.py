"""Find the report of a schooljaar, if the right of somebody reaches it."""

from openlea.policy.rechten import Actor
from openlea.services.find_leerplichtverslagen import find_leerplichtverslagen
from openlea.storage.records.models import Verslag
from openlea.storage.records.verslag import VerslagSoort


def find_leerplichtverslag(actor: Actor, schooljaar: str, soort: VerslagSoort) -> Verslag | None:
    """Return it, or None when nobody began it or it isn't for this actor."""
    seen = find_leerplichtverslagen(actor)
    return seen.filter(soort=str(soort), schooljaar=schooljaar).first()
