"""Every route × method × role × werkruimte is asked for real, and answers as the rights say."""

import pytest
from django.apps import apps
from django.http import HttpResponse
from django.test import Client
from django.urls import get_resolver, reverse

from openlea.policy.rechten import Actor, LidRol, Scope
from openlea.storage.records.models import Werkruimte
from openlea.web.route import Route
from openlea.web.routes import OPEN_DOORS, ROUTES
from tests.world import World

ANDER = "inclusiever-onderwijs"
ASKED = [(route, method) for route in ROUTES for method in route.rights()]
NAMES = [f"{method} {route.name}" for route, method in ASKED]
READ = [route for route in ROUTES if route.get and route.name != "document"]
WRITE = [route for route in ROUTES if route.post]


def ask(client: Client, route: Route, method: str, slug: str) -> HttpResponse:
    url = reverse(route.name, kwargs={"werkruimte": slug, **route.voorbeeld})
    return client.get(url) if method == "GET" else client.post(url)


def dumped() -> list[tuple[str, list[object]]]:
    """Return everything that is kept, but for who is signed in."""
    return [
        (model.__name__, list(model.objects.order_by("pk").values()))
        for model in apps.get_app_config("records").get_models()
        if model.__name__ != "Persoon"
    ]


def is_refused(answer: HttpResponse) -> bool:
    to_login = answer.status_code == 302 and "/inloggen/" in answer["Location"]
    return to_login or answer.status_code in {403, 404}


def test_every_address_is_a_route_with_a_right_or_a_named_open_door() -> None:
    patterns = get_resolver().url_patterns
    known = {route.name for route in ROUTES} | {door.pattern.name for door in OPEN_DOORS}
    assert {pattern.name for pattern in patterns} == known
    assert all(door.waarom for door in OPEN_DOORS)
    assert all(route.rights() for route in ROUTES)


def test_no_two_routes_share_a_name() -> None:
    names = [route.name for route in ROUTES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("rol", list(LidRol))
@pytest.mark.parametrize(("route", "method"), ASKED, ids=NAMES)
def test_the_door_opens_as_the_rights_say(
    hilversum: World, route: Route, method: str, rol: LidRol, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = HttpResponse("open", status=299)
    monkeypatch.setattr("openlea.web.route.answer", lambda *_: opened)
    answer = ask(hilversum.client(rol), route, method, hilversum.werkruimte.slug)
    may = Actor(werkruimte=1, rol=rol).may(*route.rights()[method])
    assert answer.status_code == 299 if may else is_refused(answer)


@pytest.mark.parametrize("rol", list(LidRol))
@pytest.mark.parametrize("route", READ, ids=[route.name for route in READ])
def test_in_the_own_werkruimte_a_page_is_there_for_who_may_see_it(
    hilversum: World, route: Route, rol: LidRol
) -> None:
    answer = ask(hilversum.client(rol), route, "GET", hilversum.werkruimte.slug)
    scope = Actor(werkruimte=1, rol=rol).scope(*route.rights()["GET"])
    if scope is Scope.NIETS:
        assert is_refused(answer), f"{rol} got {answer.status_code}"
    elif scope is not Scope.EIGEN_PARTIJ:
        assert not is_refused(answer), f"{rol} was refused with {answer.status_code}"
    assert answer.status_code < 500


@pytest.mark.parametrize("rol", list(LidRol))
@pytest.mark.parametrize("route", WRITE, ids=[route.name for route in WRITE])
def test_an_empty_form_changes_nothing_and_breaks_nothing(
    hilversum: World, route: Route, rol: LidRol
) -> None:
    before = dumped()
    answer = ask(hilversum.client(rol), route, "POST", hilversum.werkruimte.slug)
    assert answer.status_code < 500
    if not Actor(werkruimte=1, rol=rol).may(*route.rights()["POST"]):
        assert is_refused(answer)
        assert dumped() == before


@pytest.mark.parametrize("rol", list(LidRol))
@pytest.mark.parametrize(("route", "method"), ASKED, ids=NAMES)
def test_another_werkruimte_answers_nobody(
    hilversum: World, route: Route, method: str, rol: LidRol
) -> None:
    client = hilversum.client(rol)
    answer = ask(client, route, method, ANDER)
    assert is_refused(answer)
    name = Werkruimte.objects.get(slug=ANDER).naam
    assert name.encode() not in answer.content
    if rol is not LidRol.PUBLIEK:
        missing = ask(client, route, method, "bestaat-niet")
        assert (answer.status_code, len(answer.content)) == (
            missing.status_code,
            len(missing.content),
        )


def test_a_membership_that_ended_opens_nothing(hilversum: World) -> None:
    lid = hilversum.lid(LidRol.AGENDABEHEERDER)
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    type(lid).objects.filter(pk=lid.pk).update(van="2020-01-01", tot="2020-12-31")
    answer = client.get(hilversum.url(""))
    assert is_refused(answer)
