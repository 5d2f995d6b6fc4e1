"""An item that goes on stays where it was, with its lines; nothing goes on twice."""

from datetime import timedelta

import pytest

from openlea.core.errors import BadInput, NotAllowed, NotFound
from openlea.core.overleg import PuntStaat, VergaderingStaat
from openlea.policy.rechten import LidRol
from openlea.services.add_agendapunt import Puntopzet, add_agendapunt
from openlea.services.call_off_vergadering import call_off_vergadering
from openlea.services.carry_over_agendapunt import carry_over_agendapunt
from openlea.services.change_agendapunt import change_agendapunt
from openlea.services.move_agendapunt import move_agendapunt
from openlea.services.park_agendapunt import park_agendapunt
from openlea.services.plan_vergadering import plan_vergadering
from openlea.services.plan_vergaderingen import plan_vergaderingen
from openlea.services.remove_agendapunt import remove_agendapunt
from openlea.services.take_from_backlog import take_from_backlog
from openlea.storage.records.models import (
    Agendapunt,
    Notitie,
    Overlegreeks,
    Vergadering,
)
from tests.services.uitnodig_wereld import MOMENT, beheer, meeting, series
from tests.world import World


@pytest.fixture
def reeks(hilversum: World) -> Overlegreeks:
    return series(hilversum)


def item(world: World, on: Vergadering, titel: str = "Warme overdracht") -> Agendapunt:
    """Return an own item of a meeting, with a line that was written about it."""
    punt = add_agendapunt(beheer(world), Puntopzet(titel=titel), vergadering=on.pk)
    Notitie.objects.create(
        werkruimte=world.werkruimte, punt=punt, sleutel=titel, tekst="Besproken", door_naam="A"
    )
    return punt


def begin(one: Vergadering) -> None:
    Vergadering.objects.filter(pk=one.pk).update(staat=VergaderingStaat.BEZIG)


def test_minutes_stay_complete_when_an_item_goes_on(hilversum: World, reeks: Overlegreeks) -> None:
    first, second = meeting(hilversum, reeks), meeting(hilversum, reeks, days=40)
    punt = item(hilversum, first)
    begin(first)
    onward = carry_over_agendapunt(beheer(hilversum), punt.pk)
    punt.refresh_from_db()
    assert (punt.vergadering_id, punt.staat) == (first.pk, PuntStaat.DOORGESCHOVEN)
    assert [one.tekst for one in punt.notities.all()] == ["Besproken"]
    assert (onward.vergadering_id, onward.komt_van_id) == (second.pk, punt.pk)
    assert onward.notities.count() == 0
    assert onward.staat == PuntStaat.OPEN


def test_carried_over_twice_it_goes_on_once(hilversum: World, reeks: Overlegreeks) -> None:
    first, second = meeting(hilversum, reeks), meeting(hilversum, reeks, days=40)
    punt = item(hilversum, first)
    before = second.punten.count()
    one = carry_over_agendapunt(beheer(hilversum), punt.pk)
    two = carry_over_agendapunt(beheer(hilversum), punt.pk)
    assert one.pk == two.pk
    assert second.punten.count() == before + 1


def test_without_a_next_meeting_it_waits_and_the_next_one_takes_it(
    hilversum: World, reeks: Overlegreeks
) -> None:
    first = meeting(hilversum, reeks)
    punt = item(hilversum, first)
    onward = carry_over_agendapunt(beheer(hilversum), punt.pk)
    assert onward.vergadering is None
    later = meeting(hilversum, reeks, days=40)
    onward.refresh_from_db()
    assert (onward.vergadering_id, onward.komt_van_id) == (later.pk, punt.pk)


def test_a_topic_that_is_on_the_next_agenda_already_goes_on_there(
    hilversum: World, reeks: Overlegreeks
) -> None:
    first, second = meeting(hilversum, reeks), meeting(hilversum, reeks, days=40)
    opzet = Puntopzet(titel="Segregatie", plicht="LEA-01", onderwerp="segregatie")
    punt = add_agendapunt(beheer(hilversum), opzet, vergadering=first.pk)
    there = add_agendapunt(beheer(hilversum), opzet, vergadering=second.pk)
    onward = carry_over_agendapunt(beheer(hilversum), punt.pk)
    assert onward.pk == there.pk
    assert onward.komt_van_id == punt.pk


