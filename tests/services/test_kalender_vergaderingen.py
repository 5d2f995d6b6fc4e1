"""Meetings in a calendar: those that people were told of, as the one event of the invitation."""

from datetime import date, time

import pytest
from django.utils import timezone
from icalendar import Calendar

from openlea.core.kalender import Kalenderregel
from openlea.core.overleg import VergaderingStaat
from openlea.policy.rechten import LidRol
from openlea.services.make_kalender import make_kalender
from openlea.services.write_ics import write_ics
from openlea.storage.records.models import Overlegreeks, Partij, Vergadering
from tests.services.overleg_wereld import ASKED, TODAY, empty_series, hold
from tests.world import World

CALLED_OFF, CONCEPT = VergaderingStaat.AFGELAST, VergaderingStaat.CONCEPT


@pytest.fixture
def reeks(hilversum: World) -> Overlegreeks:
    """Return the bestuurlijk overleg without meetings."""
    return empty_series(hilversum)


def lines(
    world: World, rol: LidRol = LidRol.AGENDABEHEERDER, partij: int | None = None
) -> list[Kalenderregel]:
    found = make_kalender(world.actor(rol), partij, TODAY)
    return [one for one in found if "/vergadering/" in one.id]


def test_a_concept_is_in_no_calendar_not_even_of_who_made_it(
    hilversum: World, reeks: Overlegreeks
) -> None:
    hold(reeks, date(2026, 12, 1), staat=CONCEPT)
    hold(reeks, date(2026, 12, 2), staat=CALLED_OFF)
    assert lines(hilversum) == []


def test_a_meeting_that_was_called_off_is_a_lapsed_line(
    hilversum: World, reeks: Overlegreeks
) -> None:
    one = hold(reeks, date(2026, 12, 1), staat=CALLED_OFF)
    Vergadering.objects.filter(pk=one.pk).update(uitgenodigd_op=timezone.now(), volgnummer=2)
    (line,) = lines(hilversum, LidRol.PARTNER)
    assert (line.vervallen, line.volgnummer, line.herinner_dagen) == (True, 2, None)


def test_the_event_is_the_one_of_the_invitation_at_its_hour(
    hilversum: World, reeks: Overlegreeks
) -> None:
    one = hold(reeks, date(2026, 12, 1), staat=ASKED)
    one.van, one.tot, one.plek = time(15, 30), time(17, 0), "Raadhuis, kamer 2"
    one.save()
    (event,) = Calendar.from_ical(write_ics(lines(hilversum), "Proef")).events
    assert event["UID"] == f"{one.uid}@openlea"
    assert event.start.isoformat() == "2026-12-01T14:30:00+00:00"
    assert event.end.isoformat() == "2026-12-01T16:00:00+00:00"
    assert event["LOCATION"] == "Raadhuis, kamer 2"


def test_a_calendar_of_a_partij_holds_the_meetings_it_was_asked_to(
    hilversum: World, reeks: Overlegreeks
) -> None:
    first, second = Partij.objects.of(hilversum.werkruimte.pk).order_by("pk")[:2]
    hold(reeks, date(2026, 12, 1), staat=ASKED, partijen=(first,))
    assert len(lines(hilversum, partij=first.pk)) == 1
    assert lines(hilversum, partij=second.pk) == []
