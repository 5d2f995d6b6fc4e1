"""The Doelen-Inspanningen-Netwerk: goals, indicators and directed links by code."""

from typing import ClassVar

from django.db import models
from simple_history.models import HistoricalRecords

from openlea.core.netwerk import IndicatorSoort, Teken, Zekerheid
from openlea.storage.records.werkruimte import InWerkruimte


class Doel(InWerkruimte):
    """A goal above the agenda."""

    agenda = models.ForeignKey("records.Agenda", on_delete=models.CASCADE, related_name="doelen")
    code = models.CharField("code", max_length=40)
    naam = models.CharField("naam", max_length=300)
    omschrijving = models.TextField("omschrijving", blank=True)
    volgorde = models.PositiveIntegerField("volgorde", default=0)

    history = HistoricalRecords()

    class Meta:
        """In the order of the agenda."""

        ordering: ClassVar[list[str]] = ["volgorde", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["agenda", "code"], name="doel_code_uniek")
        ]

    def __str__(self) -> str:
        """Return the name."""
        return self.naam


class Indicator(InWerkruimte):
    """An indicator of this agenda: effect or prestatie, or not recorded which."""

    agenda = models.ForeignKey(
        "records.Agenda", on_delete=models.CASCADE, related_name="indicatoren"
    )
    code = models.CharField("code", max_length=40)
    naam = models.CharField("naam", max_length=300)
    soort = models.CharField(
        "soort", max_length=20, choices=IndicatorSoort.choices(), default=IndicatorSoort.ONBEKEND
    )
    eenheid = models.CharField("eenheid", max_length=60, blank=True)
    catalogus = models.CharField("kaart in de catalogus", max_length=120, blank=True)
    volgorde = models.PositiveIntegerField("volgorde", default=0)

    history = HistoricalRecords()

    class Meta:
        """In the order of the agenda."""

        ordering: ClassVar[list[str]] = ["volgorde", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["agenda", "code"], name="indicator_code_uniek")
        ]

    def __str__(self) -> str:
        """Return the name."""
        return self.naam


class Verband(InWerkruimte):
    """A directed link between the codes of two things in one agenda."""

    agenda = models.ForeignKey("records.Agenda", on_delete=models.CASCADE, related_name="verbanden")
    van = models.CharField("van", max_length=40)
    naar = models.CharField("naar", max_length=40)
    teken = models.CharField("teken", max_length=20, choices=Teken.choices())
    zekerheid = models.CharField(
        "zekerheid", max_length=20, choices=Zekerheid.choices(), default=Zekerheid.ONBEKEND
    )
    toelichting = models.TextField("toelichting", blank=True)
    volgorde = models.PositiveIntegerField("volgorde", default=0)

    history = HistoricalRecords()

    class Meta:
        """In the order of the agenda; a link is drawn once."""

        ordering: ClassVar[list[str]] = ["volgorde", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["agenda", "van", "naar", "teken"], name="verband_uniek")
        ]
