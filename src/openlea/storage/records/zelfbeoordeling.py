"""What parties and the municipality answer about themselves, with what shows it."""

from typing import ClassVar, Self

from django.db import models
from simple_history.models import HistoricalRecords

from openlea.core.zelfbeoordeling import Score
from openlea.storage.records.werkruimte import InWerkruimte


class EisscoreQuerySet(models.QuerySet["Eisscore"]):
    """Ways to read scores."""

    def of(self, werkruimte_id: int) -> Self:
        """Return the scores of one werkruimte with their parties, oldest year first."""
        found = self.filter(werkruimte_id=werkruimte_id)
        return found.select_related("partij", "document").order_by("jaar", "rij", "id")


class Eisscore(InWerkruimte):
    """How far a party is in a year with one row of the programma van eisen."""

    partij = models.ForeignKey("records.Partij", on_delete=models.CASCADE, related_name="eisscores")
    rij = models.CharField("rij", max_length=20)
    jaar = models.PositiveSmallIntegerField("jaar")
    score = models.CharField("score", max_length=10, choices=Score.choices())
    toelichting = models.TextField("toelichting", blank=True)
    document = models.ForeignKey(
        "records.Document", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    door = models.ForeignKey(
        "records.Persoon", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    bijgewerkt_op = models.DateTimeField("bijgewerkt op", auto_now=True)

    objects = EisscoreQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        """A party has one score per row and year."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["partij", "rij", "jaar"], name="eisscore_eenmaal")
        ]

    def __str__(self) -> str:
        """Return the row."""
        return self.rij


class ToezichtantwoordQuerySet(models.QuerySet["Toezichtantwoord"]):
    """Ways to read answers."""

    def of(self, werkruimte_id: int) -> Self:
        """Return the answers of one werkruimte, oldest year first."""
        found = self.filter(werkruimte_id=werkruimte_id)
        return found.select_related("document", "door").order_by("jaar", "vraag", "id")


class Toezichtantwoord(InWerkruimte):
    """What the municipality answers in a year to one question of the oversight."""

    vraag = models.CharField("vraag", max_length=60)
    jaar = models.PositiveSmallIntegerField("jaar")
    keuze = models.CharField("antwoord", max_length=20, blank=True)
    antwoord = models.TextField("toelichting", blank=True)
    document = models.ForeignKey(
        "records.Document", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    door = models.ForeignKey(
        "records.Persoon", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    bijgewerkt_op = models.DateTimeField("bijgewerkt op", auto_now=True)

    objects = ToezichtantwoordQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        """One answer per question and year."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["werkruimte", "jaar", "vraag"], name="toezichtantwoord_eenmaal"
            )
        ]

    def __str__(self) -> str:
        """Return the question."""
        return self.vraag
