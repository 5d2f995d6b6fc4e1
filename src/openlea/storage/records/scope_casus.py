"""How far a right reaches over casussen: those at whose table the actor sits today."""

from openlea.policy.rechten import Actor, Scope
from openlea.storage.records.casus import CasusQuerySet


def casussen_within(casussen: CasusQuerySet, scope: Scope, actor: Actor) -> CasusQuerySet:
    """Return the casussen that a scope reaches; none for who looks as somebody else."""
    seen = casussen.filter(werkruimte_id=actor.werkruimte)
    if scope is not Scope.EIGEN_TAFEL or actor.bekijkt_als is not None:
        return seen.none()
    return seen.at_table(actor.lid)
