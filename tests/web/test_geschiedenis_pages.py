"""The history tells who changed what and when, and no more than the reader may know."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from openlea.core.agenda import ActieStaat, AgendaStaat
from openlea.policy.rechten import LidRol
from openlea.services.change_actie import change_actie
from openlea.services.decide_agenda import Besluit, decide_agenda
from openlea.services.import_agenda import import_agenda
from openlea.services.record_jaarwaarde import record_jaarwaarde
from openlea.services.record_voortgang import Melding, record_voortgang
from openlea.storage.records.as_values import agenda_values, everything
from openlea.storage.records.models import Partij
from tests.world import World

PAGE = "agenda/geschiedenis/"


def page(hilversum: World, query: str = "", rol: LidRol = LidRol.AGENDABEHEERDER) -> str:
    """Return the history as somebody sees it."""
    answer = hilversum.client(rol).get(hilversum.url(PAGE + query))
    assert answer.status_code == 200, answer.status_code
    return str(answer.content.decode())


def rename(hilversum: World, code: str, naam: str) -> None:
    """Change the name of an action, as its page does."""
    values = agenda_values(hilversum.agenda, everything(hilversum.werkruimte.pk))
    old = next(one for one in values.acties if one.code == code)
    record = hilversum.agenda.acties.select_related("speerpunt").get(code=code)
    change_actie(
        hilversum.actor(LidRol.AGENDABEHEERDER),
        replace(old, naam=naam),
        versie=record.versie,
        speerpunt=record.speerpunt.code,
        streefwaarden=[one for one in values.streefwaarden if one.bij == code],
    )


def test_a_change_shows_the_old_the_new_and_who(hilversum: World) -> None:
    rename(hilversum, "1A1", "Opstapje voor iedereen")
    text = page(hilversum, "?wat=~&soort=Actie")
    assert "<del>Opstapje</del>" in text
    assert "<ins>Opstapje voor iedereen</ins>" in text
    assert hilversum.actor(LidRol.AGENDABEHEERDER).naam in text


def test_a_measurement_names_its_target_and_year(hilversum: World) -> None:
    record_jaarwaarde(hilversum.actor(LidRol.AGENDABEHEERDER), "1A1-gezinnen", 2026, Decimal(38))
    text = page(hilversum, "?wat=~")
    assert "Gezinnen bereikt met Opstapje, 2026" in text
    assert "<ins>38</ins>" in text


def test_one_action_has_a_history_of_its_own(hilversum: World) -> None:
    rename(hilversum, "1A1", "Nieuwe naam van de eerste")
    rename(hilversum, "1A2", "Nieuwe naam van de tweede")
    text = page(hilversum, "?actie=1A1")
    assert "Nieuwe naam van de eerste" in text
    assert "Nieuwe naam van de tweede" not in text


def test_a_partner_reads_nothing_of_a_hidden_action_nor_its_name_elsewhere(
    hilversum: World,
) -> None:
    rename(hilversum, "1A1", "Geheim plan")
    hilversum.agenda.acties.filter(code="1A1").update(zichtbaarheid="intern")
    record_voortgang(
        hilversum.actor(LidRol.AGENDABEHEERDER), "1A1", Melding(staat=ActieStaat.OP_SCHEMA)
    )
    assert "Geheim plan" in page(hilversum)
    for query in ("", "?wat=~", "?wat=%2B", "?soort=Melding", "?soort=Bedrag+per+jaar"):
        assert "Geheim plan" not in page(hilversum, query, LidRol.PARTNER)
    answer = hilversum.client(LidRol.PARTNER).get(hilversum.url(f"{PAGE}?actie=1A1"))
    assert answer.status_code == 404


@pytest.mark.parametrize("rol", [LidRol.LEZER, LidRol.PUBLIEK])
def test_the_history_is_for_who_works_in_the_agenda(hilversum: World, rol: LidRol) -> None:
    answer = hilversum.client(rol).get(hilversum.url(PAGE))
    assert answer.status_code in (302, 403)


def test_a_long_history_is_paged_and_every_page_opens(hilversum: World) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    pages = client.get(hilversum.url(PAGE)).context["pagina"].paginator.num_pages
    assert pages > 3
    for number in range(1, pages + 1):
        assert client.get(hilversum.url(f"{PAGE}?pagina={number}")).status_code == 200


def test_a_page_of_changes_takes_as_many_queries_however_many_changes_there_are(
    hilversum: World,
) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get(hilversum.url(f"{PAGE}?soort=Actie&wat=~"))
        return len(asked)

    for number in range(2):
        rename(hilversum, "1A1", f"Naam {number}")
    few = queries()
    for number in range(2, 40):
        rename(hilversum, f"1A{1 + number % 5}", f"Naam {number}")
    assert queries() == few


@pytest.mark.parametrize("query", ["?wat=x", "?soort=Niets", "?pagina=zeven", "?pagina=999"])
def test_a_question_that_makes_no_sense_is_answered_all_the_same(
    hilversum: World, query: str
) -> None:
    assert "Geschiedenis van de agenda" in page(hilversum, query)


def decided(hilversum: World, *partijen: str) -> None:
    """Take the decision on the agenda anew, signed by these."""
    actor = hilversum.actor(LidRol.AGENDABEHEERDER)
    back = Besluit(staat=AgendaStaat.CONCEPT)
    decide_agenda(actor, back, versie=hilversum.agenda.versie)
    again = Besluit(
        staat=AgendaStaat.VASTGESTELD,
        door="de gemeenteraad",
        op=timezone.localdate(),
        ondertekenaars=partijen,
    )
    decide_agenda(actor, again, versie=hilversum.agenda.versie)


def test_who_signed_is_a_difference_told_once_and_by_whom(hilversum: World) -> None:
    if hilversum.agenda.staat == AgendaStaat.CONCEPT:
        hilversum.agenda.__class__.objects.update(staat=AgendaStaat.VASTGESTELD)
    decided(hilversum, "ggd", "bibliotheek")
    decided(hilversum, "ggd")
    names = {one.code: one.naam for one in Partij.objects.of(hilversum.werkruimte.pk)}
    both = ", ".join(sorted([names["ggd"], names["bibliotheek"]]))
    text = page(hilversum, "?wat=~&soort=Agenda")
    row = f"<del>{both}</del></td><td><ins>{names['ggd']}</ins>"
    assert text.count(row) == 1
    newest = hilversum.agenda.history.first()
    assert newest.history_user_id == hilversum.actor(LidRol.AGENDABEHEERDER).persoon


def test_a_file_that_changes_only_the_vision_says_nothing_of_who_signed(hilversum: World) -> None:
    if hilversum.agenda.staat == AgendaStaat.CONCEPT:
        hilversum.agenda.__class__.objects.update(staat=AgendaStaat.VASTGESTELD)
    decided(hilversum, "ggd")
    values = agenda_values(hilversum.agenda, everything(hilversum.werkruimte.pk))
    actor = hilversum.actor(LidRol.AGENDABEHEERDER)
    told = import_agenda(actor, replace(values, visie="Een nieuwe visie")).veranderingen
    assert [(one.soort, one.velden) for one in told] == [("Agenda", ("visie",))]
    text = page(hilversum, "?wat=~&soort=Agenda")
    before = text.index("Een nieuwe visie")
    assert "Ondertekend door" not in text[:before]
