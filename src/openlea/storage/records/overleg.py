"""A series of meetings: its kind, who sits in it from when until when, how often it meets."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from openlea.core.agenda import Zichtbaarheid
from openlea.core.overleg import Mandaat, Overlegrol
from openlea.storage.records.werkruimte import InWerkruimte


class OverlegreeksQuerySet(models.QuerySet["Overlegreeks"]):
    """Ways to read series."""

    def of(self, werkruimte_id: int) -> Self:
        """Return the series of one werkruimte with what they are about, by name."""
        found = self.filter(werkruimte_id=werkruimte_id)
        return found.select_related("werkruimte", "ambitie").order_by("naam", "id")

    def running(self, day: date) -> Self:
        """Return the series that were not ended before a day."""
        return self.filter(Q(gestopt_op__isnull=True) | Q(gestopt_op__gte=day))


class Overlegreeks(InWerkruimte):
    """A consultation that comes back; `soort` is the id of its kind on the shelf.

    A werkgroep is one of its kind, often with an ambitie. `duur` is in minutes.
    """

    soort = models.CharField("soort overleg", max_length=40)
    naam = models.CharField("naam", max_length=160)
    doel = models.TextField("waarvoor", blank=True)
    ambitie = models.ForeignKey(
        "records.Ambitie",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="overlegreeksen",
    )
    per_jaar = models.PositiveSmallIntegerField("keer per jaar", default=1)
    plek = models.CharField("gewone plek", max_length=200, blank=True)
    link = models.URLField("gewone link om mee te doen", max_length=500, blank=True)
    van = models.TimeField("gewone begintijd", null=True, blank=True)
    duur = models.PositiveSmallIntegerField("duur in minuten", default=90)
    zichtbaarheid = models.CharField(
        "zichtbaarheid",
        max_length=20,
        choices=Zichtbaarheid.choices(),
        default=Zichtbaarheid.PARTNERS,
    )
    gestopt_op = models.DateField("gestopt op", null=True, blank=True)
    gemaakt_op = models.DateTimeField("gemaakt op", auto_now_add=True)

    objects = OverlegreeksQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        """A name names one series in a werkruimte."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["werkruimte", "naam"], name="overlegreeks_naam_uniek")
        ]

    def __str__(self) -> str:
        """Return the name."""
        return self.naam


class ReekslidQuerySet(models.QuerySet["Reekslid"]):
    """Ways to read who sits in a series."""

    def of(self, reeks_id: int) -> Self:
        """Return who sits in a series, the chair first, then by party and name."""
        found = self.filter(reeks_id=reeks_id).select_related("partij", "lid__persoon")
        return found.order_by("-rol", "partij__naam", "naam", "id")

    def active_on(self, day: date) -> Self:
        """Return who sat in it on a day."""
        return self.filter(Q(tot__isnull=True) | Q(tot__gte=day), van__lte=day)


class Reekslid(InWerkruimte):
    """A seat in a series for a partij: a member of the werkruimte, or a name with an address.

    Who leaves gets a last day and keeps the past.
    """

    reeks = models.ForeignKey(
        "records.Overlegreeks", on_delete=models.CASCADE, related_name="leden"
    )
    partij = models.ForeignKey(
        "records.Partij", on_delete=models.PROTECT, related_name="reeksleden"
    )
    lid = models.ForeignKey(
        "records.Lidmaatschap",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="reeksleden",
    )
    naam = models.CharField("naam", max_length=160, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    rol = models.CharField(
        "rol", max_length=20, choices=Overlegrol.choices(), default=Overlegrol.LID
    )
    mandaat = models.CharField(
        "mandaat", max_length=20, choices=Mandaat.choices(), default=Mandaat.MET
    )
    van = models.DateField("van")
    tot = models.DateField("tot en met", null=True, blank=True)

    objects = ReekslidQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        """A seat doesn't end before it begins."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")),
                name="reekslid_niet_omgekeerd",
            )
        ]

    def __str__(self) -> str:
        """Return whose seat it is."""
        return self.naam
