"""What in the agenda serves a duty: an action, or one of its targets."""

from typing import ClassVar, Self

from django.db import models
from simple_history.models import HistoricalRecords

from openlea.storage.records.werkruimte import InWerkruimte


class PlichtkoppelingQuerySet(models.QuerySet["Plichtkoppeling"]):
    """Ways to read what serves a duty."""

    def of(self, werkruimte_id: int) -> Self:
        """Return them with their action and target, in order of duty."""
        found = self.filter(werkruimte_id=werkruimte_id)
        return found.select_related("actie", "streefwaarde").order_by("plicht", "actie__code", "id")


class Plichtkoppeling(InWerkruimte):
    """An action (and, if it names one, a target of it) that serves a duty or one topic of it."""

    plicht = models.CharField("plicht", max_length=40)
    onderwerp = models.CharField("onderwerp", max_length=60, blank=True)
    actie = models.ForeignKey(
        "records.Actie", on_delete=models.CASCADE, related_name="plichtkoppelingen"
    )
    streefwaarde = models.ForeignKey(
        "records.Streefwaarde",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="plichtkoppelingen",
    )
    toelichting = models.CharField("toelichting", max_length=300, blank=True)

    objects = PlichtkoppelingQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        """The same thing serves the same duty once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["plicht", "onderwerp", "actie"],
                condition=models.Q(streefwaarde__isnull=True),
                name="plichtkoppeling_actie_eenmaal",
            ),
            models.UniqueConstraint(
                fields=["plicht", "onderwerp", "actie", "streefwaarde"],
                name="plichtkoppeling_streefwaarde_eenmaal",
            ),
        ]

    def __str__(self) -> str:
        """Return which duty."""
        return self.plicht
