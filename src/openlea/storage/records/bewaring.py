"""How long things are kept: own terms, legal holds, and the proof of what was removed."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from openlea.storage.records.werkruimte import InWerkruimte


class Bewaartermijn(InWerkruimte):
    """The own term of a werkruimte for one kind, in months, with why it differs."""

    soort = models.CharField("soort", max_length=40)
    maanden = models.PositiveSmallIntegerField("maanden")
    waarom = models.CharField("waarom", max_length=300)

    history = HistoricalRecords()

    class Meta:
        """One per kind."""

        ordering: ClassVar[list[str]] = ["soort"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["werkruimte", "soort"], name="bewaartermijn_eenmaal")
        ]

    def __str__(self) -> str:
        """Return the kind and the term."""
        return f"{self.soort}: {self.maanden} maanden"


class BewaarstopQuerySet(models.QuerySet["Bewaarstop"]):
    """Ways to read holds."""

    def of(self, werkruimte_id: int) -> Self:
        """Return those of one werkruimte."""
        return self.filter(werkruimte_id=werkruimte_id).select_related("door")

    def active_on(self, day: date) -> Self:
        """Return those in force on a day."""
        return self.filter(Q(tot=None) | Q(tot__gte=day), van__lte=day)


class Bewaarstop(InWerkruimte):
    """A legal hold: of this kind nothing is removed, or only not the one with this `nummer`."""

    soort = models.CharField("soort", max_length=40)
    nummer = models.BigIntegerField("nummer", null=True, blank=True)
    reden = models.CharField("reden", max_length=300)
    van = models.DateField("van")
    tot = models.DateField("tot en met", null=True, blank=True)
    door = models.ForeignKey(
        "records.Persoon", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = BewaarstopQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        """Newest first."""

        ordering: ClassVar[list[str]] = ["-van", "-id"]

    def __str__(self) -> str:
        """Return what is held."""
        return f"{self.soort} {self.nummer or '(alles)'}"


class Verwijderbewijs(models.Model):
    """The proof of one removal: how many of a kind, by which term, never what was in it.

    `vingerafdruk` is a hash over the numbers that were removed, so that the list announced before
    can be compared with it.
    """

    werkruimte = models.ForeignKey(
        "records.Werkruimte", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    soort = models.CharField("soort", max_length=40)
    aantal = models.PositiveIntegerField("aantal")
    nummers = models.JSONField("nummers", default=list, blank=True)
    vingerafdruk = models.CharField("vingerafdruk", max_length=64)
    termijn = models.CharField("termijn", max_length=200)
    moment = models.DateTimeField("moment", auto_now_add=True)
    door = models.ForeignKey(
        "records.Persoon", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        """Newest first."""

        ordering: ClassVar[list[str]] = ["-moment", "-id"]

    def __str__(self) -> str:
        """Return how many of what."""
        return f"{self.aantal} {self.soort}"
