"""A meeting of a series: when and where, who is asked and who was there, and links for guests."""

from datetime import date
from typing import ClassVar, Self
from uuid import uuid4

from django.db import models
from django.db.models import F
from simple_history.models import HistoricalRecords

from openlea.core.agenda import Zichtbaarheid
from openlea.core.overleg import Aanwezigheid, Mandaat, Overlegrol, VergaderingStaat, VerslagStaat
from openlea.storage.records.werkruimte import InWerkruimte


def new_uid() -> str:
    """Return what calendar programs know a meeting by, for ever."""
    return uuid4().hex


class VergaderingQuerySet(models.QuerySet["Vergadering"]):
    """Ways to read meetings."""

    def of(self, werkruimte_id: int) -> Self:
        """Return the meetings of one werkruimte with their series, soonest first."""
        found = self.filter(werkruimte_id=werkruimte_id)
        return found.select_related("reeks", "werkruimte").order_by("op", "van", "id")

    def in_year(self, jaar: int) -> Self:
        """Return the meetings of a calendar year."""
        return self.filter(op__year=jaar)

    def held(self) -> Self:
        """Return the meetings that took place."""
        return self.filter(staat=VergaderingStaat.GEHOUDEN)

    def coming(self, today: date) -> Self:
        """Return the meetings from a day on that were not called off."""
        return self.filter(op__gte=today).exclude(staat=VergaderingStaat.AFGELAST)


class Vergadering(InWerkruimte):
    """One meeting. `volgnummer` counts what was changed in the invitation that went out.

    A concept is silent: nobody is told and partners don't see it until it is sent.
    """

    reeks = models.ForeignKey(
        "records.Overlegreeks", on_delete=models.CASCADE, related_name="vergaderingen"
    )
    titel = models.CharField("titel", max_length=200)
    op = models.DateField("datum")
    van = models.TimeField("begintijd", null=True, blank=True)
    tot = models.TimeField("eindtijd", null=True, blank=True)
    plek = models.CharField("plek", max_length=200, blank=True)
    link = models.URLField("link om mee te doen", max_length=500, blank=True)
    toelichting = models.TextField("toelichting", blank=True)
    staat = models.CharField(
        "staat", max_length=20, choices=VergaderingStaat.choices(), default=VergaderingStaat.CONCEPT
    )
    uid = models.CharField("kenmerk in kalenders", max_length=40, default=new_uid, unique=True)
    volgnummer = models.PositiveIntegerField("volgnummer van de uitnodiging", default=0)
    uitgenodigd_op = models.DateTimeField("uitgenodigd op", null=True, blank=True)
    begonnen_op = models.DateTimeField("begonnen op", null=True, blank=True)
    gesloten_op = models.DateTimeField("gesloten op", null=True, blank=True)
    afgelast_reden = models.TextField("waarom afgelast", blank=True)
    verslag_staat = models.CharField(
        "verslag", max_length=20, choices=VerslagStaat.choices(), default=VerslagStaat.GEEN
    )
    verslag_op = models.DateField("verslag vastgesteld op", null=True, blank=True)
    zichtbaarheid = models.CharField(
        "zichtbaarheid",
        max_length=20,
        choices=Zichtbaarheid.choices(),
        default=Zichtbaarheid.PARTNERS,
    )
    gemaakt_op = models.DateTimeField("gemaakt op", auto_now_add=True)
    gewijzigd_op = models.DateTimeField("gewijzigd op", auto_now=True)

    objects = VergaderingQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        """Soonest first."""

        ordering: ClassVar[list[str]] = ["op", "van", "id"]

    def __str__(self) -> str:
        """Return the title."""
        return self.titel


class DeelnemerQuerySet(models.QuerySet["Deelnemer"]):
    """Ways to read who is asked."""

    def of(self, vergadering_id: int) -> Self:
        """Return who is asked to a meeting, guests last, by party and name."""
        found = self.filter(vergadering_id=vergadering_id).select_related("partij", "lid__persoon")
        return found.order_by(F("partij__naam").asc(nulls_last=True), "naam", "id")

    def awaiting(self, volgnummer: int) -> Self:
        """Return who has an address and not yet this number of the invitation."""
        return self.filter(uitgenodigd_tot__lt=volgnummer).exclude(email="")


class Deelnemer(InWerkruimte):
    """Somebody who is asked to a meeting, as it was on that day; a guest speaks for no partij."""

    vergadering = models.ForeignKey(
        "records.Vergadering", on_delete=models.CASCADE, related_name="deelnemers"
    )
    partij = models.ForeignKey(
        "records.Partij",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="deelnemers",
    )
    lid = models.ForeignKey(
        "records.Lidmaatschap",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="deelnemers",
    )
    naam = models.CharField("naam", max_length=160)
    email = models.EmailField("e-mailadres", blank=True)
    rol = models.CharField(
        "rol", max_length=20, choices=Overlegrol.choices(), default=Overlegrol.LID
    )
    mandaat = models.CharField(
        "mandaat", max_length=20, choices=Mandaat.choices(), default=Mandaat.MET
    )
    aanwezigheid = models.CharField(
        "aanwezigheid",
        max_length=20,
        choices=Aanwezigheid.choices(),
        default=Aanwezigheid.ONBEKEND,
    )
    uitgenodigd_tot = models.IntegerField("laatste uitnodiging (volgnummer)", default=-1)

    objects = DeelnemerQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        """By partij and name."""

        ordering: ClassVar[list[str]] = ["partij__naam", "naam", "id"]

    def __str__(self) -> str:
        """Return the name."""
        return self.naam


class GastlinkQuerySet(models.QuerySet["Gastlink"]):
    """Ways to read the links for guests."""

    def of(self, vergadering_id: int) -> Self:
        """Return the links that somebody made for a meeting, newest first."""
        found = self.filter(vergadering_id=vergadering_id, deelnemer=None)
        return found.order_by("-gemaakt_op", "-id")

    def with_vergadering(self) -> Self:
        """Return them with the meeting that they show."""
        return self.select_related("vergadering__reeks", "vergadering__werkruimte")


class Gastlink(InWerkruimte):
    """A link that shows a guest one meeting without an account; only its hash is kept.

    With a `deelnemer` it stood in the invitation to that participant, and ends with it.
    """

    vergadering = models.ForeignKey(
        "records.Vergadering", on_delete=models.CASCADE, related_name="gastlinks"
    )
    deelnemer = models.ForeignKey(
        "records.Deelnemer",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="gastlinks",
    )
    voor = models.CharField("voor wie", max_length=160)
    kenmerk = models.CharField("hash van het kenmerk", max_length=64, unique=True)
    geldig_tot = models.DateTimeField("geldig tot")
    ingetrokken_op = models.DateTimeField("ingetrokken op", null=True, blank=True)
    geopend_op = models.DateTimeField("laatst geopend op", null=True, blank=True)
    gemaakt_op = models.DateTimeField("gemaakt op", auto_now_add=True)

    objects = GastlinkQuerySet.as_manager()
