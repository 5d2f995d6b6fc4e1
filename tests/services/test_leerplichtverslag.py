"""The yearly report on school attendance, from the day it is asked to the day it is proven."""

from datetime import date

import pytest
from django.core import mail

from openlea.core.verplichting import BewijsStaat, TaakStaat
from openlea.core.verzoek import VerzoekSoort
from openlea.policy.rechten import LidRol
from openlea.services.add_bewijs import add_bewijs
from openlea.services.change_taak import Taakwijziging, change_taak
from openlea.services.describe_taak import describe_taak
from openlea.services.describe_taken import Vraag, describe_taken
from openlea.services.judge_bewijs import judge_bewijs
from openlea.services.make_taken import make_taken
from openlea.services.open_werkruimte import NieuweWerkruimte, open_werkruimte
from openlea.services.remind_people import remind_people
from openlea.storage.records.models import Lidmaatschap, Verplichting, Verzoek, Werkruimte
from openlea.storage.records.werkruimte import WerkruimteSoort
from tests.services.taken_wereld import TODAY, proof, task
from tests.services.vraag_wereld import LONG_AGO
from tests.world import World

BEHEER = LidRol.AGENDABEHEERDER
BEFORE, FIRST, LAST, LATE = (
    date(2026, 7, 31),
    date(2026, 8, 3),
    date(2026, 9, 30),
    date(2026, 10, 1),
)


@pytest.fixture
def without_agenda(db: None) -> World:
    """Return a werkruimte that has a gemeente and who keeps it, and no agenda at all."""
    new = NieuweWerkruimte(
        slug="zonder-agenda",
        naam="Zonder agenda",
        soort=WerkruimteSoort.GEMEENTE,
        beheerder="beheer@zonder.example",
        plaats="gemeente:GM0402",
        openbaar=True,
    )
    open_werkruimte(new)
    world = World(Werkruimte.objects.get(slug="zonder-agenda"))
    Lidmaatschap.objects.of(world.werkruimte.pk).update(van=LONG_AGO)
    make_taken(world.actor(BEHEER), 2026)
    return world


def asks(one: Verplichting) -> list[Verzoek]:
    """Return everything that was ever asked about a task."""
    found = Verzoek.objects.filter(soort=str(VerzoekSoort.BEWIJS), onderwerp_code=str(one.pk))
    return list(found.order_by("id"))


def remind(world: World, today: date) -> None:
    """Let the nightly round of one werkruimte run on a day."""
    remind_people(today, werkruimte=world.werkruimte.slug)


def test_it_is_about_the_closed_schooljaar_and_has_a_last_day(without_agenda: World) -> None:
    one = task(without_agenda, "LPL-04")
    shown = describe_taak(without_agenda.actor(BEHEER), one.pk, BEFORE).taak
    assert (shown.over, shown.uiterlijk) == ("schooljaar 2025-2026", LAST)
    assert (shown.wanneer, shown.grondslag) == (
        "vóór 1 oktober",
        "Leerplichtwet 1969, artikel 25, eerste lid",
    )


def test_it_is_late_on_the_first_of_october_and_not_the_day_before(without_agenda: World) -> None:
    one, actor = task(without_agenda, "LPL-04"), without_agenda.actor(BEHEER)
    assert describe_taak(actor, one.pk, LAST).taak.staat is TaakStaat.OPEN
    assert describe_taak(actor, one.pk, LATE).taak.staat is TaakStaat.TE_LAAT


def test_it_is_asked_two_months_ahead_also_without_an_agenda(without_agenda: World) -> None:
    one = task(without_agenda, "LPL-04")
    remind(without_agenda, BEFORE)
    assert asks(one) == []
    remind(without_agenda, FIRST)
    (asked,) = asks(one)
    assert (asked.voor, asked.agenda, asked.waarom) == (LAST, None, "wet")
    assert asked.aan == without_agenda.lid(BEHEER)


def test_the_mail_leads_to_the_page_of_the_task_and_opens_nothing_by_itself(
    without_agenda: World,
) -> None:
    one = task(without_agenda, "LPL-04")
    remind(without_agenda, FIRST)
    page = f"/w/zonder-agenda/taken/{one.pk}/"
    (letter,) = [sent for sent in mail.outbox if page in sent.body]
    assert letter.to == ["beheer@zonder.example"]
    assert "schooljaar 2025-2026" in letter.body
    assert not asks(one)[0].links.exists()


def test_it_is_reminded_every_week_until_it_is_proven(without_agenda: World) -> None:
    one, actor = task(without_agenda, "LPL-04"), without_agenda.actor(BEHEER)
    remind(without_agenda, FIRST)
    remind(without_agenda, date(2026, 8, 10))
    told = [sent for sent in mail.outbox if f"/taken/{one.pk}/" in sent.body]
    assert len(told) == 2
    add_bewijs(actor, one.pk, proof(aanvaard=True), TODAY)
    remind(without_agenda, date(2026, 8, 17))
    assert len([sent for sent in mail.outbox if f"/taken/{one.pk}/" in sent.body]) == 2


