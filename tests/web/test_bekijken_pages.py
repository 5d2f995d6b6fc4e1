"""Who reads everything may look as somebody else, changes nothing meanwhile, and comes back."""

import re

import pytest
from django.urls import reverse

from openlea.policy.rechten import Actor, LidRol, Noun
from openlea.policy.rechtentekst import NIET_GEVRAAGD, cellen
from openlea.web.actor import reads_everything, session_key
from openlea.web.pages.bekijken.forms import NARROW
from openlea.web.rights import rights_rows
from openlea.web.routes import ROUTES
from tests.world import World

ALLES = [rol for rol in LidRol if reads_everything(Actor(werkruimte=1, rol=rol))]
NARROWER = [rol for rol in LidRol if rol not in ALLES]


def test_who_may_look_as_another_is_who_reads_everything() -> None:
    assert [str(rol) for rol in ALLES] == [
        "agendabeheerder", "redacteur", "analist", "publicist", "wethouder",
    ]  # fmt: skip


@pytest.mark.parametrize("as_rol", NARROW)
def test_the_way_back_is_open_from_every_role(hilversum: World, as_rol: LidRol) -> None:
    client, key = hilversum.client(LidRol.AGENDABEHEERDER), session_key(hilversum.werkruimte)
    client.post(hilversum.url("bekijk-als/"), {"rol": str(as_rol)})
    assert client.session[key]["rol"] == str(as_rol)
    shown = client.get(hilversum.url("agenda/")).content.decode()
    assert f"<strong>{as_rol.label}</strong>" in shown
    client.post(hilversum.url("bekijk-als/"))
    assert key not in client.session


@pytest.mark.parametrize("rol", NARROWER)
def test_who_reads_less_than_everything_can_not_look_as_another(
    hilversum: World, rol: LidRol
) -> None:
    client = hilversum.client(rol)
    client.post(hilversum.url("bekijk-als/"), {"rol": "wethouder"})
    assert session_key(hilversum.werkruimte) not in client.session


@pytest.mark.parametrize("rol", ALLES)
def test_looking_never_widens_so_no_wider_role_is_offered(hilversum: World, rol: LidRol) -> None:
    client = hilversum.client(rol)
    answer = client.post(hilversum.url("bekijk-als/"), {"rol": "agendabeheerder"})
    assert answer.status_code == 422
    assert session_key(hilversum.werkruimte) not in client.session


def test_while_looking_no_button_changes_anything_and_no_post_does(hilversum: World) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    client.post(hilversum.url("bekijk-als/"), {"rol": "lezer"})
    for name in ("matrix", "netwerk", "tijdlijn"):
        main = client.get(reverse(name, args=["hilversum"])).content.decode().split("<main")[1]
        assert 'method="post"' not in main, name
    words = {"van": "1A1", "naar": "DIN1", "teken": "verhoogt", "zekerheid": "hoog"}
    assert client.post(hilversum.url("agenda/netwerk/"), words).status_code == 403


def test_a_partij_counts_only_for_a_partner(hilversum: World) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    partij = hilversum.lid(LidRol.PARTNER).partij_id
    with_one = ("partner", "swv_directeur", "voorzitter")
    for rol, kept in [*((rol, partij) for rol in with_one), ("lezer", None)]:
        client.post(hilversum.url("bekijk-als/"), {"rol": rol, "partij": partij})
        assert client.session[session_key(hilversum.werkruimte)] == {"rol": rol, "partij": kept}


def test_the_way_back_never_leaves_the_site(hilversum: World) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    answer = client.post(
        hilversum.url("bekijk-als/"), headers={"Referer": "https://elders.example/"}
    )
    assert answer["Location"] == hilversum.url("agenda/")


@pytest.mark.parametrize("rol", LidRol)
def test_everybody_reads_first_what_the_own_role_may(hilversum: World, rol: LidRol) -> None:
    shown = hilversum.client(rol).get(hilversum.url("wie-mag-wat/")).content.decode()
    assert "Dit mag je" in shown
    assert f"Jouw rol is <strong>{rol.label}</strong>" in shown


def test_every_declared_right_stands_with_its_noun(hilversum: World) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    for noun in Noun:
        shown = client.get(hilversum.url("wie-mag-wat/"), {"over": str(noun)}).content.decode()
        cells = re.findall(r'<td data-kop="[^"]*">(?:<span[^>]*>)?([^<]*)', shown)
        declared = [cel.bereik for rol in LidRol for cel in cellen(rol, noun)]
        assert cells == ["Niet van toepassing" if b is None else b.label for b in declared]


def test_two_roles_beside_each_other_show_what_differs_and_nothing_else(hilversum: World) -> None:
    client = hilversum.client(LidRol.LEZER)
    asked = {"rol": "voorzitter", "met": "partner"}
    shown = client.get(hilversum.url("wie-mag-wat/"), asked).content.decode()
    rows = re.findall(r'<th scope="row">([^<]*)</th>', shown)
    assert rows == ["Bestuursopdrachten en voorstellen: toevoegen", "Het Word-sjabloon: zien"]


def test_a_role_that_is_none_is_refused_in_words(hilversum: World) -> None:
    shown = hilversum.client(LidRol.LEZER).get(hilversum.url("wie-mag-wat/"), {"rol": "baas"})
    assert shown.status_code == 200
    assert "Dit mag je" in shown.content.decode()


def test_no_right_that_a_page_asks_is_left_out_of_who_may_what() -> None:
    asked = {recht for route in ROUTES for recht in route.rights().values()}
    assert not asked & NIET_GEVRAAGD


def test_the_rows_of_rights_cover_each_route_method_role_and_werkruimte() -> None:
    rows = rights_rows(ROUTES)
    methods = sum(len(route.rights()) for route in ROUTES)
    assert len(rows) == methods * len(LidRol) * 2
    assert not any(row["toegestaan"] for row in rows if row["werkruimte"] == "andere")
    rechten = {route.name: route.rights() for route in ROUTES}
    for row in rows:
        if row["werkruimte"] == "eigen":
            actor = Actor(werkruimte=1, rol=LidRol(str(row["rol"])))
            recht = rechten[str(row["route"])][str(row["methode"])]
            assert row["toegestaan"] is actor.may(*recht)
