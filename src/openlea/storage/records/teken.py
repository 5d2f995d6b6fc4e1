"""The last time that something of the installation happened, and how often it did."""

from datetime import datetime
from typing import Self

from django.db import models


class TekenQuerySet(models.QuerySet["Teken"]):
    """Ways to read signs."""

    def moment(self, naam: str) -> datetime | None:
        """Return when something last happened; None when it never did."""
        return self.filter(naam=naam).values_list("op", flat=True).first()

    def counts(self) -> dict[str, int]:
        """Return how often each thing happened."""
        return dict(self.values_list("naam", "aantal"))

    def named(self, *namen: str) -> Self:
        """Return the signs with these names."""
        return self.filter(naam__in=namen)


class Teken(models.Model):
    """One thing that happens again and again, such as a worker that is alive or a mail that went.

    It says nothing about a person and is in no backup that matters: lost, it begins anew.
    """

    naam = models.CharField("naam", max_length=40, unique=True)
    op = models.DateTimeField("laatst gebeurd op")
    aantal = models.PositiveBigIntegerField("hoe vaak", default=0)

    objects = TekenQuerySet.as_manager()

    def __str__(self) -> str:
        """Return the name."""
        return self.naam
