"""List the casussen at whose table somebody sits, with what the table knows of each."""

from dataclasses import dataclass

from openlea.core.casus import Casusinhoud
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.casus.openen import opened
from openlea.storage.records.models import Casus
from openlea.storage.records.scope_casus import casussen_within


@dataclass(frozen=True, slots=True)
class Eigencasus:
    """A casus of one's own table; without `inhoud` it was erased, or can't be opened here."""

    record: Casus
    inhoud: Casusinhoud | None


def list_casussen(actor: Actor) -> tuple[Eigencasus, ...]:
    """Return them, newest first; none for who sits at no table."""
    scope = actor.scope(Noun.CASUS, Verb.ZIEN)
    seen = casussen_within(Casus.objects.of(actor.werkruimte), scope, actor)
    return tuple(Eigencasus(one, opened(one)) for one in seen.select_related("werkruimte"))
