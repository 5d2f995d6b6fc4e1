"""A report that the law asks for, in the making: its texts, and its figures once it is settled."""

from typing import ClassVar, Self

from django.db import models
from simple_history.models import HistoricalRecords

from openlea.core.agenda import Zichtbaarheid
from openlea.core.keuze import Keuze
from openlea.policy.rechten import Scope, reach
from openlea.storage.records.werkruimte import InWerkruimte


class VerslagSoort(Keuze):
    """Which report."""

    LEERPLICHT = "leerplicht", "Leerplichtverslag"
    EFFECT = "effect", "Effectrapportage Doorstroompunt"


class VerslagStaat(Keuze):
    """How far it is."""

    CONCEPT = "concept", "Concept"
    VASTGESTELD = "vastgesteld", "Vastgesteld"


class VerslagQuerySet(models.QuerySet["Verslag"]):
    """Ways to read reports."""

    def of(self, werkruimte_id: int) -> Self:
        """Return those of one werkruimte, newest first."""
        return self.filter(werkruimte_id=werkruimte_id)

    def within(self, scope: Scope) -> Self:
        """Return those that a scope reaches."""
        return self.filter(zichtbaarheid__in=[str(one) for one in reach(scope)])


class Verslag(InWerkruimte):
    """One report over one schooljaar.

    `blokken` are the texts by the name of their part; `cijfers` is frozen when it is settled.
    """

    soort = models.CharField("soort", max_length=20, choices=VerslagSoort.choices())
    schooljaar = models.CharField("schooljaar", max_length=9)
    blokken = models.JSONField("teksten", default=dict, blank=True)
    cijfers = models.JSONField("cijfers zoals vastgesteld", null=True, blank=True)
    staat = models.CharField(
        "staat", max_length=20, choices=VerslagStaat.choices(), default=VerslagStaat.CONCEPT
    )
    zichtbaarheid = models.CharField(
        "zichtbaarheid",
        max_length=20,
        choices=Zichtbaarheid.choices(),
        default=Zichtbaarheid.INTERN,
    )
    vastgesteld_op = models.DateField("vastgesteld op", null=True, blank=True)

    objects = VerslagQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        """One per kind and schooljaar."""

        ordering: ClassVar[list[str]] = ["-schooljaar", "soort"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["werkruimte", "soort", "schooljaar"], name="verslag_uniek"
            )
        ]

    def __str__(self) -> str:
        """Return its kind and schooljaar."""
        return f"{self.soort} {self.schooljaar}"
