"""What an owner tells of an action is kept whole or not at all, and answers what was asked."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from openlea.core.agenda import ActieStaat
from openlea.core.errors import BadInput, NotAllowed, NotFound
from openlea.policy.rechten import LidRol
from openlea.services.record_jaarwaarde import record_jaarwaarde
from openlea.services.record_voortgang import Melding, Meting, record_voortgang
from openlea.storage.records.models import Jaarwaarde, Verzoek, Voortgang
from tests.world import World

EIGEN, VREEMD = "1E2", "1A3"
"""An action of the bibliotheek, whose partner signs in first, and one of the GGD."""


def ask(hilversum: World, code: str) -> Verzoek:
    """Return an open ask to update an action."""
    return Verzoek.objects.create(
        werkruimte=hilversum.werkruimte,
        soort="bijwerken",
        onderwerp_soort="actie",
        onderwerp_code=code,
        aan=hilversum.lid(LidRol.PARTNER),
        vraag="Hoe staat het?",
        voor=timezone.localdate(),
        trap_op=timezone.localdate(),
        sleutel=f"bijwerken/actie/{code}/bibliotheek/2026",
    )


def test_an_update_sets_the_state_and_the_day_so_that_the_tree_needs_no_story(
    hilversum: World,
) -> None:
    actor = hilversum.actor(LidRol.PARTNER)
    told = Melding(staat=ActieStaat.LOOPT_ACHTER, gedaan="Twee scholen.", blokkade="Geen ruimte.")
    record_voortgang(actor, EIGEN, told)
    actie = hilversum.agenda.acties.get(code=EIGEN)
    assert actie.staat == ActieStaat.LOOPT_ACHTER
    assert actie.staat_reden == "Geen ruimte."
    assert actie.bijgewerkt_op == timezone.localdate()
    assert actie.voortgang.get().door_naam == actor.naam


def test_a_reason_goes_with_its_state_and_stays_while_the_state_stays(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.PARTNER)
    record_voortgang(actor, EIGEN, Melding(staat=ActieStaat.GESTOPT, blokkade="Geen geld."))
    record_voortgang(actor, EIGEN, Melding(staat=ActieStaat.GESTOPT, gedaan="Nog steeds."))
    assert hilversum.agenda.acties.get(code=EIGEN).staat_reden == "Geen geld."
    record_voortgang(actor, EIGEN, Melding(staat=ActieStaat.OP_SCHEMA))
    assert hilversum.agenda.acties.get(code=EIGEN).staat_reden == ""


def test_the_history_names_who_told_it(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.PARTNER)
    record_voortgang(actor, EIGEN, Melding(staat=ActieStaat.OP_SCHEMA))
    last = hilversum.agenda.acties.get(code=EIGEN).history.first()
    assert last.history_user_id == actor.persoon


def test_an_update_answers_what_was_asked_about_this_action_and_nothing_else(
    hilversum: World,
) -> None:
    own, other = ask(hilversum, EIGEN), ask(hilversum, VREEMD)
    record_voortgang(hilversum.actor(LidRol.PARTNER), EIGEN, Melding(staat=ActieStaat.OP_SCHEMA))
    own.refresh_from_db()
    other.refresh_from_db()
    assert (own.staat, other.staat) == ("gedaan", "open")
    assert own.gedaan_door_id == hilversum.lid(LidRol.PARTNER).persoon_id


def test_a_wrong_measurement_keeps_the_whole_update_out(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.AGENDABEHEERDER)
    tomorrow = timezone.localdate() + timedelta(days=1)
    meting = Meting(
        streefwaarde="1A1-gezinnen", jaar=2026, werkelijk=Decimal(38), peildatum=tomorrow
    )
    with pytest.raises(BadInput) as refused:
        record_voortgang(actor, "1A1", Melding(staat=ActieStaat.OP_SCHEMA, metingen=(meting,)))
    assert [fout.cel for fout in refused.value.fouten] == ["peildatum 1A1-gezinnen"]
    assert not Voortgang.objects.filter(actie__code="1A1").exists()
    assert hilversum.agenda.acties.get(code="1A1").staat == ActieStaat.ONBEKEND


def test_a_measurement_is_kept_with_the_day_on_which_it_was_read(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.AGENDABEHEERDER)
    meting = Meting(streefwaarde="1A1-gezinnen", jaar=2026, werkelijk=Decimal(38))
    record_voortgang(actor, "1A1", Melding(staat=ActieStaat.OP_SCHEMA, metingen=(meting,)))
    kept = Jaarwaarde.objects.get(streefwaarde__code="1A1-gezinnen", jaar=2026)
    assert (kept.doel, kept.werkelijk) == (Decimal(40), Decimal(38))
    assert kept.peildatum == timezone.localdate()


def test_a_measurement_can_be_taken_back_and_its_day_goes_with_it(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.AGENDABEHEERDER)
    record_jaarwaarde(actor, "1A1-gezinnen", 2026, Decimal(38))
    kept = record_jaarwaarde(actor, "1A1-gezinnen", 2026, None)
    assert (kept.werkelijk, kept.peildatum, kept.doel) == (None, None, Decimal(40))


@pytest.mark.parametrize(("jaar", "werkelijk"), [(2030, 1), (2026, -1)])
def test_a_year_outside_the_agenda_and_a_number_below_nought_are_refused(
    hilversum: World, jaar: int, werkelijk: int
) -> None:
    actor = hilversum.actor(LidRol.AGENDABEHEERDER)
    with pytest.raises(BadInput):
        record_jaarwaarde(actor, "1A1-gezinnen", jaar, Decimal(werkelijk))


def test_a_partner_tells_of_its_own_actions_only(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.PARTNER)
    with pytest.raises(NotAllowed):
        record_voortgang(actor, VREEMD, Melding(staat=ActieStaat.OP_SCHEMA))
    with pytest.raises(NotFound):
        record_voortgang(actor, "9Z9", Melding(staat=ActieStaat.OP_SCHEMA))


def test_an_action_that_is_hidden_answers_like_one_that_is_missing(hilversum: World) -> None:
    hilversum.agenda.acties.filter(code=EIGEN).update(zichtbaarheid="intern")
    with pytest.raises(NotFound):
        record_voortgang(
            hilversum.actor(LidRol.PARTNER), EIGEN, Melding(staat=ActieStaat.OP_SCHEMA)
        )


@pytest.mark.parametrize("rol", [LidRol.WETHOUDER, LidRol.LEZER, LidRol.PUBLIEK])
def test_who_only_reads_tells_nothing(hilversum: World, rol: LidRol) -> None:
    with pytest.raises(NotAllowed):
        record_voortgang(hilversum.actor(rol), EIGEN, Melding(staat=ActieStaat.OP_SCHEMA))


def test_nothing_is_told_of_an_agenda_that_is_closed(hilversum: World) -> None:
    agenda = hilversum.agenda
    agenda.staat = "afgesloten"
    agenda.save()
    with pytest.raises(NotAllowed):
        record_voortgang(
            hilversum.actor(LidRol.AGENDABEHEERDER), EIGEN, Melding(staat=ActieStaat.OP_SCHEMA)
        )
