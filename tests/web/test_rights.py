"""Every route × method × role × werkruimte is asked for real, and answers as the rights say."""

from types import ModuleType

import pytest
from django.http import HttpRequest, HttpResponse
from django.urls import clear_url_caches, get_resolver, path
from pytest_django import Settings

from openlea.policy.rechten import Actor, LidRol, Noun
from openlea.storage.records.models import Werkruimte
from openlea.web.opendeur import OpenDoor
from openlea.web.route import LeaRequest, Route, recht
from openlea.web.routes import OPEN_DOORS, ROUTES, urlpatterns
from tests.web.rechten_matrix import (
    ANDER,
    OPEN,
    door_faults,
    form_faults,
    is_refused,
    nameless,
    page_faults,
    wall_faults,
)
from tests.world import World

HERE = "hilversum"
LOOKING = (
    LidRol.AGENDABEHEERDER,
    LidRol.ANALIST,
    LidRol.AUDITOR,
    LidRol.PLAATSER,
    LidRol.PARTNER,
    LidRol.PUBLIEK,
)
"""Between them they see every page, from the inside, the side and the outside.

Who may come in is asked of every role, at the door; what every role meets inside, the crawler sees.
"""


def test_every_address_is_a_route_with_a_right_or_a_named_open_door() -> None:
    assert nameless(get_resolver().url_patterns, ROUTES, OPEN_DOORS) == []
    assert all(door.waarom for door in OPEN_DOORS)
    assert all(route.rights() for route in ROUTES)


def test_no_two_routes_share_a_name() -> None:
    names = [route.name for route in ROUTES]
    assert len(names) == len(set(names))


@pytest.fixture
def only_the_door(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no view answer: what comes past the door says so."""
    monkeypatch.setattr("openlea.web.route.answer", lambda *_: HttpResponse("", status=OPEN))


@pytest.mark.parametrize("rol", list(LidRol))
def test_the_door_opens_as_the_rights_say(
    hilversum: World, only_the_door: None, rol: LidRol
) -> None:
    assert list(door_faults(hilversum.client(rol), rol, ROUTES, HERE)) == []


def test_in_an_open_werkruimte_of_others_everybody_is_the_public(
    hilversum: World, only_the_door: None
) -> None:
    Werkruimte.objects.filter(slug=ANDER).update(openbaar=True)
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    assert list(door_faults(client, LidRol.PUBLIEK, ROUTES, ANDER)) == []


def test_every_page_is_seen_by_somebody_who_looks() -> None:
    seen = {one.name for one in ROUTES for rol in LOOKING
            if one.get and Actor(werkruimte=0, rol=rol).may(*one.get)}  # fmt: skip
    assert seen == {one.name for one in ROUTES if one.get}


@pytest.mark.parametrize("rol", LOOKING)
def test_in_the_own_werkruimte_a_page_is_there_for_who_may_see_it(
    hilversum: World, rol: LidRol
) -> None:
    assert list(page_faults(hilversum.client(rol), rol, ROUTES, HERE)) == []


@pytest.mark.parametrize("rol", LOOKING)
def test_an_empty_form_changes_nothing_and_breaks_nothing(hilversum: World, rol: LidRol) -> None:
    assert list(form_faults(hilversum.client(rol), rol, ROUTES, HERE)) == []


# Who is no member there is nobody there, whatever the role at home.
@pytest.mark.parametrize("rol", [LidRol.AGENDABEHEERDER, LidRol.PARTNER, LidRol.PUBLIEK])
def test_another_werkruimte_answers_nobody(hilversum: World, rol: LidRol) -> None:
    naam = Werkruimte.objects.get(slug=ANDER).naam
    assert list(wall_faults(hilversum.client(rol), rol, ROUTES, naam)) == []


def test_a_membership_that_ended_opens_nothing(hilversum: World) -> None:
    lid = hilversum.lid(LidRol.AGENDABEHEERDER)
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    type(lid).objects.filter(pk=lid.pk).update(van="2020-01-01", tot="2020-12-31")
    answer = client.get(hilversum.url(""))
    assert is_refused(answer)


def _unasked(_request: HttpRequest, werkruimte: str) -> HttpResponse:
    return HttpResponse(Werkruimte.objects.get(slug=werkruimte).naam)


def _wide(_request: LeaRequest) -> HttpResponse:
    return HttpResponse("the agenda of everybody")


HOLE = path("w/<slug:werkruimte>/geheim/", _unasked, name="geheim")
LOOSE = Route(path="los/", name="los", view=_wide)


def test_an_address_in_a_werkruimte_without_a_route_is_named() -> None:
    [fault] = nameless([*urlpatterns, HOLE], ROUTES, OPEN_DOORS)
    assert fault.startswith("w/<slug:werkruimte>/geheim/")


def test_calling_it_an_open_door_does_not_help() -> None:
    doors = [*OPEN_DOORS, OpenDoor(HOLE, "a reason that sounds good")]
    [fault] = nameless([*urlpatterns, HOLE], ROUTES, doors)
    assert fault.startswith("w/<slug:werkruimte>/geheim/")


def test_a_route_that_asks_no_right_is_named() -> None:
    [fault] = nameless([*urlpatterns, LOOSE.pattern()], [*ROUTES, LOOSE], OPEN_DOORS)
    assert "los/" in fault


@pytest.mark.parametrize("rol", [LidRol.PUBLIEK, LidRol.LEZER, LidRol.PARTNER])
def test_a_page_that_forgot_the_door_is_named_by_every_row_of_the_matrix(
    hilversum: World, settings: Settings, rol: LidRol
) -> None:
    declared = Route(path="geheim/", name="geheim", view=_wide, get=recht(Noun.LOGBOEK),
                     post=recht(Noun.LOGBOEK))  # fmt: skip
    with_table(settings, HOLE)
    client = hilversum.client(rol)
    naam = Werkruimte.objects.get(slug=ANDER).naam
    assert [one.split(":")[0] for one in page_faults(client, rol, [declared], HERE)] == [
        f"GET geheim as {rol}"
    ]
    assert list(form_faults(client, rol, [declared], HERE)) == [
        f"POST geheim as {rol}: 200, and this role may not"
    ]
    assert len(list(wall_faults(client, rol, [declared], naam))) >= 2


def with_table(settings: Settings, *more: object) -> None:
    """Let the site answer a copy of its table with something added."""
    table = ModuleType("proef_urls")
    table.urlpatterns = [*urlpatterns, *more]  # type: ignore[attr-defined]
    settings.ROOT_URLCONF = table
    clear_url_caches()