def test_what_was_dealt_with_does_not_go_on(hilversum: World, reeks: Overlegreeks) -> None:
    punt = item(hilversum, meeting(hilversum, reeks))
    Agendapunt.objects.filter(pk=punt.pk).update(staat=PuntStaat.BEHANDELD)
    with pytest.raises(BadInput):
        carry_over_agendapunt(beheer(hilversum), punt.pk)


def test_a_meeting_that_is_called_off_loses_no_item(hilversum: World, reeks: Overlegreeks) -> None:
    first, second = meeting(hilversum, reeks), meeting(hilversum, reeks, days=40)
    punt = item(hilversum, first)
    call_off_vergadering(beheer(hilversum), first.pk)
    onward = Agendapunt.objects.get(komt_van=punt)
    assert onward.vergadering_id == second.pk
    titles = list(second.punten.values_list("titel", flat=True))
    assert len(titles) == len(set(titles)), "what every meeting begins with is there once"


def test_a_parked_item_keeps_nothing_of_a_meeting_that_did_not_begin(
    hilversum: World, reeks: Overlegreeks
) -> None:
    first = meeting(hilversum, reeks)
    punt = add_agendapunt(beheer(hilversum), Puntopzet(titel="Later"), vergadering=first.pk)
    parked = park_agendapunt(beheer(hilversum), punt.pk)
    assert (parked.pk, parked.vergadering) == (punt.pk, None)
    taken = take_from_backlog(beheer(hilversum), punt.pk, first.pk)
    assert taken.vergadering_id == first.pk


def test_an_item_of_a_meeting_that_began_is_parked_with_its_past(
    hilversum: World, reeks: Overlegreeks
) -> None:
    first = meeting(hilversum, reeks)
    meeting(hilversum, reeks, days=40)
    punt = item(hilversum, first)
    begin(first)
    parked = park_agendapunt(beheer(hilversum), punt.pk)
    assert (parked.vergadering, parked.komt_van_id) == (None, punt.pk)


def test_an_item_waits_only_for_its_own_series(hilversum: World, reeks: Overlegreeks) -> None:
    other = Overlegreeks.objects.of(hilversum.werkruimte.pk).exclude(pk=reeks.pk)[0]
    elsewhere = plan_vergadering(beheer(hilversum), other.pk, MOMENT)
    waits = add_agendapunt(beheer(hilversum), Puntopzet(titel="Wacht"), reeks=reeks.pk)
    with pytest.raises(BadInput):
        take_from_backlog(beheer(hilversum), waits.pk, elsewhere.pk)


def test_in_a_concept_an_item_goes_without_a_trace_but_later_it_stays_as_dropped(
    hilversum: World, reeks: Overlegreeks
) -> None:
    first = meeting(hilversum, reeks)
    punt = add_agendapunt(beheer(hilversum), Puntopzet(titel="Weg"), vergadering=first.pk)
    assert remove_agendapunt(beheer(hilversum), punt.pk) is None
    told = add_agendapunt(beheer(hilversum), Puntopzet(titel="Gezien"), vergadering=first.pk)
    Vergadering.objects.filter(pk=first.pk).update(staat=VergaderingStaat.UITGENODIGD)
    kept = remove_agendapunt(beheer(hilversum), told.pk)
    assert kept is not None
    assert kept.staat == PuntStaat.VERVALLEN


