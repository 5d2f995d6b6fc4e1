"""Where a new item comes: last, but before what closes the meeting."""

import pytest
from django.utils.timezone import localdate

from openlea.core.overleg import Vergadermoment
from openlea.policy.rechten import LidRol
from openlea.services.add_agendapunt import add_agendapunt
from openlea.services.overleg.puntopzet import Puntopzet
from openlea.services.plan_vergadering import plan_vergadering
from openlea.storage.records.models import Overlegreeks, Vergadering
from tests.world import World


@pytest.fixture
def meeting(hilversum: World) -> Vergadering:
    """Return a new bestuurlijk overleg with the items of its kind."""
    actor = hilversum.actor(LidRol.AGENDABEHEERDER)
    reeks = Overlegreeks.objects.get(soort="bestuurlijk_overleg_lea")
    return plan_vergadering(actor, reeks.pk, Vergadermoment(op=localdate()))


def titles(meeting: Vergadering) -> list[str]:
    """Return the items as they stand."""
    return list(meeting.punten.order_by("volgorde", "id").values_list("titel", flat=True))


def test_what_is_put_on_the_agenda_comes_before_the_closing(
    hilversum: World, meeting: Vergadering
) -> None:
    actor = hilversum.actor(LidRol.AGENDABEHEERDER)
    before = titles(meeting)
    for titel in ("Eerst", "Daarna"):
        add_agendapunt(actor, Puntopzet(titel=titel), vergadering=meeting.pk)
    assert titles(meeting) == [*before[:-1], "Eerst", "Daarna", before[-1]]
    assert before[-1] == "Rondvraag en sluiting"


def test_every_item_has_a_place_of_its_own(hilversum: World, meeting: Vergadering) -> None:
    actor = hilversum.actor(LidRol.AGENDABEHEERDER)
    for n in range(5):
        add_agendapunt(actor, Puntopzet(titel=f"Punt {n}"), vergadering=meeting.pk)
    places = list(meeting.punten.values_list("volgorde", flat=True))
    assert len(set(places)) == len(places)


def test_without_a_closing_it_is_simply_the_last(hilversum: World, meeting: Vergadering) -> None:
    actor = hilversum.actor(LidRol.AGENDABEHEERDER)
    meeting.punten.filter(sectie="Sluiting").delete()
    add_agendapunt(actor, Puntopzet(titel="Los punt"), vergadering=meeting.pk)
    assert titles(meeting)[-1] == "Los punt"
