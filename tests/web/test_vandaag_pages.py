"""The start of the day: what asks attention, what comes next, and the first step of a new room."""

from django.core import mail

from openlea.core.overleg import Aanwezigheid
from openlea.policy.rechten import LidRol
from openlea.storage.records.models import (
    Agenda,
    Casuslid,
    Deelnemer,
    Lidmaatschap,
    Opdracht,
    Verzoek,
    Werkruimte,
)
from tests.services.vraag_wereld import LONG_AGO, let_time_pass
from tests.world import World


def read(world: World, rol: LidRol, path: str = "") -> str:
    return world.client(rol).get(world.url(path)).content.decode()


def test_a_fresh_agenda_names_what_is_missing_and_what_comes_next(hilversum: World) -> None:
    page = read(hilversum, LidRol.AGENDABEHEERDER)
    assert "31 acties hebben geen eigenaar" in page
    assert "2027 komt uit op" in page
    assert "vragen we hoe het staat met" in page
    assert "van 8" in page


def test_the_reminder_is_sent_once_and_the_second_time_it_says_so(hilversum: World) -> None:
    let_time_pass(hilversum)
    Agenda.objects.filter(pk=hilversum.agenda.pk).update(in_gebruik_op=LONG_AGO)
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    assert "Stuur herinnering" in client.get(hilversum.url()).content.decode()
    first = client.post(hilversum.url("vandaag/herinneren/"), follow=True).content.decode()
    sent = len(mail.outbox)
    assert sent > 0
    assert f"{sent} mensen hebben een mail gekregen" in first
    again = client.post(hilversum.url("vandaag/herinneren/"), follow=True).content.decode()
    assert "deze week al een mail gehad" in again
    assert len(mail.outbox) == sent


def test_who_may_not_send_sees_no_button_to_send(hilversum: World) -> None:
    Agenda.objects.filter(pk=hilversum.agenda.pk).update(in_gebruik_op=LONG_AGO)
    page = read(hilversum, LidRol.WETHOUDER)
    assert "niet bijgewerkt" in page
    assert "herinneren" not in page


def test_a_partner_with_nothing_to_do_is_told_so(hilversum: World) -> None:
    Opdracht.objects.all().delete()
    Casuslid.objects.all().delete()
    Deelnemer.objects.update(aanwezigheid=Aanwezigheid.AANWEZIG)
    assert "Er is niets dat nu moet" in read(hilversum, LidRol.PARTNER)


def test_a_new_werkruimte_has_one_clear_first_step(hilversum: World) -> None:
    new = Werkruimte.objects.create(slug="nieuw", naam="Nieuwstad")
    beheer = hilversum.lid(LidRol.AGENDABEHEERDER)
    Lidmaatschap.objects.create(
        werkruimte=new, persoon=beheer.persoon, rol=LidRol.AGENDABEHEERDER, van=LONG_AGO
    )
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    page = client.get("/w/nieuw/").content.decode()
    assert "Lees de agenda in" in page
    assert client.get("/w/nieuw/mijn/").status_code == 200


def test_my_work_counts_the_questions_of_each_werkruimte(hilversum: World) -> None:
    new = Werkruimte.objects.create(slug="nieuw", naam="Nieuwstad")
    beheer = hilversum.lid(LidRol.AGENDABEHEERDER)
    Lidmaatschap.objects.create(
        werkruimte=new, persoon=beheer.persoon, rol=LidRol.LEZER, van=LONG_AGO
    )
    Verzoek.objects.create(
        werkruimte=hilversum.werkruimte,
        soort="eigenaar",
        onderwerp_soort="agenda",
        onderwerp_code="agenda",
        aan=beheer,
        vraag="Wie trekt dit?",
        waarom="agenda",
        voor=LONG_AGO,
        trap_op=LONG_AGO,
        sleutel="x",
    )
    page = hilversum.client(LidRol.AGENDABEHEERDER).get("/").content.decode()
    assert "Mijn werk" in page
    assert "Eén vraag aan jou" in page
    assert "Nieuwstad" in page


def test_who_is_asked_to_a_meeting_sees_it_until_an_answer_is_given(hilversum: World) -> None:
    """An invitation that only stands in the mail is forgotten, and the seat stays empty."""
    assert "Kom je naar Bestuurlijk overleg LEA" in read(hilversum, LidRol.WETHOUDER)
    client = hilversum.client(LidRol.WETHOUDER)
    assert "Ik kan niet" in client.get(hilversum.url("overleg/2/")).content.decode()
    told = client.post(hilversum.url("overleg/2/antwoord/"), {"komt": "afgemeld"})
    assert told.status_code == 302
    assert "Kom je naar" not in read(hilversum, LidRol.WETHOUDER)
