"""What a gemeente knows about the coming years beside the counts, and the forecasts it kept."""

from typing import ClassVar, Self

from django.db import models
from simple_history.models import HistoricalRecords

from openlea.storage.records.werkruimte import InWerkruimte


class BouwplanQuerySet(models.QuerySet["Bouwplan"]):
    """Ways to read building plans."""

    def of(self, werkruimte_id: int) -> Self:
        """Return those of one werkruimte, the first year first."""
        return self.filter(werkruimte_id=werkruimte_id).order_by("jaar", "naam")


class Bouwplan(InWerkruimte):
    """Houses that come into use in one year; `kinderen_per_woning` is {age in years: children}."""

    naam = models.CharField("naam van het plan", max_length=160)
    gebied = models.CharField("wijk, buurt of postcode", max_length=40, blank=True)
    jaar = models.PositiveSmallIntegerField("jaar van oplevering")
    woningen = models.IntegerField("woningen erbij, of eraf met een min")
    kinderen_per_woning = models.JSONField("kinderen per woning, per leeftijd", default=dict)
    bron = models.CharField("waar dit staat", max_length=300)
    eigenaar = models.CharField("wie dit bijhoudt", max_length=160, blank=True)

    objects = BouwplanQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        """The first year first."""

        ordering: ClassVar[list[str]] = ["jaar", "naam"]

    def __str__(self) -> str:
        """Return its name and year."""
        return f"{self.naam} ({self.jaar})"


class PrognoserunQuerySet(models.QuerySet["Prognoserun"]):
    """Ways to read kept forecasts."""

    def of(self, werkruimte_id: int) -> Self:
        """Return those of one werkruimte, newest first."""
        return self.filter(werkruimte_id=werkruimte_id).order_by("-gemaakt_op")


class Prognoserun(InWerkruimte):
    """A forecast as it was computed once: what was asked, from which figures, and what came of it.

    `uitkomst` holds {"gemeente": reeks, "scholen": {code: reeks}} with per year the number counted
    or expected and the 80 % interval; the same question, versions and seed give the same numbers.
    """

    naam = models.CharField("naam", max_length=160)
    soort = models.CharField("soort onderwijs", max_length=10)
    vraag = models.JSONField("vraag", default=dict)
    bronversies = models.JSONField("versies van de bronnen", default=dict)
    zaad = models.PositiveBigIntegerField("begingetal")
    uitkomst = models.JSONField("uitkomst", default=dict)
    gemaakt_op = models.DateTimeField("gemaakt op")
    door_naam = models.CharField("gemaakt door", max_length=160, blank=True)

    objects = PrognoserunQuerySet.as_manager()

    class Meta:
        """Newest first."""

        ordering: ClassVar[list[str]] = ["-gemaakt_op"]

    def __str__(self) -> str:
        """Return its name."""
        return self.naam
