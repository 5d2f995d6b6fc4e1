"""A delivery of person-level rows: what is known of it, never a row; the rows lie in the vault."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from simple_history.models import HistoricalRecords

from openlea.storage.records.werkruimte import InWerkruimte


class AanleveringQuerySet(models.QuerySet["Aanlevering"]):
    """Ways to read deliveries."""

    def of(self, werkruimte_id: int) -> Self:
        """Return those of one werkruimte with who brought them, newest first."""
        return self.filter(werkruimte_id=werkruimte_id).select_related("partij", "door")

    def kept(self) -> Self:
        """Return those whose rows still exist, confirmed or not."""
        return self.filter(gewist_op=None)

    def counted(self) -> Self:
        """Return those that count: looked at, confirmed, and not erased since."""
        return self.kept().exclude(bevestigd_op=None)

    def concepts(self) -> Self:
        """Return those that nobody confirmed yet; their rows lie in the vault already."""
        return self.kept().filter(bevestigd_op=None)

    def same_as(self, one: "Aanlevering") -> Self:
        """Return those of the same registration, period and sender, itself left out."""
        same = self.filter(werkruimte_id=one.werkruimte_id, registratie=one.registratie)
        return same.filter(periode=one.periode, partij_id=one.partij_id).exclude(pk=one.pk)

    def due(self, day: date) -> Self:
        """Return those whose rows must be gone on a day."""
        return self.kept().filter(bewaren_tot__lt=day)


class Aanlevering(InWerkruimte):
    """One delivery: one encrypted file with its own data key, under the id `kluis`.

    `registratie` is the id of the declared registration, `periode` what the rows are about, as the
    declaration says. `rijen` and `afgekeurde_rijen` count rows in and out, `afgekeurd` says of the
    first of those where they stood and why; `kolommen` are the columns that were kept, `vervallen`
    those that were dropped at the door. `sha256` is of the encrypted file. `sleutels` is how many
    pseudonym keys the chain had.
    `wacht_op` says what a draft still asks: which column is what ('kolommen'), or rows that are
    wrong ('herstel'). It counts from `bevestigd_op`. Erased: `gewist_op` and why.
    """

    registratie = models.CharField("registratie", max_length=80)
    periode = models.CharField("periode", max_length=40)
    partij = models.ForeignKey(
        "records.Partij", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    kluis = models.CharField("nummer in de kluis", max_length=32, unique=True)
    sha256 = models.CharField("sha-256 van het versleutelde bestand", max_length=64)
    grootte = models.PositiveBigIntegerField("grootte in bytes", default=0)
    rijen = models.PositiveIntegerField("rijen", default=0)
    afgekeurd = models.JSONField("afgekeurd: regel, kolom, reden", default=list, blank=True)
    afgekeurde_rijen = models.PositiveIntegerField("afgekeurde rijen", default=0)
    kolommen = models.JSONField("bewaarde kolommen", default=list, blank=True)
    vervallen = models.JSONField("weggelaten kolommen", default=list, blank=True)
    sleutels = models.PositiveSmallIntegerField("sleutels in de keten", default=1)
    wacht_op = models.CharField("wacht op", max_length=20, blank=True)
    koppeling = models.JSONField("welke kolom welk veld is", default=dict, blank=True)
    bewaren_tot = models.DateField("bewaren tot en met")
    vervangt = models.ForeignKey(
        "records.Aanlevering", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    door = models.ForeignKey(
        "records.Persoon", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    gemaakt_op = models.DateTimeField("aangeleverd op", auto_now_add=True)
    bevestigd_op = models.DateTimeField("bevestigd op", null=True, blank=True)
    gewist_op = models.DateTimeField("gewist op", null=True, blank=True)
    gewist_waarom = models.CharField("waarom gewist", max_length=200, blank=True)

    objects = AanleveringQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        """Newest first."""

        ordering: ClassVar[list[str]] = ["-gemaakt_op", "-id"]

    def __str__(self) -> str:
        """Return the registration and its period."""
        return f"{self.registratie} {self.periode}"
