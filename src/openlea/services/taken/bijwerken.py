"""Lets the tasks of a werkruimte follow the law, the plans and the time of the year."""

from datetime import date

from openlea.policy.taakvraag import years_in_view
from openlea.services.make_taken import make_taken
from openlea.services.propose_bewijs import propose_bewijs
from openlea.storage.records import models as records
from openlea.storage.records.as_values import everything


def follow_plans(werkruimte: int, today: date) -> None:
    """Work out again the tasks of this year and later that were made before, and propose proof."""
    made = records.Verplichting.objects.filter(werkruimte_id=werkruimte, jaar__gte=today.year)
    for jaar in sorted(made.order_by().values_list("jaar", flat=True).distinct()):
        make_taken(everything(werkruimte).actor, jaar)
    propose_bewijs(werkruimte, today)


def keep_calendars(today: date, slug: str | None = None) -> None:
    """Make what must stand ready today in every werkruimte (or one, by slug), and propose proof.

    Next year's tasks come from October on.
    """
    rooms = records.Werkruimte.objects.order_by("id")
    for room in rooms if slug is None else rooms.filter(slug=slug):
        for jaar in years_in_view(today):
            make_taken(everything(room.pk).actor, jaar)
        propose_bewijs(room.pk, today)
