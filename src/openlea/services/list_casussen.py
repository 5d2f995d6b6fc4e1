"""List the casussen at whose table somebody sits, with what the table knows of each."""

from dataclasses import dataclass

from openlea.core.casus import Casusinhoud
from openlea.core.errors import BadFile, NotFound
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.casus.inhoud import read_inhoud
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


def opened(one: Casus) -> Casusinhoud | None:
    """Return the content of a casus that was found for who may see it; None when it is not here."""
    if one.gewist_op is not None:
        return None
    try:
        return read_inhoud(one)
    except (NotFound, BadFile):
        return None