def test_items_change_places_and_none_is_lost(hilversum: World, reeks: Overlegreeks) -> None:
    first = meeting(hilversum, reeks)
    for titel in ("een", "twee", "drie"):
        add_agendapunt(beheer(hilversum), Puntopzet(titel=titel), vergadering=first.pk)
    before = list(Agendapunt.objects.on_agenda(first.pk).values_list("titel", flat=True))
    last = Agendapunt.objects.on_agenda(first.pk).get(titel="drie")
    move_agendapunt(beheer(hilversum), last.pk, -1)
    after = list(Agendapunt.objects.on_agenda(first.pk).values_list("titel", flat=True))
    assert after == [*before[:-2], "drie", "twee"]
    assert move_agendapunt(beheer(hilversum), last.pk, 1).volgorde == len(before) - 1


def test_the_agenda_of_a_meeting_that_began_is_no_longer_rewritten(
    hilversum: World, reeks: Overlegreeks
) -> None:
    first = meeting(hilversum, reeks)
    punt = item(hilversum, first)
    begin(first)
    with pytest.raises(BadInput):
        change_agendapunt(beheer(hilversum), punt.pk, Puntopzet(titel="Anders"))
    with pytest.raises(BadInput):
        move_agendapunt(beheer(hilversum), punt.pk, -1)


def test_a_topic_that_the_duty_does_not_have_is_refused(
    hilversum: World, reeks: Overlegreeks
) -> None:
    first = meeting(hilversum, reeks)
    wrong = Puntopzet(titel="X", plicht="LEA-01", onderwerp="bestaat-niet")
    with pytest.raises(BadInput) as refused:
        add_agendapunt(beheer(hilversum), wrong, vergadering=first.pk)
    assert [fout.cel for fout in refused.value.fouten] == ["onderwerp"]


def test_a_new_meeting_begins_with_what_its_kind_begins_with(
    hilversum: World, reeks: Overlegreeks
) -> None:
    made = Overlegreeks.objects.of(hilversum.werkruimte.pk).get(soort="bestuurlijk_overleg_lea")
    found = plan_vergadering(beheer(hilversum), made.pk, MOMENT)
    standing = set(found.punten.values_list("vast", flat=True))
    assert {"personeelstekort", "verslag"} <= standing
    assert found.staat == VergaderingStaat.CONCEPT
    assert found.deelnemers.count() > 0
    first_ever = plan_vergadering(beheer(hilversum), reeks.pk, MOMENT)
    assert not first_ever.punten.filter(vast="verslag").exists()


def test_a_copy_takes_the_items_but_not_what_was_written(
    hilversum: World, reeks: Overlegreeks
) -> None:
    first = meeting(hilversum, reeks)
    item(hilversum, first, "Eenmalig")
    found = plan_vergadering(beheer(hilversum), reeks.pk, MOMENT, kopie_van=first.pk)
    copied = found.punten.get(titel="Eenmalig")
    assert (copied.komt_van, copied.notities.count()) == (None, 0)
    titles = list(found.punten.values_list("titel", flat=True))
    assert len(titles) == len(set(titles))


def test_a_year_is_planned_at_once_and_again_gives_nothing_double(
    hilversum: World, reeks: Overlegreeks
) -> None:
    days = [MOMENT.op + timedelta(days=90 * n) for n in range(4)]
    moments = [type(MOMENT)(op=one) for one in reversed(days)]
    made = plan_vergaderingen(beheer(hilversum), reeks.pk, moments)
    assert [one.op for one in made] == days
    assert plan_vergaderingen(beheer(hilversum), reeks.pk, moments) == ()


def test_a_day_after_the_series_stopped_is_refused(hilversum: World, reeks: Overlegreeks) -> None:
    Overlegreeks.objects.filter(pk=reeks.pk).update(gestopt_op=MOMENT.op - timedelta(days=1))
    with pytest.raises(BadInput):
        plan_vergadering(beheer(hilversum), reeks.pk, MOMENT)


def test_only_who_leads_a_series_plans_it(hilversum: World, reeks: Overlegreeks) -> None:
    with pytest.raises(NotAllowed):
        plan_vergadering(hilversum.actor(LidRol.PARTNER), reeks.pk, MOMENT)
    with pytest.raises(NotFound):
        plan_vergadering(hilversum.actor(LidRol.LEZER), reeks.pk, MOMENT)
