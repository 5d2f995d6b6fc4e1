"""Close every round of questions whose last day is over, so that no answer is kept for longer."""

from datetime import date

from openlea.policy.rechten import Actor, LidRol
from openlea.services.close_raadpleging import close_raadpleging
from openlea.storage.records.models import Raadpleging


def close_due_raadplegingen(today: date, werkruimte: str | None = None) -> tuple[str, ...]:
    """Return the titles of the rounds that were closed, in one werkruimte (slug) or in all."""
    due = Raadpleging.objects.due(today)
    if werkruimte is not None:
        due = due.filter(werkruimte__slug=werkruimte)
    closed = []
    for one in list(due):
        keeper = Actor(werkruimte=one.werkruimte_id, rol=LidRol.AGENDABEHEERDER)
        closed.append(close_raadpleging(keeper, one.pk).titel)
    return tuple(closed)
