"""Note that something of the installation happened now, and count it."""

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from openlea.storage.records.models import Teken


def note_teken(naam: str, keer: int = 1) -> None:
    """Set the moment of a sign to now and count it; several processes may do so at once."""
    now = timezone.now()
    mine = Teken.objects.named(naam)
    if mine.update(op=now, aantal=F("aantal") + keer):
        return
    try:
        with transaction.atomic():
            Teken.objects.create(naam=naam, op=now, aantal=keer)
    except IntegrityError:  # another process was first
        mine.update(op=now, aantal=F("aantal") + keer)
