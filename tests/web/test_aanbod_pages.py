"""The pages on help at schools: for whom, empty, filled, and with nothing typed lost."""

from dataclasses import replace
from typing import Any

import pytest

from openlea.core.agenda import Zichtbaarheid
from openlea.policy.rechten import LidRol
from openlea.services.keep_aanbod import Aanbodopzet, keep_aanbod
from openlea.storage.records.models import Aanbod, Werkruimte
from openlea.web.pages.aanbod.routes import BEGIN
from tests.web.cijfer_blad import text
from tests.world import World

BEHEER, PARTNER = LidRol.AGENDABEHEERDER, LidRol.PARTNER
SCHOOL = "19DP00"
SMW = {"soort": "smw", "school": SCHOOL, "uren": "7,5", "zichtbaarheid": "partners"}


def read(world: World, pad: str = "", rol: LidRol = BEHEER) -> Any:
    return world.client(rol).get(world.url(BEGIN + pad))


def send(world: World, pad: str, rol: LidRol = BEHEER, **typed: object) -> Any:
    return world.client(rol).post(world.url(BEGIN + pad), typed)


@pytest.fixture
def leeg(hilversum: World) -> World:
    Aanbod.objects.all().delete()
    return hilversum


def test_the_page_answers_the_question_with_picture_table_and_source(hilversum: World) -> None:
    answer = read(hilversum)
    said = text(answer)
    assert "is veel nodig, en staat er weinig of geen hulp in de lijst" in said
    assert "Inspectie van het Onderwijs, gemiddelde van 2021/22-2023/24" in said
    assert "DUO, 1 oktober 2024" in said
    assert "(voorbeeld)" in said
    assert "Niet nagelezen" in said
    assert "csv=hulp" in answer.content.decode()


def test_the_landing_leads_here(hilversum: World) -> None:
    landing = hilversum.client(BEHEER).get(hilversum.url("vooruit/")).content.decode()
    assert hilversum.url(BEGIN) in landing


def test_the_tables_are_files(hilversum: World) -> None:
    assert "Schoolweging" in read(hilversum, "?csv=hulp").content.decode()
    lines = read(hilversum, "?csv=regels")
    assert lines["Content-Type"].startswith("text/csv")
    assert "Schoolmaatschappelijk werk" in lines.content.decode()


def test_a_kind_narrows_the_page_and_its_file(hilversum: World) -> None:
    answer = read(hilversum, "?soort=oja")
    assert "Een jeugdhulpverlener werkt vast op school" in text(answer)
    assert "?soort=oja&amp;csv=hulp" in answer.content.decode()
    # A meal is no hours: no picture of hours then, but still a judgement.
    meal = read(hilversum, "?soort=schoolmaaltijd")
    assert "Hier telt alleen of zij er is" in text(meal)
    assert "csv=hulp" not in meal.content.decode()
    assert read(hilversum, "?soort=toverij").status_code == 200


@pytest.mark.parametrize("rol", [BEHEER, PARTNER, LidRol.WETHOUDER, LidRol.LEZER, LidRol.PUBLIEK])
def test_every_role_with_the_right_opens_it_full_and_empty(hilversum: World, rol: LidRol) -> None:
    assert read(hilversum, rol=rol).status_code == 200
    Aanbod.objects.all().delete()
    assert read(hilversum, rol=rol).status_code == 200


def test_the_auditor_may_not(hilversum: World) -> None:
    assert read(hilversum, rol=LidRol.AUDITOR).status_code == 403


def test_an_empty_page_has_the_button_only_for_who_may(leeg: World) -> None:
    for rol in (BEHEER, PARTNER):
        assert "Hulp toevoegen" in text(read(leeg, rol=rol))
    for rol in (LidRol.LEZER, LidRol.WETHOUDER):
        assert "Hulp toevoegen" not in text(read(leeg, rol=rol))


def test_a_werkruimte_of_no_gemeente_gets_a_page_too(hilversum: World) -> None:
    Werkruimte.objects.filter(pk=hilversum.werkruimte.pk).update(plaats="")
    assert "Alle hulp op een rij" in text(read(hilversum))


def test_what_is_added_changed_and_taken_away(leeg: World) -> None:
    assert send(leeg, "nieuw/", **SMW).status_code == 302
    kept = Aanbod.objects.get()
    assert str(kept.uren) == "7.5"
    assert "7,5 uur per week" in text(read(leeg))
    shown = read(leeg, f"{kept.pk}/").content.decode()
    assert 'value="7,5"' in shown
    assert send(leeg, f"{kept.pk}/", **SMW | {"uren": "", "fte": "0,25"}).status_code == 302
    assert "9 uur per week" in text(read(leeg))
    assert send(leeg, f"{kept.pk}/weg/").status_code == 302
    assert not Aanbod.objects.exists()


