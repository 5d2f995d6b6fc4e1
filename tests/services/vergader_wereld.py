"""A meeting that goes on: the coming one of the demo, begun, with who sits there."""

from openlea.core.overleg import Aanwezigheid
from openlea.policy.rechten import Actor, LidRol
from openlea.services.note_aanwezigheid import note_aanwezigheid
from openlea.services.open_vergadering import open_vergadering
from openlea.storage.records.models import Agendapunt, Vergadering
from tests.world import World

COMING = 2


def keeper(world: World) -> Actor:
    """Return who keeps the minutes in these tests."""
    return world.actor(LidRol.REDACTEUR)


def begun(world: World, *, everybody: bool = True) -> Vergadering:
    """Return the coming meeting of the demo, begun, with everybody there."""
    meeting = open_vergadering(keeper(world), COMING)
    if everybody:
        there = {one.pk: Aanwezigheid.AANWEZIG for one in meeting.deelnemers.all()}
        note_aanwezigheid(keeper(world), COMING, there)
    return meeting


def first_item(meeting: Vergadering) -> Agendapunt:
    """Return the first item of a meeting."""
    return meeting.punten.order_by("volgorde", "id")[0]
