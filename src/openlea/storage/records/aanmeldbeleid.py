"""How children apply at a school, per school and year, as its board or the gemeente wrote it."""

from typing import ClassVar, Self

from django.db import models
from simple_history.models import HistoricalRecords

from openlea.core.aanmeldbeleid import Toewijzing
from openlea.storage.records.werkruimte import InWerkruimte


class AanmeldbeleidQuerySet(models.QuerySet["Aanmeldbeleid"]):
    """Ways to read admission policies."""

    def of(self, werkruimte_id: int) -> Self:
        """Return those of one werkruimte, by year and school."""
        found = self.filter(werkruimte_id=werkruimte_id)
        return found.select_related("partij").order_by("-schooljaar", "naam", "school")


class Aanmeldbeleid(InWerkruimte):
    """The admission of one school in one year; fields as core/aanmeldbeleid.py says."""

    school = models.CharField("vestigingscode", max_length=12)
    naam = models.CharField("naam van de school", max_length=160)
    schooljaar = models.CharField("schooljaar", max_length=9)
    partij = models.ForeignKey(
        "records.Partij", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    moment = models.CharField("wanneer aanmelden", max_length=200, blank=True)
    aanmelden_van = models.DateField("aanmelden vanaf", null=True, blank=True)
    aanmelden_tot = models.DateField("aanmelden tot en met", null=True, blank=True)
    voorrang = models.JSONField("voorrang, in volgorde", default=list, blank=True)
    voorrang_anders = models.CharField("andere voorrang", max_length=300, blank=True)
    toewijzing = models.CharField(
        "als er te veel aanmeldingen zijn",
        max_length=20,
        choices=Toewijzing.choices(),
        default=Toewijzing.ONBEKEND,
    )
    loting_op = models.DateField("dag van de loting", null=True, blank=True)
    uitslag_op = models.DateField("dag van de uitslag", null=True, blank=True)
    plaatsen = models.PositiveIntegerField("open plaatsen", null=True, blank=True)
    bijdrage = models.PositiveIntegerField("vrijwillige ouderbijdrage", null=True, blank=True)
    bron = models.URLField("waar het staat", max_length=500, blank=True)
    gezien_op = models.DateField("nagelezen op", null=True, blank=True)
    toelichting = models.TextField("toelichting", blank=True)

    objects = AanmeldbeleidQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        """A school has one policy in a year."""

        ordering: ClassVar[list[str]] = ["-schooljaar", "naam"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["werkruimte", "school", "schooljaar"], name="aanmeldbeleid_school_uniek"
            )
        ]

    def __str__(self) -> str:
        """Return school and year."""
        return f"{self.naam} {self.schooljaar}"
