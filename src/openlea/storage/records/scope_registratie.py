"""How far a right reaches over deliveries of rows about persons: all of them, or the own partij's.

They are never public and never shared: a scope that reaches what is shared reaches none of them.
"""

from django.db.models import QuerySet

from openlea.policy.rechten import Actor, Scope
from openlea.storage.records.aanlevering import Aanlevering


def aanleveringen_within(
    aanleveringen: QuerySet[Aanlevering], scope: Scope, actor: Actor
) -> QuerySet[Aanlevering]:
    """Return the deliveries that a scope reaches; one's own are those that the own partij sent."""
    seen = aanleveringen.filter(werkruimte_id=actor.werkruimte)
    if scope is Scope.ALLES:
        return seen
    if scope is Scope.EIGEN_PARTIJ:
        return seen.filter(partij_id=actor.partij or 0)
    return seen.none()
