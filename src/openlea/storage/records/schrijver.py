"""Who is typing at an item right now, so that a second writer is told."""

from datetime import datetime, timedelta
from typing import ClassVar, Self

from django.db import models

from openlea.storage.records.werkruimte import InWerkruimte

STIL_NA = timedelta(seconds=20)
"""How long after the last sign somebody counts as typing."""


class SchrijverQuerySet(models.QuerySet["Schrijver"]):
    """Ways to read who types."""

    def typing(self, punt: int, now: datetime) -> Self:
        """Return who gave a sign of typing at an item a moment ago, by name."""
        return self.filter(punt_id=punt, op__gte=now - STIL_NA).order_by("naam", "id")


class Schrijver(InWerkruimte):
    """Somebody who types at an item; a sign of life of seconds, so without history."""

    punt = models.ForeignKey(
        "records.Agendapunt", on_delete=models.CASCADE, related_name="schrijvers"
    )
    persoon = models.ForeignKey("records.Persoon", on_delete=models.CASCADE, related_name="+")
    naam = models.CharField("naam", max_length=160)
    op = models.DateTimeField("laatste teken")

    objects = SchrijverQuerySet.as_manager()

    class Meta:
        """Somebody types once at an item."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["punt", "persoon"], name="schrijver_eenmaal")
        ]

    def __str__(self) -> str:
        """Return the name."""
        return self.naam
