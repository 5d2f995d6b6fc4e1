"""A target: what is measured, from where, to where, and what was obtained."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from openlea.core.agenda import Richting
from openlea.storage.records.werkruimte import InWerkruimte


class Streefwaarde(InWerkruimte):
    """A measure with its baseline; it belongs to one actie, speerpunt or indicator."""

    agenda = models.ForeignKey(
        "records.Agenda", on_delete=models.CASCADE, related_name="streefwaarden"
    )
    actie = models.ForeignKey(
        "records.Actie",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="streefwaarden",
    )
    speerpunt = models.ForeignKey(
        "records.Speerpunt",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="streefwaarden",
    )
    indicator = models.ForeignKey(
        "records.Indicator",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="streefwaarden",
    )
    code = models.CharField("code", max_length=60)
    maat = models.CharField("maat", max_length=200)
    eenheid = models.CharField("eenheid", max_length=60, blank=True)
    richting = models.CharField(
        "richting", max_length=20, choices=Richting.choices(), default=Richting.MINSTENS
    )
    nulmeting = models.DecimalField(
        "nulmeting", max_digits=20, decimal_places=6, null=True, blank=True
    )
    nulmeting_op = models.DateField("peildatum nulmeting", null=True, blank=True)
    eigenaar = models.ForeignKey(
        "records.Partij", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    bron = models.TextField("bron", blank=True)
    volgorde = models.PositiveIntegerField("volgorde", default=0)

    history = HistoricalRecords()

    class Meta:
        """In the order of the agenda; it measures exactly one thing."""

        ordering: ClassVar[list[str]] = ["volgorde", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["agenda", "code"], name="streefwaarde_code_uniek"),
            models.CheckConstraint(
                condition=(
                    Q(actie__isnull=False, speerpunt__isnull=True, indicator__isnull=True)
                    | Q(actie__isnull=True, speerpunt__isnull=False, indicator__isnull=True)
                    | Q(actie__isnull=True, speerpunt__isnull=True, indicator__isnull=False)
                ),
                name="streefwaarde_bij_een",
            ),
        ]

    def __str__(self) -> str:
        """Return what is measured."""
        return self.maat


class Jaarwaarde(InWerkruimte):
    """One year of a target: wanted, obtained, and the day on which that was read."""

    streefwaarde = models.ForeignKey(
        "records.Streefwaarde", on_delete=models.CASCADE, related_name="jaren"
    )
    jaar = models.PositiveSmallIntegerField("jaar")
    doel = models.DecimalField("doel", max_digits=20, decimal_places=6, null=True, blank=True)
    werkelijk = models.DecimalField(
        "werkelijk", max_digits=20, decimal_places=6, null=True, blank=True
    )
    peildatum = models.DateField("peildatum", null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        """By year, one row a year."""

        ordering: ClassVar[list[str]] = ["jaar"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["streefwaarde", "jaar"], name="jaarwaarde_uniek")
        ]
