"""Deliveries that were looked at and then left: after a day their rows are erased."""

from datetime import datetime, timedelta

from django.db import transaction

from openlea.core.errors import Conflict
from openlea.policy.rechten import Actor
from openlea.services.kluis.wissen import mark_erased, wipe
from openlea.storage.records.models import Aanlevering

BEDENKTIJD = timedelta(hours=24)
REDEN = "Niet bevestigd binnen een dag."


def drop_expired(now: datetime) -> int:
    """Return how many drafts were erased because nobody confirmed them in time."""
    late = Aanlevering.objects.concepts().filter(gemaakt_op__lt=now - BEDENKTIJD)
    return sum(_dropped(one) for one in late.select_related("werkruimte"))


def _dropped(one: Aanlevering) -> bool:
    try:
        with transaction.atomic():
            gone = mark_erased(Actor(werkruimte=one.werkruimte_id), one, REDEN)
    except Conflict:
        return False  # a hold, or somebody just confirmed it
    wipe(gone)
    return True
