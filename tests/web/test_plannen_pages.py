"""The pages of plans, of public schools, and of law beside agenda, as somebody uses them."""

import io
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook

from openlea.core.agenda import Zichtbaarheid
from openlea.core.partij import PartijSoort
from openlea.core.traject import Bestuursvorm
from openlea.core.verplichting import BewijsStaat
from openlea.policy.rechten import LidRol
from openlea.services.keep_openbaar_bestuur import keep_openbaar_bestuur
from openlea.services.keep_plichtkoppeling import Koppelopzet, keep_plichtkoppeling
from openlea.services.start_traject import Trajectopzet, start_traject
from openlea.storage.records.models import (
    Actie,
    Bewijs,
    Partij,
    Plan,
    Plichtkoppeling,
    Verplichting,
    Zittingstermijn,
)
from openlea.storage.records.verhaal import codes_to_change
from tests.world import World

IHP = {
    "soort": "ihp",
    "titel": "Scholen van morgen",
    "houder": "gemeente",
    "van": "2025-01-01",
    "tot": "2040-12-31",
    "zichtbaarheid": "partners",
}


@pytest.fixture
def beheer(hilversum: World) -> Client:
    return hilversum.client(LidRol.AGENDABEHEERDER)


@pytest.fixture
def bestuur(hilversum: World) -> str:
    every = Partij.objects.of(hilversum.werkruimte.pk).filter(soort=PartijSoort.SCHOOLBESTUUR)
    code = str(every.order_by("id")[0].code)
    keep_openbaar_bestuur(hilversum.actor(LidRol.AGENDABEHEERDER), code, Bestuursvorm.ZONDER_RVT)
    return code


def text(answer: Any) -> str:
    return str(answer.content.decode())


def sent(client: Client, url: str, data: Mapping[str, object]) -> Any:
    answer = client.post(url, data)
    assert answer.status_code in {302, 422}, text(answer)
    return answer


def test_every_kind_of_plan_that_is_not_there_says_why_and_has_a_button(
    hilversum: World, beheer: Client
) -> None:
    page = text(beheer.get(hilversum.url("taken/plannen/")))
    assert "Nog niet in het register" in page
    assert "een wetsvoorstel (36692)" in page
    assert f"{hilversum.url('taken/plannen/nieuw/')}?soort=ihp" in page


def test_a_visitor_reads_the_register_and_has_no_button(hilversum: World) -> None:
    page = text(hilversum.client(LidRol.PUBLIEK).get(hilversum.url("taken/plannen/")))
    assert "Hilversumse Educatieve Agenda" in page
    assert "plannen/nieuw/" not in page


def test_a_plan_without_a_kind_asks_for_one(hilversum: World, beheer: Client) -> None:
    answer = sent(beheer, hilversum.url("taken/plannen/nieuw/"), {})
    assert answer.status_code == 422
    assert "Kies eerst een soort plan" in text(answer)


def test_what_was_typed_wrong_stays_typed(hilversum: World, beheer: Client) -> None:
    url = hilversum.url("taken/plannen/nieuw/?soort=ihp")
    answer = sent(beheer, url, {**IHP, "tot": "2020-01-01"})
    assert answer.status_code == 422
    assert "Scholen van morgen" in text(answer)
    assert "De laatste dag ligt voor de eerste dag" in text(answer)
    assert not Plan.objects.filter(soort="ihp").exists()


def test_a_plan_goes_in_and_its_successor_begins_the_day_after(
    hilversum: World, beheer: Client
) -> None:
    answer = sent(beheer, hilversum.url("taken/plannen/nieuw/?soort=ihp"), IHP)
    assert "Scholen van morgen" in text(beheer.get(answer["Location"]))
    number = Plan.objects.get(soort="ihp").pk
    form = text(beheer.get(hilversum.url(f"taken/plannen/nieuw/?soort=ihp&na={number}")))
    assert 'value="2041-01-01"' in form


def test_two_who_change_a_plan_see_each_others_words(hilversum: World, beheer: Client) -> None:
    sent(beheer, hilversum.url("taken/plannen/nieuw/?soort=ihp"), IHP)
    number = Plan.objects.get(soort="ihp").pk
    url = hilversum.url(f"taken/plannen/{number}/wijzigen/")
    sent(beheer, url, {**IHP, "titel": "Van een ander", "versie": "1"})
    late = sent(beheer, url, {**IHP, "titel": "Van mij", "versie": "1"})
    assert late.status_code == 422
    assert "Van mij" in text(late)
    assert "Van een ander" in text(late)
    assert Plan.objects.get(pk=number).titel == "Van een ander"


