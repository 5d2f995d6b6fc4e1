"""Who sees a casus: who sits at its table today, and nobody else whatever the role."""

from collections.abc import Collection

from openlea.policy.rechten import Actor, Scope


def sees_casus(scope: Scope, actor: Actor, tafel: Collection[int]) -> bool:
    """Return whether a scope reaches a casus; `tafel` are the memberships that sit there today.

    Who looks as somebody else sees none. The filter that storage makes of a scope answers the same.
    """
    seated = actor.lid is not None and actor.lid in tafel
    return scope is Scope.EIGEN_TAFEL and actor.bekijkt_als is None and seated
