"""Who is asked, once, and who comes next when an answer stays away or somebody left."""

from datetime import timedelta

import pytest

from openlea.core.agenda import ActieStaat, AgendaStaat
from openlea.core.verzoek import VerzoekSoort
from openlea.policy.rechten import LidRol
from openlea.services.ask_updates import ask_updates
from openlea.services.end_lidmaatschap import end_lidmaatschap
from openlea.services.record_voortgang import Melding, record_voortgang
from openlea.services.set_vervanging import set_vervanging
from openlea.storage.records.models import Agenda, Lidmaatschap, Verzoek
from tests.services.vraag_wereld import TODAY, asked, colleague, let_time_pass, own_actie
from tests.world import World

BESIDE = (VerzoekSoort.BEWIJS, VerzoekSoort.BEVESTIGEN)
"""What the law and agreements ask goes on, whatever becomes of the agenda."""


@pytest.fixture
def partner(hilversum: World) -> Lidmaatschap:
    let_time_pass(hilversum)
    lid = hilversum.lid(LidRol.PARTNER)
    own_actie(hilversum, lid)
    return lid


def test_a_fresh_agenda_asks_only_for_owners_and_that_is_one_thing(hilversum: World) -> None:
    ask_updates(hilversum.agenda.in_gebruik_op, werkruimte="hilversum")
    of_agenda = Verzoek.objects.exclude(soort__in=BESIDE)
    only = of_agenda.get(werkruimte=hilversum.werkruimte)
    assert only.soort == VerzoekSoort.EIGENAAR
    assert only.vraag.startswith("31 acties hebben geen eigenaar")
    assert only.aan == hilversum.lid(LidRol.AGENDABEHEERDER)


def test_the_owner_of_a_due_action_is_asked_and_asking_twice_changes_nothing(
    hilversum: World, partner: Lidmaatschap
) -> None:
    first = ask_updates(TODAY)
    assert first.gevraagd > 0
    before = list(Verzoek.objects.order_by("id").values())
    again = ask_updates(TODAY)
    assert (again.gevraagd, again.doorgegeven, again.gesloten) == (0, 0, 0)
    assert list(Verzoek.objects.order_by("id").values()) == before
    assert asked(hilversum, "1E1").aan == partner


def test_an_update_by_whoever_closes_the_ask_and_the_next_round_asks_again(
    hilversum: World, partner: Lidmaatschap
) -> None:
    ask_updates(TODAY)
    number = asked(hilversum, "1E1").pk
    record_voortgang(
        hilversum.actor(LidRol.AGENDABEHEERDER), "1E1", Melding(staat=ActieStaat.OP_SCHEMA)
    )
    assert Verzoek.objects.get(pk=number).staat == "gedaan"
    ask_updates(TODAY)
    assert not Verzoek.objects.filter(onderwerp_code="1E1", staat="open").exists()


def test_fourteen_days_overdue_goes_to_the_next_in_line_who_has_fourteen_days_too(
    hilversum: World, partner: Lidmaatschap
) -> None:
    other = colleague(hilversum, partner)
    ask_updates(TODAY)
    ask = asked(hilversum, "1E1")
    late = ask.voor + timedelta(days=14)
    ask_updates(late - timedelta(days=1))
    assert asked(hilversum, "1E1").aan == partner
    ask_updates(late)
    passed = asked(hilversum, "1E1")
    assert (passed.aan, passed.trap) == (other, 1)
    assert Verzoek.objects.get(pk=ask.pk).staat == "overgedragen"
    ask_updates(late + timedelta(days=13))
    assert asked(hilversum, "1E1").aan == other
    ask_updates(late + timedelta(days=14))
    last = asked(hilversum, "1E1")
    assert (LidRol(last.aan.rol), last.trap) == (LidRol.AGENDABEHEERDER, 2)


def test_who_left_passes_on_at_once_without_counting_as_escalation(
    hilversum: World, partner: Lidmaatschap
) -> None:
    other = colleague(hilversum, partner)
    ask_updates(TODAY)
    Lidmaatschap.objects.filter(pk=partner.pk).update(tot=TODAY)
    ask_updates(TODAY)
    assert asked(hilversum, "1E1").aan == partner
    ask_updates(TODAY + timedelta(days=1))
    passed = asked(hilversum, "1E1")
    assert (passed.aan, passed.trap) == (other, 0)


def test_ending_a_membership_today_passes_on_in_the_same_breath(
    hilversum: World, partner: Lidmaatschap
) -> None:
    other = colleague(hilversum, partner)
    ask_updates(TODAY)
    waiting = Verzoek.objects.filter(aan=partner, staat="open").count()
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    assert end_lidmaatschap(beheer, partner.pk, TODAY) == waiting > 0
    assert asked(hilversum, "1E1").aan == other


def test_a_new_ask_goes_to_who_stands_in(hilversum: World, partner: Lidmaatschap) -> None:
    other = colleague(hilversum, partner)
    set_vervanging(
        hilversum.actor(LidRol.AGENDABEHEERDER),
        partner.pk,
        van=TODAY,
        tot=TODAY + timedelta(days=21),
        vervanger=other.pk,
    )
    ask_updates(TODAY)
    assert asked(hilversum, "1E1").aan == other


def test_a_party_without_people_is_not_asked_of_somebody_else(hilversum: World) -> None:
    let_time_pass(hilversum)
    lid = hilversum.lid(LidRol.PARTNER)
    own_actie(hilversum, lid)
    Lidmaatschap.objects.filter(partij=lid.partij).update(rol=LidRol.LEZER)
    ask_updates(TODAY)
    assert not Verzoek.objects.filter(onderwerp_code="1E1").exists()


def test_a_closed_agenda_drops_what_was_open_and_asks_no_more(
    hilversum: World, partner: Lidmaatschap
) -> None:
    ask_updates(TODAY)
    Agenda.objects.filter(pk=hilversum.agenda.pk).update(staat=AgendaStaat.AFGESLOTEN)
    ask_updates(TODAY, werkruimte="hilversum")
    here = Verzoek.objects.filter(werkruimte=hilversum.werkruimte)
    of_agenda = here.exclude(soort__in=BESIDE)
    assert set(of_agenda.values_list("staat", flat=True)) == {"vervallen"}
    assert set(here.filter(agenda=None).values_list("staat", flat=True)) == {"open"}


def test_the_number_of_actions_without_owner_stays_the_number_of_today(
    hilversum: World, partner: Lidmaatschap
) -> None:
    ask_updates(TODAY)
    one = Verzoek.objects.get(werkruimte=hilversum.werkruimte, soort=VerzoekSoort.EIGENAAR)
    before = int(one.vraag.split()[0])
    orphan = hilversum.agenda.acties.filter(betrokkenen=None)[0]
    type(orphan).objects.filter(pk=orphan.pk).update(staat=ActieStaat.AFGEROND)
    ask_updates(TODAY)
    one.refresh_from_db()
    assert int(one.vraag.split()[0]) == before - 1
