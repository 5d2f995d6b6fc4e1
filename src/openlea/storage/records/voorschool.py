"""What a gemeente agrees about the voorschool: who belongs to the doelgroep, and what it pays."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from openlea.storage.records.werkruimte import InWerkruimte


class DoelgroepdefinitieQuerySet(models.QuerySet["Doelgroepdefinitie"]):
    """Ways to read definitions."""

    def of(self, werkruimte_id: int) -> Self:
        """Return those of one werkruimte, newest first."""
        return self.filter(werkruimte_id=werkruimte_id).order_by("-van")

    def on(self, day: date) -> Self:
        """Return those that hold on a day."""
        return self.filter(van__lte=day).filter(Q(tot=None) | Q(tot__gte=day))


class Doelgroepdefinitie(InWerkruimte):
    """Which peuters have an indication, from when until when; WPO 160 leaves it to the gemeente."""

    naam = models.CharField("naam", max_length=120)
    tekst = models.TextField("wie tot de doelgroep hoort", max_length=4000)
    vanaf_maanden = models.PositiveSmallIntegerField("vanaf welke leeftijd, in maanden", default=30)
    redenen = models.JSONField("redenen van een indicatie", default=list, blank=True)
    van = models.DateField("geldt vanaf")
    tot = models.DateField("geldt tot en met", null=True, blank=True)
    bron = models.CharField("waar dit besloten is", max_length=300, blank=True)

    objects = DoelgroepdefinitieQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        """Newest first; a day begins one definition."""

        ordering: ClassVar[list[str]] = ["-van"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["werkruimte", "van"], name="doelgroep_van_uniek")
        ]

    def __str__(self) -> str:
        """Return its name."""
        return self.naam


class VoorschooltariefQuerySet(models.QuerySet["Voorschooltarief"]):
    """Ways to read tariffs."""

    def of(self, werkruimte_id: int) -> Self:
        """Return those of one werkruimte, newest year first."""
        return self.filter(werkruimte_id=werkruimte_id)


class Voorschooltarief(InWerkruimte):
    """What the gemeente pays per hour in a year, for a child with or without indication.

    `toeslag` says whether the parents get kinderopvangtoeslag. Euros per hour; hours per year.
    """

    jaar = models.PositiveSmallIntegerField("jaar")
    indicatie = models.BooleanField("kind met indicatie")
    toeslag = models.BooleanField("ouders krijgen kinderopvangtoeslag")
    uurtarief = models.DecimalField("euro per uur", max_digits=8, decimal_places=2)
    ouderbijdrage = models.DecimalField(
        "ouders betalen per uur", max_digits=8, decimal_places=2, default=0
    )
    meeste_uren = models.PositiveSmallIntegerField("hoogstens uren per jaar", default=640)

    objects = VoorschooltariefQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        """One per year and kind of child."""

        ordering: ClassVar[list[str]] = ["-jaar", "-indicatie", "toeslag"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["werkruimte", "jaar", "indicatie", "toeslag"], name="tarief_uniek"
            )
        ]

    def __str__(self) -> str:
        """Return its year."""
        return f"tarief {self.jaar}"


class VoorschoolafrekeningQuerySet(models.QuerySet["Voorschoolafrekening"]):
    """Ways to read settlements."""

    def of(self, werkruimte_id: int) -> Self:
        """Return those of one werkruimte with their grant, newest first."""
        return self.filter(werkruimte_id=werkruimte_id).select_related("subsidie", "partij")


class Voorschoolafrekening(InWerkruimte):
    """What one houder got in advance and did in a year; `uitkomst` holds hours and euros only."""

    jaar = models.PositiveSmallIntegerField("jaar")
    houder = models.CharField("houder", max_length=160)
    partij = models.ForeignKey(
        "records.Partij", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    subsidie = models.ForeignKey(
        "records.Subsidie", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    uitkomst = models.JSONField("uitkomst", default=dict)
    vastgesteld_op = models.DateField("vastgesteld op", null=True, blank=True)

    objects = VoorschoolafrekeningQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        """One per houder and year."""

        ordering: ClassVar[list[str]] = ["-jaar", "houder"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["werkruimte", "jaar", "houder"], name="afrekening_uniek"
            )
        ]

    def __str__(self) -> str:
        """Return the houder and the year."""
        return f"{self.houder} {self.jaar}"
