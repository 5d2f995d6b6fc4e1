"""The pages on school buildings: for whom, empty, filled, and with nothing typed lost."""

from typing import Any

import pytest

from openlea.core.agenda import Zichtbaarheid
from openlea.policy.rechten import LidRol
from openlea.storage.records.models import (
    Gebouw,
    Gebouwgebruik,
    Huisvestingsaanvraag,
    Huisvestingsproject,
    Werkruimte,
)
from openlea.web.pages.huisvesting.routes import BEGIN
from tests.web.cijfer_blad import text
from tests.world import World

BEHEER = LidRol.AGENDABEHEERDER
GEBOUW = {"naam": "De Zon", "bvo": "1.250,5", "zichtbaarheid": "partners"}
PAGES = ("", "ronde/2027/", "ihp/")


def read(world: World, pad: str = "", rol: LidRol = BEHEER) -> Any:
    return world.client(rol).get(world.url(BEGIN + pad))


def send(world: World, pad: str, rol: LidRol = BEHEER, **typed: object) -> Any:
    return world.client(rol).post(world.url(BEGIN + pad), typed)


@pytest.fixture
def leeg(hilversum: World) -> World:
    for kind in (Huisvestingsproject, Huisvestingsaanvraag, Gebouw):
        kind.objects.all().delete()
    return hilversum


def test_the_first_page_says_who_lacks_room_with_table_and_source(hilversum: World) -> None:
    answer = read(hilversum)
    said = text(answer)
    assert "Van 3 scholen is bekend hoeveel ruimte zij hebben" in said
    assert "Niet nagelezen." in said
    assert "WPO 92" in said
    assert "(voorbeeld)" in said
    assert "csv=ruimte" in answer.content.decode()


def test_the_table_of_the_picture_is_a_file(hilversum: World) -> None:
    assert "m² tekort" in read(hilversum, "?csv=ruimte").content.decode()
    assert read(hilversum, "ihp/?csv=kosten")["Content-Type"].startswith("text/csv")


@pytest.mark.parametrize("pad", PAGES)
def test_every_role_with_the_right_opens_every_page(hilversum: World, pad: str) -> None:
    for rol in (BEHEER, LidRol.PARTNER, LidRol.WETHOUDER, LidRol.LEZER, LidRol.PUBLIEK):
        assert read(hilversum, pad, rol).status_code == 200
    assert read(hilversum, pad, LidRol.AUDITOR).status_code == 403


@pytest.mark.parametrize("pad", PAGES)
def test_an_empty_page_has_the_button_that_fills_it_and_only_for_who_may(
    leeg: World, pad: str
) -> None:
    assert "toevoegen" in text(read(leeg, pad))
    for rol in (LidRol.PARTNER, LidRol.LEZER):
        assert "toevoegen" not in text(read(leeg, pad, rol))


@pytest.mark.parametrize("pad", PAGES)
def test_a_werkruimte_of_no_gemeente_gets_a_page_too(leeg: World, pad: str) -> None:
    Werkruimte.objects.filter(pk=leeg.werkruimte.pk).update(plaats="")
    assert read(leeg, pad).status_code == 200


def test_a_building_that_is_added_is_on_the_page(leeg: World) -> None:
    answer = send(leeg, "gebouw/nieuw/", **GEBOUW)
    assert answer.status_code == 302
    kept = Gebouw.objects.get(naam="De Zon")
    assert str(kept.bvo) == "1250.5"
    assert "De Zon" in text(read(leeg))
    said = text(read(leeg, f"gebouw/{kept.pk}/"))
    assert "niet gemeten" in said
    assert "Gebruiker toevoegen" in said


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("bvo", "12.5"),
        ("bvo", "veel"),
        ("bvo", "-3"),
        ("bouwjaar", "vorig jaar"),
        ("bouwjaar", "99"),
        ("pc4", "abcd"),
        ("keuring", "gisteren"),
        ("fris", "Z"),
        ("co2", "999999999999"),
        ("naam", ""),
        ("zichtbaarheid", "geheim"),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_nothing_typed_is_lost(
    leeg: World, veld: str, waarde: str
) -> None:
    answer = (
        send(leeg, "gebouw/nieuw/", **GEBOUW, **{"adres": "Plein 7"} | {veld: waarde})
        if (veld not in GEBOUW)
        else send(leeg, "gebouw/nieuw/", **(GEBOUW | {"adres": "Plein 7", veld: waarde}))
    )
    assert answer.status_code == 422
    assert veld in answer.context["formulier"].errors
    assert 'value="Plein 7"' in answer.content.decode()
    assert not Gebouw.objects.exists()