def test_an_internal_plan_is_nowhere_for_others(hilversum: World) -> None:
    gemeente = Partij.objects.of(hilversum.werkruimte.pk).get(code="gemeente")
    plan = Plan.objects.create(
        werkruimte=hilversum.werkruimte,
        soort="ihp",
        titel="Zwaluwnest",
        houder=gemeente,
        van=date(2026, 1, 1),
        zichtbaarheid=Zichtbaarheid.INTERN,
    )
    for rol in (LidRol.PARTNER, LidRol.LEZER, LidRol.PUBLIEK):
        client = hilversum.client(rol)
        assert "Zwaluwnest" not in text(client.get(hilversum.url("taken/plannen/")))
        assert client.get(hilversum.url(f"taken/plannen/{plan.pk}/")).status_code == 404


def test_a_plan_says_at_which_task_it_is_proof_and_to_outsiders_only_what_is_accepted(
    hilversum: World, beheer: Client
) -> None:
    taak = Verplichting.objects.filter(werkruimte=hilversum.werkruimte, jaar=2026)[0]
    Verplichting.objects.filter(pk=taak.pk).update(zichtbaarheid=Zichtbaarheid.PUBLIEK)
    plan = Plan.objects.get(werkruimte=hilversum.werkruimte)
    bewijs = Bewijs.objects.create(
        werkruimte=hilversum.werkruimte, verplichting=taak, plan=plan, soort="plan", titel="Plan"
    )
    url, visitor = hilversum.url(f"taken/plannen/{plan.pk}/"), hilversum.client(LidRol.PUBLIEK)
    assert "Voorgesteld" in text(beheer.get(url))
    assert "Bewijs bij taken" not in text(visitor.get(url))
    Bewijs.objects.filter(pk=bewijs.pk).update(staat=BewijsStaat.AANVAARD)
    assert "Aanvaard" in text(visitor.get(url))


def test_without_a_board_the_page_asks_which_one(hilversum: World, beheer: Client) -> None:
    assert "Welk bestuur geeft hier openbaar onderwijs?" in text(
        beheer.get(hilversum.url("taken/openbaar-onderwijs/"))
    )


def test_who_is_no_schoolbestuur_is_not_asked_to_govern_schools(hilversum: World) -> None:
    url = hilversum.url("taken/openbaar-onderwijs/")
    assert "Kies het bestuur" not in text(hilversum.client(LidRol.PARTNER).get(url))
    assert "Kies het bestuur" in text(hilversum.client(LidRol.AGENDABEHEERDER).get(url))


def test_a_board_is_chosen_a_seat_added_and_the_third_of_parents_is_missed(
    hilversum: World, beheer: Client, bestuur: str
) -> None:
    seat = {"naam": "Voorzitter", "benoemd_op": "2024-01-01", "tot": "2030-12-31"}
    url = hilversum.url(f"taken/openbaar-onderwijs/zetel/?partij={bestuur}")
    sent(beheer, url, {**seat, "termijn": "1", "hoogste_termijn": "2"})
    page = text(beheer.get(hilversum.url("taken/openbaar-onderwijs/")))
    assert "Voorzitter" in page
    assert "Er ontbreekt 1 zetel op voordracht van ouders" in page


def test_a_seat_that_two_change_is_kept_once(
    hilversum: World, beheer: Client, bestuur: str
) -> None:
    base = hilversum.url(f"taken/openbaar-onderwijs/zetel/?partij={bestuur}")
    seat = {
        "naam": "Lid",
        "benoemd_op": "2024-01-01",
        "tot": "2030-12-31",
        "termijn": "1",
        "hoogste_termijn": "2",
    }
    sent(beheer, base, seat)
    number = Zittingstermijn.objects.get().pk
    sent(beheer, f"{base}&nummer={number}", {**seat, "naam": "Eerste", "versie": "1"})
    late = sent(beheer, f"{base}&nummer={number}", {**seat, "naam": "Tweede", "versie": "1"})
    assert late.status_code == 422
    assert "Eerste" in text(late)
    assert "Tweede" in text(late)


def test_a_process_shows_the_days_of_the_law_and_what_was_late(
    hilversum: World, beheer: Client, bestuur: str
) -> None:
    opzet = Trajectopzet(
        soort="jaar_zonder_rvt", titel="Begroting", partij=bestuur, begonnen_op=date(2025, 11, 1)
    )
    kept = start_traject(hilversum.actor(LidRol.AGENDABEHEERDER), opzet)
    step = hilversum.url(f"taken/openbaar-onderwijs/stap/?traject={kept.pk}&stap=begroting")
    sent(beheer, step, {"gedaan_op": "2026-02-10", "notitie": "De raad was laat."})
    url = hilversum.url("taken/openbaar-onderwijs/jaar_zonder_rvt/")
    page = text(beheer.get(url))
    assert "vóór 1 februari 2026" in page
    assert "Te laat gedaan" in page
    assert "De raad was laat." in page
    visitor = text(hilversum.client(LidRol.PUBLIEK).get(url))
    assert "De raad was laat." not in visitor
    assert "De begroting goedkeuren" in visitor, "the law itself is for everybody"


