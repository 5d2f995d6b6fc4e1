"""The matrix: what a table of addresses answers to each role, beside what the rights say.

Each function looks at a table and returns every fault that it finds, in words that name the address
and the role; an empty answer means that the table keeps the rights. A test of its own puts a hole
in a copy of the table, to see that the matrix finds it.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, reverse

from openlea.policy.rechten import Actor, LidRol, Scope
from openlea.web.opendeur import OpenDoor
from openlea.web.route import Route

ANDER, ER_NIET = "inclusiever-onderwijs", "bestaat-niet"
FINER = {"voorstel"}
"""A draft of a proposal is for its werkgroep alone: a role that sees what is shared may miss it."""
NOT_ON_DISK = {"document"}
"""What the demo names but has no file of."""
OPEN = 299
"""What a stubbed view answers, so that only the door is looked at."""
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
ENDS = (LidRol.AGENDABEHEERDER, LidRol.PUBLIEK)
"""What nobody declared is refused before anybody is looked up, so the two ends say it for all."""


def ask(client: Client, route: Route, method: str, slug: str) -> HttpResponse:
    """Return what an address answers; whatever the asking wrote is undone."""
    url = reverse(route.name, kwargs={"werkruimte": slug, **route.voorbeeld})
    client.raise_request_exception = False
    with transaction.atomic():
        answer: Any = client.generic(method, url)
        if answer.streaming:
            whole = b"".join(answer.streaming_content)
            answer = HttpResponse(whole, status=answer.status_code, headers=dict(answer.headers))
        transaction.set_rollback(True)
    return answer  # type: ignore[no-any-return]


def is_refused(answer: HttpResponse) -> bool:
    """Return whether an answer is the refusal of the door."""
    to_login = answer.status_code == 302 and "/inloggen/" in answer["Location"]
    return to_login or answer.status_code in {403, 404}


def nameless(
    patterns: Iterable[URLPattern | URLResolver], routes: Sequence[Route], doors: Sequence[OpenDoor]
) -> list[str]:
    """Return the addresses that are neither a route with a right nor a named open door.

    An open door never stands inside a werkruimte: there the right is asked at the door.
    """
    kept = {str(route.pattern().pattern): route for route in routes}
    open_ones = {str(door.pattern.pattern) for door in doors if door.waarom}
    faults = []
    for one in patterns:
        where = str(one.pattern)
        route = kept.get(where)
        if where.startswith("w/") and (route is None or not route.rights()):
            faults.append(f"{where}: stands in a werkruimte and asks no right")
        elif route is None and where not in open_ones:
            faults.append(f"{where}: neither a route nor an open door with a reason")
    return faults


def door_faults(client: Client, rol: LidRol, routes: Iterable[Route], slug: str) -> Iterator[str]:
    """Yield where the door does not open or close as the rights say, per method; views are stubs.

    HEAD follows GET; every other method that nobody declared is refused for everybody.
    """
    actor = Actor(werkruimte=1, rol=rol)
    for route in routes:
        rights = route.rights()
        for method in METHODS if rol in ENDS else rights:
            answer = ask(client, route, method, slug)
            recht = rights.get(method)
            good = (
                answer.status_code == 405
                if recht is None
                else answer.status_code == OPEN
                if actor.may(*recht)
                else is_refused(answer)
            )
            if not good:
                yield f"{method} {route.name} as {rol}: {answer.status_code}"
            if method == "GET":
                head = ask(client, route, "HEAD", slug)
                if head.status_code != answer.status_code or head.content:
                    yield f"HEAD {route.name} as {rol}: {head.status_code}, {answer.status_code}"


def page_faults(client: Client, rol: LidRol, routes: Iterable[Route], slug: str) -> Iterator[str]:
    """Yield which page is not there for who may see it, is there for who may not, or breaks."""
    for route in routes:
        if route.get is None or route.name in NOT_ON_DISK:
            continue
        answer = ask(client, route, "GET", slug)
        scope = Actor(werkruimte=1, rol=rol).scope(*route.get)
        told = f"GET {route.name} as {rol}: {answer.status_code}"
        if answer.status_code >= 500:
            yield told
        elif scope is Scope.NIETS and not is_refused(answer):
            yield f"{told}, and this role may not see it"
        elif _must_open(route, scope) and is_refused(answer):
            yield f"{told}, and this role may see it"


def _must_open(route: Route, scope: Scope) -> bool:
    return scope is Scope.ALLES or (
        scope in (Scope.GEDEELD, Scope.OPENBAAR) and route.name not in FINER
    )


def form_faults(client: Client, rol: LidRol, routes: Iterable[Route], slug: str) -> Iterator[str]:
    """Yield which empty form breaks something, or writes for who may not send it."""
    for route in routes:
        if route.post is None:
            continue
        with CaptureQueriesContext(connection) as asked:
            answer = ask(client, route, "POST", slug)
        told = f"POST {route.name} as {rol}: {answer.status_code}"
        if answer.status_code >= 500:
            yield told
        if Actor(werkruimte=1, rol=rol).may(*route.post):
            continue
        if not is_refused(answer):
            yield f"{told}, and this role may not"
        if written := [one["sql"][:60] for one in asked if _writes(one["sql"])]:
            yield f"{told}, and it wrote {written}"


def _writes(sql: str) -> bool:
    """Return whether a statement changes something that is kept; that it was tried is kept too."""
    return (
        sql.startswith(("INSERT", "UPDATE", "DELETE"))
        and '"records_' in (table := sql.split("WHERE", maxsplit=1)[0])
        and '"records_log' not in table
    )


def wall_faults(client: Client, rol: LidRol, routes: Iterable[Route], naam: str) -> Iterator[str]:
    """Yield where another werkruimte answers, or otherwise than one that does not exist."""
    missing: dict[str, HttpResponse] = {}
    for route in routes:
        for method in route.rights():
            answer = ask(client, route, method, ANDER)
            told = f"{method} {route.name} of another werkruimte as {rol}: {answer.status_code}"
            if not is_refused(answer):
                yield told
            if naam.encode() in answer.content:
                yield f"{told}, and it names the werkruimte"
            if rol is LidRol.PUBLIEK:
                continue
            if method not in missing:
                missing[method] = ask(client, route, method, ER_NIET)
            if _outline(answer) != _outline(missing[method]):
                yield f"{told}, and one that does not exist {_outline(missing[method])}"


def _outline(answer: HttpResponse) -> tuple[int, int]:
    """Return what somebody outside can compare: the code and the length of an answer."""
    return answer.status_code, len(answer.content)
