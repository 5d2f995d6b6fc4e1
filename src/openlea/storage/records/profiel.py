"""What support a school offers in a schooljaar, as its board tells parents and partners."""

from typing import ClassVar, Self

from django.db import models
from simple_history.models import HistoricalRecords

from openlea.core.agenda import Zichtbaarheid
from openlea.core.keuze import Keuze
from openlea.policy.rechten import Scope, reach
from openlea.storage.records.werkruimte import InWerkruimte


class ProfielStaat(Keuze):
    """How far a profile is."""

    CONCEPT = "concept", "Concept"
    VASTGESTELD = "vastgesteld", "Vastgesteld"


class OndersteuningsprofielQuerySet(models.QuerySet["Ondersteuningsprofiel"]):
    """Ways to read profiles."""

    def of(self, werkruimte_id: int) -> Self:
        """Return those of one werkruimte, newest schooljaar first, then by school."""
        return self.filter(werkruimte_id=werkruimte_id).select_related("partij")

    def within(self, scope: Scope) -> Self:
        """Return those that a scope reaches."""
        return self.filter(zichtbaarheid__in=[str(one) for one in reach(scope)])


class Ondersteuningsprofiel(InWerkruimte):
    """The profile of one school in one schooljaar; `school` is its BRIN with vestigingsnummer.

    `inhoud` holds {"basis": {statement: ja|deels|nee}, "extra": [{"soort", "vorm", "groepsgrootte",
    "plekken"}], "deskundigen": [...], "gebouw": {...}}; `tekst` says it to parents.
    """

    school = models.CharField("school", max_length=6)
    schoolnaam = models.CharField("naam van de school", max_length=160)
    pc4 = models.CharField("postcode van de school", max_length=4, blank=True)
    soort = models.CharField("soort onderwijs", max_length=10, blank=True)
    partij = models.ForeignKey(
        "records.Partij", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    schooljaar = models.CharField("schooljaar", max_length=9)
    inhoud = models.JSONField("inhoud", default=dict, blank=True)
    tekst = models.TextField("tekst voor ouders", max_length=6000, blank=True)
    mr_advies = models.CharField("advies van de medezeggenschapsraad", max_length=400, blank=True)
    mr_op = models.DateField("advies gegeven op", null=True, blank=True)
    staat = models.CharField(
        "staat", max_length=20, choices=ProfielStaat.choices(), default=ProfielStaat.CONCEPT
    )
    zichtbaarheid = models.CharField(
        "zichtbaarheid",
        max_length=20,
        choices=Zichtbaarheid.choices(),
        default=Zichtbaarheid.PARTNERS,
    )

    objects = OndersteuningsprofielQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        """One per school and schooljaar."""

        ordering: ClassVar[list[str]] = ["-schooljaar", "schoolnaam"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["werkruimte", "school", "schooljaar"], name="profiel_uniek"
            )
        ]

    def __str__(self) -> str:
        """Return the school and the schooljaar."""
        return f"{self.schoolnaam} {self.schooljaar}"