def test_a_document_proves_it_and_closes_the_ask_in_the_name_of_who_accepted(
    without_agenda: World,
) -> None:
    one, actor = task(without_agenda, "LPL-04"), without_agenda.actor(BEHEER)
    remind(without_agenda, FIRST)
    bewijs = add_bewijs(actor, one.pk, proof(), TODAY)
    assert [asked.staat for asked in asks(one)] == ["open"]
    judge_bewijs(actor, bewijs.pk, BewijsStaat.AANVAARD, versie=bewijs.versie)
    (asked,) = asks(one)
    assert (asked.staat, asked.gedaan_door_id) == ("gedaan", actor.persoon)
    shown = describe_taak(actor, one.pk, LATE)
    assert shown.taak.staat is TaakStaat.BEWEZEN
    assert not shown.taak.te_laat_bewezen


def test_taking_the_proof_back_opens_the_same_ask_again(without_agenda: World) -> None:
    one, actor = task(without_agenda, "LPL-04"), without_agenda.actor(BEHEER)
    remind(without_agenda, FIRST)
    bewijs = add_bewijs(actor, one.pk, proof(aanvaard=True), TODAY)
    judge_bewijs(actor, bewijs.pk, BewijsStaat.VOORGESTELD, versie=bewijs.versie)
    (asked,) = asks(one)
    assert (asked.staat, asked.gedaan_op, asked.gedaan_door) == ("open", None, None)


def test_what_does_not_apply_is_no_longer_asked_until_that_is_undone(without_agenda: World) -> None:
    one, actor = task(without_agenda, "LPL-04"), without_agenda.actor(BEHEER)
    remind(without_agenda, FIRST)
    nvt = Taakwijziging(staat=TaakStaat.NIET_VAN_TOEPASSING, reden="De regio doet dit")
    said = change_taak(actor, one.pk, nvt, versie=one.versie)
    assert [asked.staat for asked in asks(one)] == ["vervallen"]
    change_taak(actor, one.pk, Taakwijziging(staat=TaakStaat.OPEN), versie=said.versie)
    assert [asked.staat for asked in asks(one)] == ["open"]


def test_what_the_law_asks_again_is_asked_again(without_agenda: World) -> None:
    one = task(without_agenda, "LPL-04")
    remind(without_agenda, FIRST)
    Verplichting.objects.filter(pk=one.pk).update(vervallen=True)
    remind(without_agenda, date(2026, 8, 10))
    assert [asked.staat for asked in asks(one)] == ["open"]


def test_an_ask_follows_when_the_day_of_the_law_moves(without_agenda: World) -> None:
    one = task(without_agenda, "LPL-04")
    remind(without_agenda, FIRST)
    Verzoek.objects.filter(onderwerp_code=str(one.pk)).update(voor=date(2026, 9, 1))
    remind(without_agenda, date(2026, 8, 10))
    assert asks(one)[0].voor == LAST


def test_the_tasks_of_next_year_stand_ready_from_october_on(without_agenda: World) -> None:
    Verplichting.objects.filter(jaar=2027).delete()
    remind(without_agenda, LAST)
    assert not Verplichting.objects.filter(jaar=2027).exists()
    remind(without_agenda, LATE)
    assert Verplichting.objects.filter(jaar=2027, plicht="LPL-04").exists()


def test_a_dry_run_makes_and_asks_nothing(without_agenda: World) -> None:
    Verplichting.objects.all().delete()
    remind_people(FIRST, dry_run=True)
    assert not Verplichting.objects.exists()
    assert not Verzoek.objects.exists()


def test_the_totals_of_the_year_count_each_task_once(without_agenda: World) -> None:
    actor, one = without_agenda.actor(BEHEER), task(without_agenda, "LPL-04")
    add_bewijs(actor, one.pk, proof(aanvaard=True), TODAY)
    found = describe_taken(actor, Vraag(jaar=2026), TODAY)
    telling = found.telling
    assert telling.bewezen == 1
    assert telling.totaal == len(found.taken) > 10
    assert sum(maand.telling.totaal for maand in found.maanden) == telling.totaal
    assert {taak.partij_code for taak in found.taken} == {"gemeente"}


def test_a_raadslid_without_account_reads_the_tasks_of_the_gemeente_alone(
    without_agenda: World,
) -> None:
    found = describe_taken(without_agenda.actor(LidRol.PUBLIEK), Vraag(jaar=2026), TODAY)
    assert found.taken
    assert {taak.partij_code for taak in found.taken} == {"gemeente"}
    assert not any(taak.mag_wijzigen for taak in found.taken)