def test_a_process_that_nobody_read_in_the_law_of_now_says_so(
    hilversum: World, beheer: Client
) -> None:
    late = text(beheer.get(hilversum.url("taken/openbaar-onderwijs/opheffing_laat/")))
    assert "Niet alles hieronder is nagelezen" in late
    sure = text(beheer.get(hilversum.url("taken/openbaar-onderwijs/opheffing/")))
    assert "Niet alles hieronder is nagelezen" not in sure


def test_the_law_beside_the_agenda_begins_with_the_own_duties(
    hilversum: World, beheer: Client
) -> None:
    url = hilversum.url("taken/agenda/")
    own, every = text(beheer.get(url)), text(beheer.get(f"{url}?soort=alle"))
    assert "LPL-04" in own
    assert "PO-08" not in own
    assert "PO-08" in every


def test_a_link_is_made_from_the_action_and_leads_back_there(
    hilversum: World, beheer: Client
) -> None:
    actie = hilversum.url("actie/1A1/")
    assert "Geen wettelijke plicht" in text(beheer.get(actie))
    answer = sent(
        beheer,
        hilversum.url(f"taken/agenda/koppelen/?actie=1A1&terug={actie}"),
        {"plicht": "LEA-01", "actie": "1A1", "onderwerp": "LEA-01/achterstanden"},
    )
    assert answer["Location"] == actie
    page = text(beheer.get(actie))
    assert "Onderwijsachterstanden bestrijden" in page
    number = Plichtkoppeling.objects.get(plicht="LEA-01").pk
    loose = hilversum.url(f"taken/agenda/koppeling/{number}/los/")
    assert sent(beheer, loose, {"terug": actie})["Location"] == actie
    assert not Plichtkoppeling.objects.filter(plicht="LEA-01").exists()


def test_a_topic_of_another_duty_is_refused_at_its_field(hilversum: World, beheer: Client) -> None:
    data = {"plicht": "LPL-04", "actie": "1A1", "onderwerp": "LEA-01/achterstanden"}
    answer = sent(beheer, hilversum.url("taken/agenda/koppelen/"), data)
    assert answer.status_code == 422
    assert "Dit onderwerp hoort niet bij deze plicht." in text(answer)


def test_a_partner_links_actions_of_its_own_and_is_offered_no_others(hilversum: World) -> None:
    page = text(hilversum.client(LidRol.PARTNER).get(hilversum.url("taken/agenda/koppelen/")))
    own = codes_to_change(hilversum.actor(LidRol.PARTNER))
    offered = set(re.findall(r'<option value="(\d[A-Z]\d+)"', page))
    assert offered == own
    assert 0 < len(own) < hilversum.agenda.acties.count()


def test_nobody_is_led_to_another_site(hilversum: World, beheer: Client) -> None:
    url = hilversum.url("taken/agenda/koppelen/?terug=https://elders.example/")
    answer = sent(beheer, url, {"plicht": "LEA-01", "actie": "1A1"})
    assert answer["Location"] == hilversum.url("taken/agenda/")


def test_what_is_seen_goes_along_as_a_workbook(hilversum: World) -> None:
    keep_plichtkoppeling(
        hilversum.actor(LidRol.AGENDABEHEERDER), Koppelopzet(plicht="LEA-01", actie="1A1")
    )
    Actie.objects.filter(agenda=hilversum.agenda, code="1A1").update(
        zichtbaarheid=Zichtbaarheid.INTERN
    )
    url = hilversum.url("taken/agenda/wet-en-agenda.xlsx?veld=samenwerking")
    inside = rows(hilversum.client(LidRol.AGENDABEHEERDER).get(url))
    outside = rows(hilversum.client(LidRol.PUBLIEK).get(url))
    assert {row[0] for row in inside[1:]} == {"Samenwerking"}
    assert "1A1" in {row[4] for row in inside}
    assert "1A1" not in {row[4] for row in outside}


def rows(answer: Any) -> list[tuple[object, ...]]:
    return list(load_workbook(io.BytesIO(answer.content)).worksheets[0].iter_rows(values_only=True))
