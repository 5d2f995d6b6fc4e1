"""The law's calendar of a werkruimte: made again it never doubles nor loses what people did."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import BadInput, NotAllowed
from openlea.core.partij import PartijSoort
from openlea.core.plansoort import PlanSoort
from openlea.core.verplichting import TaakStaat
from openlea.policy.rechten import LidRol
from openlea.services.make_taken import make_taken
from openlea.storage.records.models import Partij, Plan, Verplichting
from tests.world import World


def tasks(world: World, jaar: int = 2026) -> list[Verplichting]:
    """Return the tasks of a year that the law asks now."""
    return list(Verplichting.objects.of(world.werkruimte.pk).standing().in_year(jaar))


@pytest.fixture
def bare(hilversum: World) -> World:
    """Return Hilversum without any task of 2026 or 2027."""
    Verplichting.objects.all().delete()
    return hilversum


def test_the_own_gemeente_gets_its_duties_with_the_last_day_on_time(bare: World) -> None:
    make_taken(bare.actor(LidRol.AGENDABEHEERDER), 2026)
    (report,) = [one for one in tasks(bare) if one.plicht == "LPL-04"]
    assert report.uiterlijk == date(2026, 9, 30)
    assert report.over == "schooljaar 2025-2026"
    assert report.partij.soort == PartijSoort.GEMEENTE
    assert report.zichtbaarheid == Zichtbaarheid.PUBLIEK


def test_what_other_parties_owe_is_not_public(bare: World) -> None:
    make_taken(bare.actor(LidRol.AGENDABEHEERDER), 2026)
    others = [one for one in tasks(bare) if one.partij.soort != PartijSoort.GEMEENTE]
    assert others
    assert {one.zichtbaarheid for one in others} == {Zichtbaarheid.PARTNERS}


def test_a_second_time_nothing_changes(bare: World) -> None:
    actor = bare.actor(LidRol.AGENDABEHEERDER)
    first = make_taken(actor, 2026)
    before = list(Verplichting.objects.values())
    again = make_taken(actor, 2026)
    assert first.nieuw == first.totaal == len(before)
    assert (again.nieuw, again.gewijzigd, again.vervallen) == (0, 0, 0)
    assert list(Verplichting.objects.values()) == before


def test_what_people_wrote_stays_when_the_law_is_worked_out_again(bare: World) -> None:
    actor = bare.actor(LidRol.AGENDABEHEERDER)
    make_taken(actor, 2026)
    mine = Verplichting.objects.filter(plicht="LPL-04", jaar=2026)
    said = {"staat": TaakStaat.BEZIG, "notitie": "Concept bij de griffie"}
    mine.update(**said, uiterlijk=date(2026, 9, 1), titel="Oude titel")
    assert make_taken(actor, 2026).gewijzigd == 1
    kept = mine.get()
    assert (kept.staat, kept.notitie) == (TaakStaat.BEZIG, "Concept bij de griffie")
    assert kept.uiterlijk == date(2026, 9, 30)
    assert kept.titel != "Oude titel"


def test_what_the_law_no_longer_asks_lapses_and_comes_back_with_its_work(bare: World) -> None:
    actor = bare.actor(LidRol.AGENDABEHEERDER)
    make_taken(actor, 2026)
    partij = Partij.objects.of(bare.werkruimte.pk).get(soort=PartijSoort.GEMEENTE)
    mine = Verplichting.objects.filter(plicht="LPL-04", jaar=2026)
    mine.update(notitie="Bewaar dit")
    Partij.objects.filter(pk=partij.pk).update(soort=PartijSoort.WELZIJN)
    assert make_taken(actor, 2026).vervallen > 0
    assert mine.get().vervallen
    Partij.objects.filter(pk=partij.pk).update(soort=PartijSoort.GEMEENTE)
    make_taken(actor, 2026)
    assert not mine.get().vervallen
    assert mine.get().notitie == "Bewaar dit"


def test_a_neighbouring_gemeente_keeps_its_own_calendar(bare: World) -> None:
    neighbour = Partij.objects.create(
        werkruimte=bare.werkruimte,
        code="gemeente-gm0000",
        naam="Buurgemeente",
        soort=PartijSoort.GEMEENTE,
        plaats="gemeente:GM0001",
    )
    make_taken(bare.actor(LidRol.AGENDABEHEERDER), 2026)
    assert not neighbour.verplichtingen.exists()


def test_a_plan_that_ends_in_the_year_asks_for_the_next_also_when_that_is_there(
    bare: World,
) -> None:
    swv = Partij.objects.create(
        werkruimte=bare.werkruimte, code="swv-x", naam="SWV", soort=PartijSoort.SWV
    )
    own = {"werkruimte": bare.werkruimte, "houder": swv, "soort": PlanSoort.ONDERSTEUNINGSPLAN}
    Plan.objects.create(
        **own,
        titel="Plan 2022-2026",
        van=date(2022, 8, 1),
        tot=date(2026, 7, 31),
        vastgesteld_op=date(2022, 4, 1),
    )
    actor = bare.actor(LidRol.AGENDABEHEERDER)
    make_taken(actor, 2026)
    (due,) = [one for one in tasks(bare) if one.plicht == "PO-08" and one.partij_id == swv.pk]
    assert due.uiterlijk == date(2026, 4, 30)
    Plan.objects.create(
        **own,
        titel="Plan 2026-2030",
        van=date(2026, 8, 1),
        tot=date(2030, 7, 31),
        vastgesteld_op=date(2026, 4, 1),
    )
    again = make_taken(actor, 2026)
    assert (again.nieuw, again.gewijzigd, again.vervallen) == (0, 0, 0)
    make_taken(actor, 2027)
    assert not [o for o in tasks(bare, 2027) if o.plicht == "PO-08" and o.partij_id == swv.pk]


@pytest.mark.parametrize("rol", [LidRol.PARTNER, LidRol.WETHOUDER, LidRol.LEZER, LidRol.PUBLIEK])
def test_who_may_not_make_tasks_for_all_makes_none(bare: World, rol: LidRol) -> None:
    with pytest.raises(NotAllowed):
        make_taken(bare.actor(rol), 2026)
    assert not tasks(bare)


@pytest.mark.parametrize("jaar", [2014, 2101, 0])
def test_a_year_that_cannot_be_is_refused(bare: World, jaar: int) -> None:
    with pytest.raises(BadInput):
        make_taken(bare.actor(LidRol.AGENDABEHEERDER), jaar)


def test_tasks_of_many_parties_are_written_many_at_once(bare: World) -> None:
    Partij.objects.bulk_create(
        Partij(
            werkruimte=bare.werkruimte,
            code=f"bestuur-{number}",
            naam=f"Bestuur {number}",
            soort=PartijSoort.SCHOOLBESTUUR,
        )
        for number in range(60)
    )
    with CaptureQueriesContext(connection) as done:
        made = make_taken(bare.actor(LidRol.AGENDABEHEERDER), 2026)
    assert made.nieuw > 300
    assert len(done) < made.nieuw / 5


def say_not_for_us(one: Verplichting) -> None:
    """Say of a task that it isn't for this partij."""
    nvt = TaakStaat.NIET_VAN_TOEPASSING
    Verplichting.objects.filter(pk=one.pk).update(staat=nvt, reden="Wij hebben geen vo", versie=2)


def test_what_is_not_for_a_board_of_this_kind_is_not_asked_again_the_next_year(bare: World) -> None:
    actor = bare.actor(LidRol.AGENDABEHEERDER)
    make_taken(actor, 2026)
    for plicht in ("RMC-09", "BST-01"):
        say_not_for_us(next(one for one in tasks(bare) if one.plicht == plicht))
    make_taken(actor, 2027)
    nvt = [one for one in tasks(bare, 2027) if one.staat == TaakStaat.NIET_VAN_TOEPASSING]
    assert [(one.plicht, one.reden) for one in nvt] == [
        ("RMC-09", "Wij hebben geen vo (overgenomen van 2026)")
    ]


def test_what_a_person_opened_again_stays_open(bare: World) -> None:
    actor = bare.actor(LidRol.AGENDABEHEERDER)
    make_taken(actor, 2026)
    first = next(one for one in tasks(bare) if one.plicht == "RMC-09")
    say_not_for_us(first)
    make_taken(actor, 2027)
    later = Verplichting.objects.filter(plicht="RMC-09", jaar=2027, partij=first.partij_id)
    later.update(staat=TaakStaat.OPEN, reden="", versie=2)
    make_taken(actor, 2027)
    assert later.get().staat == TaakStaat.OPEN
