"""Take back one counted try that turned out to be right: only what was wrong counts."""

from django.db.models import F

from openlea.services.toegang.tellersleutel import tellersleutel
from openlea.storage.records.models import Teller


def return_try(sleutel: str) -> None:
    """Lower the count by one; a count that is not there, or at nothing, stays as it is."""
    counted = Teller.objects.filter(sleutel=tellersleutel(sleutel), aantal__gt=0)
    counted.update(aantal=F("aantal") - 1)
