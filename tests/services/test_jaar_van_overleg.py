"""A year as people play it: planned, put on the agenda, dealt with, closed, and then proven."""

from datetime import date

import pytest
from django.utils import timezone

from openlea.core.overleg import PuntStaat, Vergadermoment
from openlea.core.verplichting import BewijsStaat, TaakStaat
from openlea.policy.rechten import Actor, LidRol
from openlea.policy.vergaderorde import Afhandeling
from openlea.policy.wetsonderwerp import BehandelStaat
from openlea.services.close_vergadering import close_vergadering
from openlea.services.describe_overlegplan import describe_overlegplan
from openlea.services.judge_bewijs import judge_bewijs
from openlea.services.open_vergadering import open_vergadering
from openlea.services.overleg.aanbod import offered_items
from openlea.services.plan_vergadering import plan_vergadering
from openlea.services.set_verslag import set_verslag
from openlea.services.settle_agendapunt import settle_agendapunt
from openlea.services.take_offered import take_offered
from openlea.storage.records.models import Agendapunt, Overlegreeks, Vergadering, Verplichting
from tests.services.overleg_wereld import TOPICS, empty_series
from tests.world import World


@pytest.fixture
def today() -> date:
    """Return today: the verbs of a meeting keep the time themselves."""
    return timezone.localdate()


def play(actor: Actor, reeks: Overlegreeks, day: date, today: date, *topics: str) -> Vergadering:
    """Plan a meeting, take these topics of the law, deal with all and close it."""
    meeting = plan_vergadering(actor, reeks.pk, Vergadermoment(op=day))
    take_offered(actor, meeting.pk, [f"LEA-01/{one}" for one in topics], today)
    open_vergadering(actor, meeting.pk)
    for punt in Agendapunt.objects.filter(vergadering=meeting):
        settle_agendapunt(actor, punt.pk, Afhandeling.BEHANDELD)
    return close_vergadering(actor, meeting.pk)


def states(actor: Actor, today: date) -> list[BehandelStaat]:
    found = describe_overlegplan(actor, today.year, today).onderwerpen
    return [one.staat for one in found if one.plicht == "LEA-01"]


def test_two_meetings_prove_the_duty_of_the_year_once_a_person_accepts(
    hilversum: World, today: date
) -> None:
    actor, reeks = hilversum.actor(LidRol.AGENDABEHEERDER), empty_series(hilversum)
    taak = Verplichting.objects.of(hilversum.werkruimte.pk).get(plicht="LEA-01", jaar=today.year)
    play(actor, reeks, today, today, *TOPICS[:3])
    assert states(actor, today).count(BehandelStaat.BEHANDELD) == 3
    left = {one.onderwerp for one in offered_items(reeks, today).onderwerpen}
    assert left & set(TOPICS) == set(TOPICS[3:]), "what was dealt with is no longer offered"
    play(actor, reeks, today, today, *TOPICS[3:])
    assert set(states(actor, today)) == {BehandelStaat.BEHANDELD}
    taak.refresh_from_db()
    assert taak.staat == TaakStaat.VOORGESTELD
    for found in taak.bewijzen.all():
        judge_bewijs(actor, found.pk, BewijsStaat.AANVAARD, versie=found.versie)
    taak.refresh_from_db()
    assert taak.staat == TaakStaat.BEWEZEN


def test_a_topic_that_moves_on_stays_open_until_it_is_dealt_with(
    hilversum: World, today: date
) -> None:
    actor, reeks = hilversum.actor(LidRol.AGENDABEHEERDER), empty_series(hilversum)
    meeting = plan_vergadering(actor, reeks.pk, Vergadermoment(op=today))
    take_offered(actor, meeting.pk, ["LEA-01/segregatie"], today)
    open_vergadering(actor, meeting.pk)
    close_vergadering(actor, meeting.pk, doorschuiven=True)
    assert BehandelStaat.BEHANDELD not in states(actor, today)
    offered = {one.onderwerp for one in offered_items(reeks, today).onderwerpen}
    assert "segregatie" in offered, "a parked item is on no agenda yet"


def test_adopted_minutes_propose_what_was_settled_after_the_meeting(
    hilversum: World, today: date
) -> None:
    actor, reeks = hilversum.actor(LidRol.AGENDABEHEERDER), empty_series(hilversum)
    meeting = play(actor, reeks, today, today, "segregatie")
    late = Agendapunt.objects.filter(vergadering=meeting).first()
    assert late is not None
    late.pk, late.plicht, late.onderwerp = None, "LEA-01", "verdeling"
    late.staat = PuntStaat.OPEN
    late.save()
    settle_agendapunt(actor, late.pk, Afhandeling.BEHANDELD)
    set_verslag(actor, meeting.pk, today)
    taak = Verplichting.objects.of(hilversum.werkruimte.pk).get(plicht="LEA-01", jaar=today.year)
    said = [one.onderwerpen for one in taak.bewijzen.order_by("pk")]
    assert said == [["segregatie"], ["verdeling"]]
