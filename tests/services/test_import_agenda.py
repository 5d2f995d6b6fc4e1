"""An agenda is taken in whole or not at all, and what is stored equals what the file says."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from openlea.core.agenda import ActieStaat, Agenda, AgendaStaat, Voortgang, Zichtbaarheid
from openlea.core.errors import BadInput, NotAllowed
from openlea.policy.rechten import Actor, LidRol
from openlea.services import import_agenda as verb
from openlea.services.add_opmerking import add_opmerking
from openlea.services.export_agenda import export_agenda
from openlea.services.import_agenda import import_agenda
from openlea.services.inlezen.reconcile import Wat
from openlea.services.read_agenda_file import read_agenda_file
from openlea.storage.records.models import Actie, Logregel
from openlea.storage.records.models import Voortgang as VoortgangRecord
from tests.services.inlees_voorbeeld import (
    dump,
    empty_room,
    forgotten_afterwards,
    in_order,
    stored,
    with_acties,
    without_1a1,
    without_story,
)
from tests.services.xlsx_voorbeeld import AGENDA, geldige_agendas

SLOW = list(HealthCheck)
OPEN = geldige_agendas().filter(lambda one: one.staat is not AgendaStaat.AFGESLOTEN)


@settings(max_examples=10, deadline=None, suppress_health_check=SLOW)
@given(geldige_agendas())
def test_any_agenda_is_stored_as_it_was_given(db: None, agenda: Agenda) -> None:
    with forgotten_afterwards():
        actor = empty_room()
        import_agenda(actor, agenda)
        assert stored(actor, agenda.titel) == in_order(agenda)


@settings(max_examples=5, deadline=None, suppress_health_check=SLOW)
@given(geldige_agendas())
def test_any_agenda_comes_back_from_every_file_that_can_be_read(db: None, agenda: Agenda) -> None:
    with forgotten_afterwards():
        first, second = empty_room("eerste"), empty_room("tweede")
        import_agenda(first, agenda)
        for formaat in ("xlsx", "json"):
            file = export_agenda(first, formaat)
            import_agenda(second, read_agenda_file(f"agenda.{formaat}", file))
            assert stored(second, agenda.titel) == in_order(agenda)
            assert import_agenda(first, read_agenda_file(f"a.{formaat}", file)).veranderingen == ()


@settings(max_examples=10, deadline=None, suppress_health_check=SLOW)
@given(OPEN, geldige_agendas())
def test_a_second_file_of_the_same_agenda_replaces_all_but_the_story(
    db: None, one: Agenda, other: Agenda
) -> None:
    with forgotten_afterwards():
        actor = empty_room()
        other = replace(other, titel=one.titel)
        import_agenda(actor, one)
        import_agenda(actor, other, verwijder=True)
        now = stored(actor, one.titel)
        assert without_story(now) == without_story(other)
        told = {actie.code: actie.voortgang for actie in now.acties}
        before = {actie.code: actie.voortgang for actie in one.acties}
        for actie in other.acties:
            expected = {*before.get(actie.code, ()), *actie.voortgang}
            assert set(told[actie.code]) == expected


@settings(max_examples=5, deadline=None, suppress_health_check=SLOW)
@given(OPEN, geldige_agendas())
def test_a_trial_tells_what_would_change_and_changes_nothing(
    db: None, one: Agenda, other: Agenda
) -> None:
    with forgotten_afterwards():
        actor = empty_room()
        other = replace(other, titel=one.titel)
        import_agenda(actor, one)
        before = dump()
        tried = import_agenda(actor, other, verwijder=True, proef=True)
        assert dump() == before
        assert import_agenda(actor, other, verwijder=True) == tried


@pytest.fixture
def beheer(db: None) -> Actor:
    """Return the agendabeheerder of a werkruimte that holds the small example."""
    actor = empty_room()
    import_agenda(actor, AGENDA)
    return actor


LATE_STEPS = ("read_tree", "read_money", "read_network", "remove_missing", "log_deed")


@pytest.mark.parametrize("step", LATE_STEPS)
def test_a_fault_halfway_leaves_every_table_as_it_was(
    beheer: Actor, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    before = dump()
    done = getattr(verb, step)

    def breaks(*given: Any, **named: Any) -> None:
        done(*given, **named)
        raise OSError("the disk is full")

    monkeypatch.setattr(verb, step, breaks)
    with pytest.raises(OSError, match="disk"):
        import_agenda(beheer, replace(without_1a1(AGENDA), visie="Anders"), verwijder=True)
    assert dump() == before


def test_a_file_with_a_fault_changes_nothing_and_every_fault_is_named(beheer: Actor) -> None:
    before = dump()
    wrong = replace(AGENDA, titel="", ondertekenaars=("onbekend",))
    with pytest.raises(BadInput) as found:
        import_agenda(beheer, wrong)
    assert len(found.value.fouten) == 2
    assert dump() == before


@pytest.mark.parametrize("rol", [rol for rol in LidRol if rol is not LidRol.AGENDABEHEERDER])
def test_only_the_agendabeheerder_takes_an_agenda_in(beheer: Actor, rol: LidRol) -> None:
    before = dump()
    with pytest.raises(NotAllowed):
        import_agenda(replace(beheer, rol=rol), AGENDA)
    assert dump() == before


def test_who_looks_as_somebody_else_takes_nothing_in(beheer: Actor) -> None:
    with pytest.raises(NotAllowed):
        import_agenda(replace(beheer, bekijkt_als=LidRol.AGENDABEHEERDER), AGENDA)


def test_an_action_with_updates_is_only_lost_when_that_is_asked_for(beheer: Actor) -> None:
    smaller = without_1a1(AGENDA)
    before = dump()
    with pytest.raises(BadInput, match="1A1") as found:
        import_agenda(beheer, smaller)
    assert [one.blad for one in found.value.fouten] == ["Acties"]
    assert dump() == before
    told = import_agenda(beheer, smaller, verwijder=True)
    gone = [(one.soort, one.code) for one in told.veranderingen if one.wat is Wat.VERDWIJNT]
    assert ("Acties", "1A1") in gone
    assert stored(beheer, AGENDA.titel) == smaller


def test_an_action_with_a_comment_is_only_lost_when_that_is_asked_for(beheer: Actor) -> None:
    import_agenda(beheer, AGENDA)
    add_opmerking(beheer, "1E1", "Wie pakt dit op?", Zichtbaarheid.PARTNERS)
    smaller = with_acties(AGENDA, {"1E1": None})
    with pytest.raises(BadInput, match="1E1"):
        import_agenda(beheer, smaller)


def test_an_action_without_a_story_goes_when_the_file_no_longer_has_it(beheer: Actor) -> None:
    smaller = with_acties(AGENDA, {"1E1": None})
    import_agenda(beheer, smaller)
    assert stored(beheer, AGENDA.titel) == smaller


def test_a_closed_agenda_takes_nothing_in_that_would_change_it(beheer: Actor) -> None:
    closed = replace(AGENDA, staat=AgendaStaat.AFGESLOTEN)
    import_agenda(beheer, closed)
    assert import_agenda(beheer, closed).veranderingen == ()
    for new in (AGENDA, with_acties(closed, {"1E1": None})):
        with pytest.raises(BadInput, match="afgesloten"):
            import_agenda(beheer, new)
        with pytest.raises(BadInput, match="afgesloten"):
            import_agenda(beheer, new, proef=True)
    assert stored(beheer, AGENDA.titel) == closed


def test_an_update_that_was_made_on_the_site_survives_an_older_file(beheer: Actor) -> None:
    actie = Actie.objects.get(werkruimte_id=beheer.werkruimte, code="1E1")
    VoortgangRecord.objects.create(
        werkruimte_id=beheer.werkruimte,
        actie=actie,
        op=date(2026, 1, 5),
        door_naam="Trekker",
        staat=ActieStaat.OP_SCHEMA,
    )
    import_agenda(beheer, AGENDA)
    now = {one.code: one.voortgang for one in stored(beheer, AGENDA.titel).acties}
    assert now["1E1"] == (
        Voortgang(op=date(2026, 1, 5), door="Trekker", staat=ActieStaat.OP_SCHEMA),
    )
    actie.refresh_from_db()
    assert actie.bijgewerkt_op == date(2026, 1, 5)


def test_the_log_tells_who_took_the_agenda_in(beheer: Actor) -> None:
    line = Logregel.objects.filter(werkruimte_id=beheer.werkruimte)[0]
    assert (line.werk, line.onderwerp, line.persoon_id) == (
        "agenda ingelezen",
        AGENDA.titel,
        beheer.persoon,
    )
