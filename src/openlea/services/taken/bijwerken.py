"""Lets the tasks of a werkruimte follow when the plans in the register change."""

from datetime import date

from openlea.services.make_taken import make_taken
from openlea.storage.records import models as records
from openlea.storage.records.as_values import everything


def follow_plans(werkruimte: int, today: date) -> None:
    """Work out again the tasks of this year and later that were made before."""
    made = records.Verplichting.objects.filter(werkruimte_id=werkruimte, jaar__gte=today.year)
    for jaar in sorted(made.order_by().values_list("jaar", flat=True).distinct()):
        make_taken(everything(werkruimte).actor, jaar)
