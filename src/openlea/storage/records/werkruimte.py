"""The room in which one gemeente or region keeps its agenda, apart from every other."""

from typing import ClassVar

from django.db import models
from simple_history.models import HistoricalRecords

from openlea.core.keuze import Keuze


class WerkruimteSoort(Keuze):
    """Who keeps the agenda."""

    GEMEENTE = "gemeente", "Gemeente"
    REGIO = "regio", "Regio"


class Werkruimte(models.Model):
    """One agenda of one gemeente or region; `plaats` is its place key."""

    slug = models.SlugField("adres", max_length=60, unique=True)
    naam = models.CharField("naam", max_length=120)
    soort = models.CharField(
        "soort", max_length=20, choices=WerkruimteSoort.choices(), default=WerkruimteSoort.GEMEENTE
    )
    plaats = models.CharField("plaats", max_length=40, blank=True)
    openbaar = models.BooleanField("openbaar", default=False)
    gemaakt_op = models.DateTimeField("gemaakt op", auto_now_add=True)

    history = HistoricalRecords()

    class Meta:
        """Werkruimten by name."""

        ordering: ClassVar[list[str]] = ["naam"]

    def __str__(self) -> str:
        """Return the name."""
        return self.naam


class InWerkruimte(models.Model):
    """A record that belongs to one werkruimte; `versie` counts changes, to notice two at once."""

    werkruimte = models.ForeignKey(
        "records.Werkruimte", on_delete=models.CASCADE, related_name="+", verbose_name="werkruimte"
    )
    versie = models.PositiveIntegerField("versie", default=1)

    class Meta:
        """No table of its own."""

        abstract = True
