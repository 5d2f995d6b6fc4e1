"""The tasks of a year as pages read them: in a fixed number of queries, each as its reader may."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openlea.core.partij import PartijSoort
from openlea.core.verplichting import TaakStaat
from openlea.policy.rechten import LidRol
from openlea.services.add_bewijs import add_bewijs
from openlea.services.ask_updates import ask_updates
from openlea.services.describe_taak import describe_taak
from openlea.services.describe_taken import Vraag, describe_taken
from openlea.services.list_own_taken import list_own_taken
from openlea.services.make_taken import make_taken
from openlea.storage.records.models import Partij, Plan, Verplichting
from tests.services.taken_wereld import TODAY, proof, school_board, task
from tests.world import World

BEHEER = LidRol.AGENDABEHEERDER
EVERY = Vraag(jaar=2026, partij="")


def queries(verb: Callable[[], object]) -> int:
    """Return how many queries something takes."""
    with CaptureQueriesContext(connection) as done:
        verb()
    return len(done)


def test_more_parties_and_more_proof_take_no_more_queries(hilversum: World) -> None:
    actor, one = hilversum.actor(BEHEER), task(hilversum, "LPL-04")
    add_bewijs(actor, one.pk, proof(), TODAY)
    before = (
        queries(lambda: describe_taken(actor, EVERY, TODAY)),
        queries(lambda: describe_taak(actor, one.pk, TODAY)),
        queries(lambda: list_own_taken(actor, TODAY)),
    )
    for number in range(8):
        school_board(hilversum, f"bestuur-{number}")
        add_bewijs(actor, one.pk, proof(titel=f"Bijlage {number}"), TODAY)
    make_taken(actor, 2026)
    after = (
        queries(lambda: describe_taken(actor, EVERY, TODAY)),
        queries(lambda: describe_taak(actor, one.pk, TODAY)),
        queries(lambda: list_own_taken(actor, TODAY)),
    )
    assert after == before
    assert max(after) < 20


def test_without_a_choice_one_sees_the_tasks_of_the_own_partij(hilversum: World) -> None:
    task(hilversum, "LPL-04")
    lid = hilversum.lid(LidRol.PARTNER)
    lid.partij = Partij.objects.of(hilversum.werkruimte.pk).filter(soort=PartijSoort.SWV)[0]
    lid.save()
    found = describe_taken(hilversum.actor(LidRol.PARTNER), Vraag(jaar=2026), TODAY)
    assert found.partij == lid.partij.code
    assert {one.partij_code for one in found.taken} == {lid.partij.code}
    assert all(one.is_eigen and one.mag_wijzigen for one in found.taken)
    assert len(found.partijen) > 1


def test_choosing_a_state_narrows_the_list_and_not_the_totals(hilversum: World) -> None:
    actor = hilversum.actor(BEHEER)
    task(hilversum, "LPL-04")
    every = describe_taken(actor, EVERY, TODAY)
    late = describe_taken(actor, Vraag(jaar=2026, partij="", staat=TaakStaat.TE_LAAT), TODAY)
    assert late.telling == every.telling
    assert {one.staat for one in late.taken} == {TaakStaat.TE_LAAT}
    assert len(late.taken) == every.telling.te_laat


def test_choosing_a_field_narrows_both(hilversum: World) -> None:
    actor = hilversum.actor(BEHEER)
    task(hilversum, "LPL-04")
    found = describe_taken(actor, Vraag(jaar=2026, partij="", veld="leerplicht"), TODAY)
    assert {one.veld for one in found.taken} == {"leerplicht"}
    assert found.telling.totaal + found.telling.nvt == len(found.taken)


def test_a_task_of_a_duty_that_left_the_shelf_is_still_shown(hilversum: World) -> None:
    one = task(hilversum, "LPL-04")
    Verplichting.objects.filter(pk=one.pk).update(plicht="EIGEN-1")
    shown = describe_taak(hilversum.actor(BEHEER), one.pk, TODAY)
    assert (shown.plicht, shown.taak.grondslag, shown.taak.controlestand) == (None, "", None)
    assert shown.taak.titel == one.titel
    assert shown.taak.wanneer == "uiterlijk 30 september"


def test_a_plan_that_ends_within_a_year_without_a_successor_asks_attention(
    hilversum: World,
) -> None:
    actor = hilversum.actor(BEHEER)
    own = Partij.objects.get(pk=actor.partij or 0)
    place = {"werkruimte": hilversum.werkruimte, "houder": own, "soort": "ihp"}
    decided = {"van": date(2020, 1, 1), "vastgesteld_op": date(2020, 1, 1)}
    Plan.objects.create(**place, **decided, titel="Loopt af", tot=date(2027, 6, 30))
    Plan.objects.create(**place, **decided, titel="Nog lang niet", tot=date(2028, 6, 30))
    assert list_own_taken(actor, TODAY).plannen == (("Loopt af", date(2027, 6, 30)),)


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite has one writer at a time")
def test_two_who_make_the_tasks_of_a_year_take_their_turn(hilversum: World) -> None:
    with CaptureQueriesContext(connection) as done:
        make_taken(hilversum.actor(BEHEER), 2026)
    first = next(i for i, one in enumerate(done) if "FOR NO KEY UPDATE" in one["sql"])
    known = next(i for i, one in enumerate(done) if 'FROM "records_verplichting"' in one["sql"])
    assert first < known


def test_a_round_of_asking_takes_no_more_queries_when_the_law_asks_of_more_parties(
    hilversum: World,
) -> None:
    make_taken(hilversum.actor(BEHEER), 2026)
    ask_updates(TODAY, werkruimte="hilversum")
    before = queries(lambda: ask_updates(TODAY, werkruimte="hilversum"))
    for number in range(8):
        school_board(hilversum, f"bestuur-{number}")
    make_taken(hilversum.actor(BEHEER), 2026)
    assert queries(lambda: ask_updates(TODAY, werkruimte="hilversum")) == before
