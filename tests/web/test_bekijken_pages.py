"""Who reads everything may look as somebody else, changes nothing meanwhile, and comes back."""

import pytest
from django.urls import reverse

from openlea.policy.rechten import RECHTEN, Actor, LidRol
from openlea.web.actor import session_key
from openlea.web.rights import rights_rows
from openlea.web.routes import ROUTES
from tests.world import World

ALLES = [LidRol.AGENDABEHEERDER, LidRol.REDACTEUR, LidRol.WETHOUDER]


@pytest.mark.parametrize("as_rol", [LidRol.PARTNER, LidRol.LEZER, LidRol.PUBLIEK])
def test_the_way_back_is_open_from_every_role(hilversum: World, as_rol: LidRol) -> None:
    client, key = hilversum.client(LidRol.AGENDABEHEERDER), session_key(hilversum.werkruimte)
    client.post(hilversum.url("bekijk-als/"), {"rol": str(as_rol)})
    assert client.session[key]["rol"] == str(as_rol)
    shown = client.get(hilversum.url("agenda/")).content.decode()
    assert f"<strong>{as_rol.label}</strong>" in shown
    client.post(hilversum.url("bekijk-als/"))
    assert key not in client.session


@pytest.mark.parametrize("rol", [LidRol.PARTNER, LidRol.LEZER, LidRol.PUBLIEK])
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
    for rol, kept in (("partner", partij), ("lezer", None)):
        client.post(hilversum.url("bekijk-als/"), {"rol": rol, "partij": partij})
        assert client.session[session_key(hilversum.werkruimte)] == {"rol": rol, "partij": kept}


def test_the_way_back_never_leaves_the_site(hilversum: World) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    answer = client.post(
        hilversum.url("bekijk-als/"), headers={"Referer": "https://elders.example/"}
    )
    assert answer["Location"] == hilversum.url("agenda/")


def test_wie_mag_wat_shows_every_declared_right(hilversum: World) -> None:
    shown = hilversum.client(LidRol.AGENDABEHEERDER).get(hilversum.url("wie-mag-wat/"))
    cells = sum(len(rights) for rights in RECHTEN.values())
    assert shown.content.decode().count("<td data-kop=") == cells


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
