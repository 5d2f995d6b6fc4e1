"""The legal calendar of a start: what the law asks this year and next year of everybody found."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from openlea.services.make_taken import make_taken
from openlea.services.start.opzet import Opzet


def make_calendar(opzet: Opzet) -> Mapping[str, Any]:
    """Make the tasks of this year and the next, and return how many there are this year."""
    jaar = timezone.localdate().year
    made = make_taken(opzet.actor, jaar)
    make_taken(opzet.actor, jaar + 1)
    return {"taken": made.totaal}