def test_a_user_an_aanvraag_and_a_project_are_kept_and_taken_away(leeg: World) -> None:
    send(leeg, "gebouw/nieuw/", **GEBOUW)
    gebouw = Gebouw.objects.get()
    seen = {"zichtbaarheid": "partners"}
    form = read(leeg, f"gebouw/{gebouw.pk}/gebruiker/").context["formulier"]
    school = form.fields["school"].choices[1][0]
    send(leeg, f"gebouw/{gebouw.pk}/gebruiker/", naam="School", school=school, m2="900", **seen)
    asked = {"jaar": 2027, "omschrijving": "Lokaal erbij", "soort": "uitbreiding"}
    asked |= {"staat": "ingediend", "bedrag": "1.000,50", "gebouw": gebouw.pk}
    send(leeg, "ronde/2027/aanvraag/", **asked, ingediend_op="2026-02-01", **seen)
    plan = {"naam": "Nieuw dak", "soort": "renovatie", "fase": "plan", "jaar": 2029}
    plan |= {"kosten": "5.000", "dekking_gemeente": "2.000", "inclusief": ["lift"]}
    send(leeg, "project/nieuw/", **plan, gebouw=gebouw.pk, **seen)
    assert "School" in text(read(leeg, f"gebouw/{gebouw.pk}/"))
    said = text(read(leeg, "ronde/2027/"))
    assert "Lokaal erbij" in said
    assert "te laat" in said
    said = text(read(leeg, "ihp/"))
    assert "Nog zonder dekking" in said
    assert "Lift" in said
    for kind, name in (
        (Huisvestingsproject, "project"),
        (Huisvestingsaanvraag, "aanvraag"),
        (Gebouwgebruik, "gebruiker"),
        (Gebouw, "gebouw"),
    ):
        assert send(leeg, f"{name}/{kind.objects.get().pk}/weg/").status_code == 302
        assert not kind.objects.exists()


def test_an_aanvraag_on_the_overzicht_needs_a_reason(hilversum: World) -> None:
    nummer = Huisvestingsaanvraag.objects.first()
    assert nummer is not None
    typed = {"jaar": 2027, "omschrijving": "x", "soort": "schade", "staat": "overzicht"}
    answer = send(hilversum, f"aanvraag/{nummer.pk}/", **typed, zichtbaarheid="partners", versie=1)
    assert answer.status_code == 422
    assert "reden" in answer.context["formulier"].errors


def test_a_form_opened_again_holds_what_was_kept(hilversum: World) -> None:
    project = Huisvestingsproject.objects.filter(naam__startswith="Nieuwbouw")[0]
    page = read(hilversum, f"project/{project.pk}/").content.decode()
    assert 'value="6.400.000"' in page
    assert 'value="3.200.000"' in page
    gebouw = Gebouw.objects.order_by("pk")[0]
    form = read(hilversum, f"gebouw/{gebouw.pk}/wijzigen/").context["formulier"]
    typed = {name: form[name].value() for name in form.fields}
    typed = {name: value for name, value in typed.items() if value not in (None, False)}
    typed["bvo"] = str(typed["bvo"]).replace(".0", "")
    assert send(hilversum, f"gebouw/{gebouw.pk}/wijzigen/", **typed).status_code == 302
    again = Gebouw.objects.get(pk=gebouw.pk)
    assert (again.bvo, again.keuring, again.fris) == (gebouw.bvo, gebouw.keuring, gebouw.fris)


def test_who_comes_second_is_told_so_and_loses_nothing(hilversum: World) -> None:
    gebouw = Gebouw.objects.order_by("pk")[0]
    pad = f"gebouw/{gebouw.pk}/wijzigen/"
    assert send(hilversum, pad, **GEBOUW, versie=gebouw.versie).status_code == 302
    answer = send(hilversum, pad, **GEBOUW | {"naam": "Mijn naam"}, versie=gebouw.versie)
    assert answer.status_code == 422
    assert "Mijn naam" in answer.content.decode()
    assert Gebouw.objects.get(pk=gebouw.pk).naam == "De Zon"
    gebouw.refresh_from_db()
    assert f'name="versie" value="{gebouw.versie}"' in answer.content.decode()
    again = send(hilversum, pad, **GEBOUW | {"naam": "Mijn naam"}, versie=gebouw.versie)
    assert again.status_code == 302, "who saw both texts may go on from there"


@pytest.mark.parametrize("rol", [LidRol.PARTNER, LidRol.LEZER, LidRol.WETHOUDER])
def test_who_may_not_write_gets_no_form_and_no_deed(hilversum: World, rol: LidRol) -> None:
    assert read(hilversum, "gebouw/nieuw/", rol).status_code == 403
    assert send(hilversum, "gebouw/1/weg/", rol).status_code == 403
    assert send(hilversum, "gebouw/nieuw/", rol, **GEBOUW).status_code == 403


def test_an_internal_building_is_not_there_for_a_partner(hilversum: World) -> None:
    gebouw = Gebouw.objects.order_by("pk")[0]
    Gebouw.objects.filter(pk=gebouw.pk).update(
        naam="Geheim pand", zichtbaarheid=Zichtbaarheid.INTERN
    )
    assert read(hilversum, f"gebouw/{gebouw.pk}/", LidRol.PARTNER).status_code == 404
    assert "Geheim pand" in text(read(hilversum))
    for pad in ("", "ihp/", "ronde/2027/"):
        assert "Geheim pand" not in text(read(hilversum, pad, LidRol.PARTNER))


@pytest.mark.parametrize("pad", ["ronde/1850/", "ronde/99999/", "gebouw/987654/"])
def test_what_is_not_there_is_not_found(hilversum: World, pad: str) -> None:
    assert read(hilversum, pad).status_code == 404
