"""A cooperation begins along four meetings, each with its questions, its items and its yield."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from openlea.core.errors import BadInput, NotAllowed, NotFound
from openlea.core.overleg import PuntStaat, VergaderingStaat, Vergadermoment
from openlea.policy.rechten import LidRol
from openlea.policy.vierstappen import StapStaat
from openlea.services.describe_vierstappen import describe_vierstappen
from openlea.services.keep_opbrengst import keep_opbrengst
from openlea.services.plan_vierstap import plan_vierstap
from openlea.services.start_vierstappen import Begin, start_vierstappen
from openlea.storage.records.models import Agendapunt, Overlegreeks, Reekslid, Vergadering
from tests.world import World

TODAY = timezone.localdate()
BEGIN = Begin(
    thema="Kansrijke start",
    partijen=("gemeente", "schoolbesturen", "kinderopvang"),
    dagen=(TODAY + timedelta(days=14), TODAY + timedelta(days=42), None, None),
)


def begun(hilversum: World) -> Overlegreeks:
    return start_vierstappen(hilversum.actor(LidRol.AGENDABEHEERDER), BEGIN, TODAY)


def held(reeks: Overlegreeks, days_ago: int = 1) -> Vergadering:
    """Return the first meeting, moved to a day that has passed, as if it was held."""
    meeting = reeks.vergaderingen.order_by("op")[0]
    Vergadering.objects.filter(pk=meeting.pk).update(
        op=TODAY - timedelta(days=days_ago), staat=VergaderingStaat.GEHOUDEN
    )
    meeting.refresh_from_db()
    return meeting


def states(hilversum: World, rol: LidRol = LidRol.AGENDABEHEERDER) -> list[StapStaat]:
    (beeld,) = describe_vierstappen(hilversum.actor(rol), TODAY)
    return [one.staat for one in beeld.stappen]


def test_a_step_with_a_day_becomes_a_silent_meeting_with_its_own_items(hilversum: World) -> None:
    first, second = begun(hilversum).vergaderingen.order_by("op")
    assert {first.staat, second.staat} == {VergaderingStaat.CONCEPT}
    items = [one.vast for one in Agendapunt.objects.on_agenda(first.pk)]
    assert items == ["stap_verkennen"] * 3 + ["opbrengst"]
    later = [one.vast for one in Agendapunt.objects.on_agenda(second.pk)]
    assert later == ["vorige_stap", "stap_betekenis", "stap_betekenis", "opbrengst"]


def test_each_partij_sits_there_once_and_who_starts_it_keeps_the_minutes(hilversum: World) -> None:
    reeks = begun(hilversum)
    seats = Reekslid.objects.of(reeks.pk).active_on(TODAY)
    assert sorted(one.partij.code for one in seats) == sorted(BEGIN.partijen)
    keeper = hilversum.actor(LidRol.AGENDABEHEERDER).lid
    assert [one.lid_id for one in seats if one.rol == "secretaris"] == [keeper]


def test_a_cooperation_tells_per_step_how_far_it_is(hilversum: World) -> None:
    reeks = begun(hilversum)
    assert states(hilversum) == ["gepland", "gepland", "open", "open"]
    held(reeks)
    assert states(hilversum)[0] is StapStaat.GEHOUDEN
    keep_opbrengst(
        hilversum.actor(LidRol.AGENDABEHEERDER), reeks.pk, "verkennen", "Allen eens.", TODAY
    )
    assert states(hilversum)[0] is StapStaat.KLAAR
    (beeld,) = describe_vierstappen(hilversum.actor(LidRol.WETHOUDER), TODAY)
    assert [one.stap.id for one in beeld.stappen if one.is_nu] == ["betekenis"]
    assert [line.tekst for line in beeld.stappen[0].notities] == ["Allen eens."]


def test_a_yield_that_changes_stays_one_line_with_its_past(hilversum: World) -> None:
    reeks, actor = begun(hilversum), hilversum.actor(LidRol.AGENDABEHEERDER)
    meeting = held(reeks)
    first = keep_opbrengst(actor, reeks.pk, "verkennen", "Eerst dit", TODAY)
    again = keep_opbrengst(actor, reeks.pk, "verkennen", "Nu dat", TODAY, first.versie)
    assert (again.pk, again.tekst) == (first.pk, "Nu dat")
    assert again.punt.vergadering == meeting
    assert again.history.count() == 2


def test_before_a_step_was_held_there_is_no_yield(hilversum: World) -> None:
    reeks = begun(hilversum)
    actor = hilversum.actor(LidRol.AGENDABEHEERDER)
    for stap in ("verkennen", "grenzen"):
        with pytest.raises(BadInput):
            keep_opbrengst(actor, reeks.pk, stap, "Te vroeg", TODAY)


def test_a_meeting_that_is_called_off_leaves_its_step_to_be_planned_again(
    hilversum: World,
) -> None:
    reeks, actor = begun(hilversum), hilversum.actor(LidRol.AGENDABEHEERDER)
    reeks.vergaderingen.update(staat=VergaderingStaat.AFGELAST)
    assert states(hilversum) == ["open"] * 4
    moment = Vergadermoment(op=TODAY + timedelta(days=60))
    again = plan_vierstap(actor, reeks.pk, "verkennen", moment)
    vast = [one.vast for one in Agendapunt.objects.on_agenda(again.pk)]
    assert "vorige_stap" not in vast, "nothing was held before it"


def test_a_step_is_not_planned_twice(hilversum: World) -> None:
    reeks, actor = begun(hilversum), hilversum.actor(LidRol.AGENDABEHEERDER)
    moment = Vergadermoment(op=TODAY + timedelta(days=20))
    with pytest.raises(BadInput):
        plan_vierstap(actor, reeks.pk, "verkennen", moment)


def test_a_meeting_whose_items_of_the_step_fell_away_no_longer_counts(hilversum: World) -> None:
    reeks = begun(hilversum)
    Agendapunt.objects.filter(reeks=reeks, vast="stap_verkennen").update(staat=PuntStaat.VERVALLEN)
    assert states(hilversum)[0] is StapStaat.OPEN


def test_a_concept_is_not_shown_to_a_partner_and_lines_only_to_who_was_asked(
    hilversum: World,
) -> None:
    reeks = begun(hilversum)
    assert states(hilversum, LidRol.PARTNER) == ["open"] * 4
    held(reeks)
    keep_opbrengst(hilversum.actor(LidRol.AGENDABEHEERDER), reeks.pk, "verkennen", "Geheim", TODAY)
    (beeld,) = describe_vierstappen(hilversum.actor(LidRol.PARTNER), TODAY)
    assert beeld.stappen[0].staat is StapStaat.KLAAR
    assert beeld.stappen[0].notities == ()


def test_only_who_keeps_the_agenda_starts_one_and_only_who_leads_it_plans(
    hilversum: World,
) -> None:
    reeks = begun(hilversum)
    moment = Vergadermoment(op=TODAY + timedelta(days=60))
    for rol in (LidRol.PARTNER, LidRol.WETHOUDER, LidRol.LEZER, LidRol.PUBLIEK):
        with pytest.raises((NotAllowed, NotFound)):
            start_vierstappen(hilversum.actor(rol), replace(BEGIN, thema="Anders"), TODAY)
        with pytest.raises((NotAllowed, NotFound)):
            plan_vierstap(hilversum.actor(rol), reeks.pk, "grenzen", moment)
        with pytest.raises((NotAllowed, NotFound)):
            keep_opbrengst(hilversum.actor(rol), reeks.pk, "verkennen", "x", TODAY)


def test_another_kind_of_series_has_no_steps(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.AGENDABEHEERDER)
    moment = Vergadermoment(op=TODAY + timedelta(days=60))
    with pytest.raises(NotFound):
        plan_vierstap(actor, 1, "verkennen", moment)


@pytest.mark.parametrize(
    ("wrong", "cel"),
    [
        ({"thema": " "}, "thema"),
        ({"thema": "x" * 200}, "thema"),
        ({"partijen": ("gemeente",)}, "partijen"),
        ({"dagen": (TODAY - timedelta(days=1),)}, "dag_1"),
        ({"dagen": (TODAY + timedelta(days=9), TODAY + timedelta(days=2))}, "dag_1"),
    ],
)
def test_a_beginning_that_can_not_be_is_refused_at_its_field(
    hilversum: World, wrong: dict[str, Any], cel: str
) -> None:
    with pytest.raises(BadInput) as refused:
        start_vierstappen(hilversum.actor(LidRol.AGENDABEHEERDER), replace(BEGIN, **wrong), TODAY)
    assert refused.value.fouten[0].cel == cel
    assert not Overlegreeks.objects.filter(soort="vier_stappen").exists()


def test_the_overview_asks_the_database_as_often_for_three_as_for_one(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.AGENDABEHEERDER)
    begun(hilversum)
    with CaptureQueriesContext(connection) as one:
        describe_vierstappen(actor, TODAY)
    for thema in ("Taal", "Thuiszitters"):
        start_vierstappen(actor, replace(BEGIN, thema=thema), TODAY)
    with CaptureQueriesContext(connection) as three:
        assert len(describe_vierstappen(actor, TODAY)) == 3
    assert len(three) == len(one)
