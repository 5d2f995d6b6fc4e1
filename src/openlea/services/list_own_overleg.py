"""List the consultations that somebody keeps or leads, with the plan of this year."""

from dataclasses import dataclass, field
from datetime import date

from openlea.policy.overlegplan import Overlegplan
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.describe_overlegplan import FIRST, LAST, describe_overlegplan
from openlea.storage.records.models import Overlegreeks
from openlea.storage.records.scope_overleg import reeksen_within


@dataclass(frozen=True, slots=True)
class Eigenoverleg:
    """The plan of this year (None when there is nothing to keep), and the own series by number."""

    plan: Overlegplan | None = None
    reeksen: frozenset[int] = field(default_factory=frozenset)


def list_own_overleg(actor: Actor, today: date) -> Eigenoverleg:
    """Return the series of which the actor may change the agendas, in a fixed number of queries."""
    scope = actor.scope(Noun.OVERLEG, Verb.WIJZIGEN)
    if scope is Scope.NIETS or not FIRST <= today.year <= LAST:
        return Eigenoverleg()
    every = Overlegreeks.objects.of(actor.werkruimte)
    own = frozenset(reeksen_within(every, scope, actor, today).values_list("pk", flat=True))
    if not own:
        return Eigenoverleg()
    return Eigenoverleg(describe_overlegplan(actor, today.year, today), own)
