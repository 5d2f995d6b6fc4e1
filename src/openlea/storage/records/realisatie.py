"""What happened with the money: bookings, grants, and how a ledger's columns are read."""

from typing import ClassVar

from django.db import models
from simple_history.models import HistoricalRecords

from openlea.core.begroting import BoekingSoort
from openlea.storage.records.werkruimte import InWerkruimte


class Boeking(InWerkruimte):
    """Money committed or spent on a post, in whole cents."""

    post = models.ForeignKey(
        "records.Begrotingspost", on_delete=models.CASCADE, related_name="boekingen"
    )
    geldstroom = models.ForeignKey(
        "records.Geldstroom", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    jaar = models.PositiveSmallIntegerField("jaar")
    soort = models.CharField("soort", max_length=20, choices=BoekingSoort.choices())
    op = models.DateField("op")
    bedrag = models.BigIntegerField("bedrag in centen")
    omschrijving = models.CharField("omschrijving", max_length=300, blank=True)
    kenmerk = models.CharField("kenmerk", max_length=80, blank=True)
    inlezing = models.CharField("uit bestand", max_length=80, blank=True)

    history = HistoricalRecords()

    class Meta:
        """In order of day."""

        ordering: ClassVar[list[str]] = ["op", "id"]


class Subsidie(InWerkruimte):
    """A grant to a partij for one year, from decision to final settlement, in whole cents."""

    agenda = models.ForeignKey("records.Agenda", on_delete=models.CASCADE, related_name="subsidies")
    post = models.ForeignKey(
        "records.Begrotingspost", on_delete=models.PROTECT, related_name="subsidies"
    )
    ontvanger = models.ForeignKey("records.Partij", on_delete=models.PROTECT, related_name="+")
    kenmerk = models.CharField("kenmerk", max_length=80)
    regeling = models.CharField("regeling", max_length=200)
    jaar = models.PositiveSmallIntegerField("jaar")
    beschikt = models.BigIntegerField("beschikt bedrag in centen")
    beschikt_op = models.DateField("datum beschikking")
    voorwaarden = models.TextField("voorwaarden", blank=True)
    prestatie = models.TextField("prestatie", blank=True)
    tussenrapportage_op = models.DateField("tussenrapportage vóór", null=True, blank=True)
    vastgesteld = models.BigIntegerField("vastgesteld bedrag in centen", null=True, blank=True)
    vastgesteld_op = models.DateField("datum vaststelling", null=True, blank=True)
    teruggevorderd = models.BigIntegerField("teruggevorderd in centen", default=0)

    history = HistoricalRecords()

    class Meta:
        """A mark names one grant in an agenda."""

        ordering: ClassVar[list[str]] = ["jaar", "kenmerk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["agenda", "kenmerk"], name="subsidie_kenmerk_uniek")
        ]

    def __str__(self) -> str:
        """Return its mark."""
        return self.kenmerk


class Kolomkoppeling(InWerkruimte):
    """How the columns of somebody's export are read; kept, so that it is asked once."""

    soort = models.CharField("soort", max_length=40)
    naam = models.CharField("naam", max_length=120)
    kolommen = models.JSONField("kolommen", default=dict)

    history = HistoricalRecords()

    class Meta:
        """A name is used once per kind."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["werkruimte", "soort", "naam"], name="koppeling_uniek")
        ]

    def __str__(self) -> str:
        """Return the name."""
        return self.naam


class Verantwoording(InWerkruimte):
    """What is filled in by hand for the yearly OAB account, in whole cents; no cap is unknown."""

    agenda = models.ForeignKey(
        "records.Agenda", on_delete=models.CASCADE, related_name="verantwoordingen"
    )
    jaar = models.PositiveSmallIntegerField("jaar")
    beginreserve = models.BigIntegerField("beginreserve in centen", default=0)
    overgeboekt = models.BigIntegerField("overgeboekt in centen", default=0)
    plafond = models.BigIntegerField("maximum in centen", null=True, blank=True)
    toelichting = models.TextField("toelichting", blank=True)

    history = HistoricalRecords()

    class Meta:
        """One account a year."""

        ordering: ClassVar[list[str]] = ["jaar"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["agenda", "jaar"], name="verantwoording_jaar_uniek")
        ]
