"""The municipality's own Word template, in which documents are written."""

from typing import ClassVar, Self

from django.db import models
from simple_history.models import HistoricalRecords

from openlea.storage.records.werkruimte import InWerkruimte


class SjabloonQuerySet(models.QuerySet["Sjabloon"]):
    """Ways to read templates."""

    def of(self, werkruimte_id: int) -> Self:
        """Return the templates of one werkruimte, the one in use first."""
        found = self.filter(werkruimte_id=werkruimte_id).select_related("document")
        return found.order_by("-in_gebruik", "naam", "id")


class Sjabloon(InWerkruimte):
    """A Word template; `in_gebruik` is the one that documents are written in."""

    naam = models.CharField("naam", max_length=160)
    document = models.ForeignKey(
        "records.Document", on_delete=models.PROTECT, related_name="sjablonen"
    )
    in_gebruik = models.BooleanField("in gebruik", default=False)
    opmerkingen = models.JSONField("wat opviel bij de proefdruk", default=list, blank=True)
    gemaakt_op = models.DateTimeField("gemaakt op", auto_now_add=True)

    objects = SjabloonQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        """A name names one template; one at most is in use."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["werkruimte", "naam"], name="sjabloon_naam_uniek"),
            models.UniqueConstraint(
                fields=["werkruimte"],
                condition=models.Q(in_gebruik=True),
                name="sjabloon_een_in_gebruik",
            ),
        ]

    def __str__(self) -> str:
        """Return the name."""
        return self.naam
