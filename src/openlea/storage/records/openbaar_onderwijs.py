"""The part of the municipality in public schools: seats in the oversight, and steps with dates."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from openlea.core.agenda import Zichtbaarheid
from openlea.core.traject import Bestuursvorm
from openlea.storage.records.werkruimte import InWerkruimte


class OpenbaarBestuurQuerySet(models.QuerySet["OpenbaarBestuur"]):
    """Ways to read who governs public schools."""

    def of(self, werkruimte_id: int) -> Self:
        """Return those of one werkruimte, by name."""
        found = self.filter(werkruimte_id=werkruimte_id)
        return found.select_related("partij").order_by("partij__naam", "id")


class OpenbaarBestuur(InWerkruimte):
    """That a partij governs public schools, and in which form: that decides what the law asks."""

    FROM_LAW_ALONE = True
    """Having one makes nobody a party that takes part."""

    partij = models.ForeignKey(
        "records.Partij", on_delete=models.CASCADE, related_name="openbare_besturen"
    )
    vorm = models.CharField("vorm", max_length=20, choices=Bestuursvorm.choices())

    objects = OpenbaarBestuurQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        """A partij has one form."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["partij"], name="openbaar_bestuur_eenmaal")
        ]

    def __str__(self) -> str:
        """Return the partij."""
        return str(self.partij)


class ZittingstermijnQuerySet(models.QuerySet["Zittingstermijn"]):
    """Ways to read terms of office."""

    def of(self, werkruimte_id: int) -> Self:
        """Return those of one werkruimte, the first to end first."""
        found = self.filter(werkruimte_id=werkruimte_id)
        return found.select_related("partij", "besluit").order_by("tot", "zetel", "id")


class Zittingstermijn(InWerkruimte):
    """One seat in the board or raad van toezicht of public schools; the seat, never the person."""

    partij = models.ForeignKey(
        "records.Partij", on_delete=models.CASCADE, related_name="zittingstermijnen"
    )
    zetel = models.CharField("zetel", max_length=120)
    voordracht_ouders = models.BooleanField("op voordracht van ouders", default=False)
    benoemd_op = models.DateField("benoemd op")
    tot = models.DateField("loopt tot en met")
    termijn = models.PositiveSmallIntegerField("hoeveelste termijn", default=1)
    hoogste_termijn = models.PositiveSmallIntegerField("hoogste aantal termijnen", default=2)
    besluit = models.ForeignKey(
        "records.Document", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = ZittingstermijnQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        """A term doesn't end before it begins."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(tot__gte=F("benoemd_op")), name="zitting_van_tot")
        ]

    def __str__(self) -> str:
        """Return the seat."""
        return self.zetel


class TrajectQuerySet(models.QuerySet["Traject"]):
    """Ways to read processes."""

    def of(self, werkruimte_id: int) -> Self:
        """Return those of one werkruimte, the newest first."""
        found = self.filter(werkruimte_id=werkruimte_id)
        return (
            found.select_related("partij")
            .prefetch_related("stappen__document")
            .order_by("-begonnen_op", "-id")
        )


class Traject(InWerkruimte):
    """A process with dates of the law, such as a change of statutes or the closing of a school."""

    soort = models.CharField("soort", max_length=40)
    titel = models.CharField("titel", max_length=200)
    partij = models.ForeignKey("records.Partij", on_delete=models.CASCADE, related_name="trajecten")
    begonnen_op = models.DateField("begonnen op")
    afgesloten_op = models.DateField("afgesloten op", null=True, blank=True)
    zichtbaarheid = models.CharField(
        "zichtbaarheid",
        max_length=20,
        choices=Zichtbaarheid.choices(),
        default=Zichtbaarheid.PARTNERS,
    )

    objects = TrajectQuerySet.as_manager()
    history = HistoricalRecords()

    def __str__(self) -> str:
        """Return the title."""
        return self.titel


class Trajectstap(InWerkruimte):
    """One step of a process that was taken, with what shows it."""

    traject = models.ForeignKey("records.Traject", on_delete=models.CASCADE, related_name="stappen")
    stap = models.CharField("stap", max_length=60)
    gedaan_op = models.DateField("gedaan op", null=True, blank=True)
    notitie = models.TextField("notitie", blank=True)
    document = models.ForeignKey(
        "records.Document", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    history = HistoricalRecords()

    class Meta:
        """A step is taken once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["traject", "stap"], name="trajectstap_eenmaal")
        ]

    def __str__(self) -> str:
        """Return the step."""
        return self.stap
