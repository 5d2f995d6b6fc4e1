"""Every route with every role, as the rights say: what `openlea rights --json` prints."""

from collections.abc import Iterable

from openlea.policy.rechten import Actor, LidRol
from openlea.web.route import Route

EIGEN, ANDERE = "eigen", "andere"


def rights_rows(routes: Iterable[Route]) -> list[dict[str, object]]:
    """Return a row per route, method, role and werkruimte, with whether the door opens.

    'eigen' is a werkruimte where one has this role (publiek: one that is openbaar); 'andere' is
    one without a membership that is not openbaar, where nobody finds anything. Computed from the
    declared rights; tests/web/test_rights.py holds the same against real requests.
    """
    return [
        {
            "route": route.name,
            "methode": method,
            "rol": str(rol),
            "werkruimte": werkruimte,
            "toegestaan": werkruimte == EIGEN and Actor(werkruimte=0, rol=rol).may(*recht),
        }
        for route in routes
        for method, recht in route.rights().items()
        for rol in LidRol
        for werkruimte in (EIGEN, ANDERE)
    ]
