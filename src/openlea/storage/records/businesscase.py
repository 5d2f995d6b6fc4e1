"""A business case that is worked on: what it assumes, and what came of it each time."""

from typing import ClassVar, Self

from django.db import models
from simple_history.models import HistoricalRecords

from openlea.core.agenda import Zichtbaarheid
from openlea.core.keuze import Keuze
from openlea.policy.rechten import Scope, reach
from openlea.storage.records.werkruimte import InWerkruimte


class CaseStaat(Keuze):
    """How far a business case is."""

    CONCEPT = "concept", "Concept"
    BESPROKEN = "besproken", "Besproken"
    BESLOTEN = "besloten", "Besloten"
    GESTOPT = "gestopt", "Gestopt"


class BusinesscaseQuerySet(models.QuerySet["Businesscase"]):
    """Ways to read business cases."""

    def of(self, werkruimte_id: int) -> Self:
        """Return those of one werkruimte, last changed first."""
        return self.filter(werkruimte_id=werkruimte_id).select_related("partij", "actie")

    def within(self, scope: Scope) -> Self:
        """Return those that a scope reaches."""
        return self.filter(zichtbaarheid__in=[str(one) for one in reach(scope)])


class Businesscase(InWerkruimte):
    """A business case; `inhoud` is what `openlea businesscase` reads from a file, as JSON."""

    titel = models.CharField("titel", max_length=200)
    inhoud = models.JSONField("aannamen en posten", default=dict)
    staat = models.CharField(
        "staat", max_length=20, choices=CaseStaat.choices(), default=CaseStaat.CONCEPT
    )
    partij = models.ForeignKey(
        "records.Partij", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    actie = models.ForeignKey(
        "records.Actie", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    gewijzigd_op = models.DateTimeField("gewijzigd op", auto_now=True)
    zichtbaarheid = models.CharField(
        "zichtbaarheid",
        max_length=20,
        choices=Zichtbaarheid.choices(),
        default=Zichtbaarheid.INTERN,
    )

    objects = BusinesscaseQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        """Last changed first."""

        ordering: ClassVar[list[str]] = ["-gewijzigd_op"]

    def __str__(self) -> str:
        """Return its title."""
        return self.titel


class CaseuitkomstQuerySet(models.QuerySet["Caseuitkomst"]):
    """Ways to read outcomes."""

    def of(self, case_id: int) -> Self:
        """Return the outcomes of one case, newest first."""
        return self.filter(case_id=case_id).order_by("-gemaakt_op")


class Caseuitkomst(InWerkruimte):
    """What came of a case at one moment, with the content it was reckoned from."""

    case = models.ForeignKey(Businesscase, on_delete=models.CASCADE, related_name="uitkomsten")
    naam = models.CharField("naam", max_length=160)
    inhoud = models.JSONField("aannamen en posten van toen", default=dict)
    zaad = models.PositiveBigIntegerField("begingetal")
    trekkingen = models.PositiveIntegerField("trekkingen")
    uitkomst = models.JSONField("uitkomst", default=dict)
    gemaakt_op = models.DateTimeField("gemaakt op")
    door_naam = models.CharField("gemaakt door", max_length=160, blank=True)

    objects = CaseuitkomstQuerySet.as_manager()

    class Meta:
        """Newest first."""

        ordering: ClassVar[list[str]] = ["-gemaakt_op"]

    def __str__(self) -> str:
        """Return its name."""
        return self.naam
