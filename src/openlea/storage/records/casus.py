"""A casus of the doorbraakaanpak: a number, who sits at its table, and the day it is removed.

What was said at the table lies in the vault, under a key of its own; here is none of it.
"""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from simple_history.models import HistoricalRecords

from openlea.storage.records.werkruimte import InWerkruimte


class CasusQuerySet(models.QuerySet["Casus"]):
    """Ways to read casussen."""

    def of(self, werkruimte_id: int) -> Self:
        """Return those of one werkruimte, newest first."""
        return self.filter(werkruimte_id=werkruimte_id)

    def at_table(self, lid: int | None) -> Self:
        """Return those at whose table a lid sits today."""
        return self.filter(tafel__lid_id=lid or 0, tafel__tot=None).distinct()

    def due(self, day: date) -> Self:
        """Return those whose content must be gone on a day."""
        return self.filter(gewist_op=None, verwijderen_op__lt=day)


class Casus(InWerkruimte):
    """One casus by its number within the werkruimte; `kluis` is its place in the vault."""

    nummer = models.PositiveIntegerField("nummer")
    kluis = models.CharField("nummer in de kluis", max_length=32, unique=True)
    verwijderen_op = models.DateField("wordt verwijderd na")
    gemaakt_op = models.DateField("begonnen op", auto_now_add=True)
    gesloten_op = models.DateField("gesloten op", null=True, blank=True)
    gewist_op = models.DateTimeField("gewist op", null=True, blank=True)

    objects = CasusQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        """Newest first; a number is used once."""

        ordering: ClassVar[list[str]] = ["-nummer"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["werkruimte", "nummer"], name="casus_nummer_uniek")
        ]

    def __str__(self) -> str:
        """Return its number."""
        return f"casus {self.nummer}"


class Casuslid(InWerkruimte):
    """Who sits at the table of a casus, from when until when."""

    casus = models.ForeignKey("records.Casus", on_delete=models.CASCADE, related_name="tafel")
    lid = models.ForeignKey("records.Lidmaatschap", on_delete=models.CASCADE, related_name="+")
    van = models.DateField("aan tafel sinds", auto_now_add=True)
    tot = models.DateField("aan tafel tot en met", null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        """In the order of coming; nobody sits twice."""

        ordering: ClassVar[list[str]] = ["van", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["casus", "lid"], condition=models.Q(tot=None), name="casuslid_eenmaal"
            )
        ]

    def __str__(self) -> str:
        """Return which casus it is about."""
        return f"aan tafel bij casus {self.casus_id}"
