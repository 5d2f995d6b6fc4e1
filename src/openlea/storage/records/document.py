"""A document: a file or a link, hashed, typed by content, with visibility and retention."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from openlea.core.agenda import Zichtbaarheid
from openlea.storage.records.werkruimte import InWerkruimte


class Document(InWerkruimte):
    """A file (kept under its own hash) or an address elsewhere; one of both."""

    titel = models.CharField("titel", max_length=200)
    bestand = models.FileField("bestand", upload_to="documenten/", blank=True)
    mediatype = models.CharField("soort bestand", max_length=120, blank=True)
    sha256 = models.CharField("sha-256", max_length=64, blank=True)
    kaal_sha256 = models.CharField("sha-256 zonder verborgen gegevens", max_length=64, blank=True)
    grootte = models.PositiveBigIntegerField("grootte in bytes", default=0)
    adres = models.URLField("adres", max_length=500, blank=True)
    zichtbaarheid = models.CharField(
        "zichtbaarheid",
        max_length=20,
        choices=Zichtbaarheid.choices(),
        default=Zichtbaarheid.PARTNERS,
    )
    bewaren_tot = models.DateField("bewaren tot en met", null=True, blank=True)
    gemaakt_op = models.DateTimeField("gemaakt op", auto_now_add=True)
    door = models.ForeignKey(
        "records.Persoon", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    history = HistoricalRecords()

    class Meta:
        """Newest first; a file or an address, never neither."""

        ordering: ClassVar[list[str]] = ["-gemaakt_op"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=(~Q(bestand="") & Q(adres="")) | (Q(bestand="") & ~Q(adres="")),
                name="document_bestand_of_adres",
            )
        ]

    def __str__(self) -> str:
        """Return the title."""
        return self.titel