def test_a_few_pupils_are_never_shown_nor_come_back_in_the_form(leeg: World) -> None:
    assert send(leeg, "nieuw/", **SMW, bereik="3", bereik_jaar="2025-2026").status_code == 302
    kept = Aanbod.objects.get()
    assert "&lt;5" in read(leeg).content.decode()
    assert 'value="&lt;5"' in read(leeg, f"{kept.pk}/").content.decode()
    # What the form says itself may be sent back as it is.
    assert send(leeg, f"{kept.pk}/", **SMW, bereik="<5").status_code == 302
    assert "<5" in read(leeg, "?csv=regels").content.decode()


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("soort", "toverij"),
        ("soort", ""),
        ("school", "00AA00"),
        ("uren", "veel"),
        ("uren", "-1"),
        ("uren", "999999999"),
        ("fte", "0,125"),
        ("bereik", "2,5"),
        ("bereik", "-4"),
        ("bereik", "99999999999999999999"),
        ("bereik_jaar", "vorig"),
        ("van", "gisteren"),
        ("partij", "999999"),
        ("zichtbaarheid", "geheim"),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_nothing_typed_is_lost(
    leeg: World, veld: str, waarde: str
) -> None:
    typed = {**SMW, "uren": "", "betaler": "De wijk", veld: waarde}
    answer = send(leeg, "nieuw/", **typed)
    assert answer.status_code == 422
    assert list(answer.context["formulier"].errors) == [veld]
    assert 'value="De wijk"' in answer.content.decode()
    assert not Aanbod.objects.exists()


def test_a_partner_keeps_its_own_lines_alone(leeg: World) -> None:
    beheer = leeg.actor(BEHEER)
    theirs = keep_aanbod(beheer, Aanbodopzet(soort="oza", school=SCHOOL))
    form = read(leeg, "nieuw/", PARTNER).content.decode()
    assert 'name="partij"' not in form
    assert 'value="intern"' not in form
    assert send(leeg, "nieuw/", PARTNER, **SMW).status_code == 302
    own = Aanbod.objects.exclude(pk=theirs.pk).get()
    assert own.partij_id == leeg.actor(PARTNER).partij
    page = read(leeg, rol=PARTNER).content.decode()
    assert leeg.url(f"{BEGIN}{own.pk}/weg/") in page
    assert leeg.url(f"{BEGIN}{theirs.pk}/weg/") not in page
    assert read(leeg, f"{theirs.pk}/", PARTNER).status_code == 403
    assert send(leeg, f"{theirs.pk}/weg/", PARTNER).status_code == 403
    assert Aanbod.objects.count() == 2


def test_a_line_within_is_seen_by_no_partner_and_no_reader(leeg: World) -> None:
    opzet = Aanbodopzet(
        soort="oza", school=SCHOOL, bron="Geheim stuk", zichtbaarheid=Zichtbaarheid.INTERN
    )
    kept = keep_aanbod(leeg.actor(BEHEER), opzet)
    for rol in (PARTNER, LidRol.LEZER, LidRol.PUBLIEK):
        assert "Geheim stuk" not in text(read(leeg, rol=rol))
        assert "Geheim stuk" not in read(leeg, "?csv=regels", rol).content.decode()
    assert read(leeg, f"{kept.pk}/", PARTNER).status_code == 404


def test_a_line_chosen_from_the_page_is_chosen_in_the_form(leeg: World) -> None:
    page = read(leeg, f"nieuw/?school={SCHOOL}&soort=oja").content.decode()
    assert f'value="{SCHOOL}" selected' in page
    assert 'value="oja" selected' in page


def test_what_somebody_else_changed_stands_beside_and_can_then_be_kept(leeg: World) -> None:
    beheer, opzet = leeg.actor(BEHEER), Aanbodopzet(soort="oza", school=SCHOOL)
    kept = keep_aanbod(beheer, opzet)
    seen = kept.versie
    now = keep_aanbod(beheer, replace(opzet, betaler="Het Rijk"), kept.pk)
    answer = send(leeg, f"{kept.pk}/", **SMW, versie=seen)
    assert answer.status_code == 422
    assert "Nu bewaard door iemand anders" in text(answer)
    assert "Het Rijk" in text(answer)
    assert Aanbod.objects.get().soort == "oza"
    again = answer.context["formulier"].data["versie"]
    assert int(again) == now.versie
    assert send(leeg, f"{kept.pk}/", **SMW, versie=again).status_code == 302
    assert Aanbod.objects.get().soort == "smw"
