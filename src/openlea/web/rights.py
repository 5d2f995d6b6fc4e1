"""Every route and operation with every role, as the rights say: `openlea rights --json`."""

from collections.abc import Iterable, Iterator

from openlea.policy.rechten import Actor, LidRol, Recht
from openlea.web.api.operatie import Operatie
from openlea.web.route import Route

EIGEN, ANDERE = "eigen", "andere"
API = "api/"
"""What stands before the name of an operation, to tell it from a page."""


def rights_rows(
    routes: Iterable[Route], operaties: Iterable[Operatie] = ()
) -> list[dict[str, object]]:
    """Return a row per route, method, role and werkruimte, with whether the door opens.

    'eigen' is a werkruimte where one has this role (publiek: one that is openbaar); 'andere' is
    one without a membership that is not openbaar, where nobody finds anything. Computed from the
    declared rights; tests/web/test_rights.py and test_api_rights.py ask the same for real. What an
    operation tells everybody, about no werkruimte, is no row.
    """
    return [
        {
            "route": naam,
            "methode": method,
            "rol": str(rol),
            "werkruimte": werkruimte,
            "toegestaan": werkruimte == EIGEN and Actor(werkruimte=0, rol=rol).may(*recht),
        }
        for naam, method, recht in _asked(routes, operaties)
        for rol in LidRol
        for werkruimte in (EIGEN, ANDERE)
    ]


def _asked(
    routes: Iterable[Route], operaties: Iterable[Operatie]
) -> Iterator[tuple[str, str, Recht]]:
    for route in routes:
        for method, recht in route.rights().items():
            yield route.name, method, recht
    for one in operaties:
        if {"werkruimte", "slug"} & (one.vraagbaar | one.voorbeeld.keys()):
            yield f"{API}{one.naam}", "GET", one.recht
