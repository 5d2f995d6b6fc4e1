"""A file that is being read in: what was sent, what was said of it so far, and by whom."""

from datetime import datetime
from typing import ClassVar, Self

from django.db import models

from openlea.policy.inlezing import BEWAARD, Inleesvorm, throws_away_on
from openlea.storage.records.werkruimte import InWerkruimte


class InlezingQuerySet(models.QuerySet["Inlezing"]):
    """Ways to read them."""

    def of(self, werkruimte_id: int) -> Self:
        """Return those of one werkruimte with who began them, newest first."""
        return self.filter(werkruimte_id=werkruimte_id).select_related("door")

    def unfinished(self) -> Self:
        """Return those that were begun and not finished."""
        return self.filter(klaar_op__isnull=True)

    def expired(self, now: datetime) -> Self:
        """Return the unfinished that waited too long."""
        return self.unfinished().filter(begonnen_op__lt=now - BEWAARD)


class Inlezing(InWerkruimte):
    """One reading in. The file itself lies apart, under its sha256.

    `koprij` is the row of the heads, from 1; 0 is not chosen yet. `kolommen` says per field which
    head or which fixed text fills it. `herstel` holds corrected cells by row and field, `weg` the
    rows that are left out. `uitkomst` is what became of it.
    """

    bron = models.CharField("bron", max_length=80)
    naam = models.CharField("naam van het bestand", max_length=200)
    sha256 = models.CharField("sha-256", max_length=64)
    grootte = models.PositiveBigIntegerField("grootte in bytes", default=0)
    vorm = models.CharField(
        "vorm", max_length=20, choices=Inleesvorm.choices(), default=Inleesvorm.EIGEN
    )
    blad = models.PositiveSmallIntegerField("blad", default=0)
    koprij = models.PositiveIntegerField("rij met koppen", default=0)
    kolommen = models.JSONField("kolommen", default=dict, blank=True)
    herstel = models.JSONField("verbeterde cellen", default=dict, blank=True)
    weg = models.JSONField("weggelaten rijen", default=list, blank=True)
    uitkomst = models.JSONField("uitkomst", null=True, blank=True)
    door = models.ForeignKey(
        "records.Persoon", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    begonnen_op = models.DateTimeField("begonnen op", auto_now_add=True)
    klaar_op = models.DateTimeField("klaar op", null=True, blank=True)

    objects = InlezingQuerySet.as_manager()

    class Meta:
        """Newest first."""

        ordering: ClassVar[list[str]] = ["-begonnen_op", "-id"]

    def __str__(self) -> str:
        """Return the name of the file."""
        return self.naam

    @property
    def weg_op(self) -> datetime:
        """Return when it is thrown away if nobody finishes it."""
        return throws_away_on(self.begonnen_op)

    @property
    def is_klaar(self) -> bool:
        """Return whether it was read in."""
        return self.klaar_op is not None
