"""Make the calendar of a member: the tasks it may see, meetings, and whatever else has a day."""

from datetime import date

from django.conf import settings

from openlea.catalogue.plichtenkast import open_plichten
from openlea.core.catalogue import find_roots
from openlea.core.errors import NotFound
from openlea.core.kalender import Kalenderregel
from openlea.policy.rechten import Actor
from openlea.services.kalender.aanvraag import Aanvraag, Bijdrage
from openlea.services.kalender.opdrachten import lines_of_opdrachten
from openlea.services.kalender.taken import lines_of_tasks
from openlea.services.kalender.teldagen import lines_of_counts
from openlea.services.kalender.vergaderingen import lines_of_meetings
from openlea.storage.records import models as records

BIJDRAGEN: tuple[Bijdrage, ...] = (
    lines_of_tasks,
    lines_of_counts,
    lines_of_meetings,
    lines_of_opdrachten,
)
"""Who adds lines to a calendar, in order; another kind of day adds itself."""


def make_kalender(actor: Actor, partij: int | None, today: date) -> tuple[Kalenderregel, ...]:
    """Return the lines that an actor may see, soonest first; `partij` None is of every partij.

    Lapsed lines are among them, for who has them already. NotFound for a partij of elsewhere.
    """
    found = records.Partij.objects.of(actor.werkruimte).filter(pk=partij or 0).first()
    if partij is not None and found is None:
        raise NotFound("Deze partij is er niet.")
    aanvraag = Aanvraag(
        actor=actor,
        werkruimte=records.Werkruimte.objects.get(pk=actor.werkruimte),
        partij=found,
        today=today,
        plichten=open_plichten(find_roots(settings.CATALOGUE)).plichten,
    )
    lines = {regel.id: regel for bijdrage in BIJDRAGEN for regel in bijdrage(aanvraag)}
    return tuple(sorted(lines.values(), key=lambda one: (one.tot, one.titel, one.id)))
