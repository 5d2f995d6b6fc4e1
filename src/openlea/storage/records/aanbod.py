"""What help and extra offer there is in and around a school, and who pays for it."""

from typing import ClassVar, Self

from django.db import models
from simple_history.models import HistoricalRecords

from openlea.core.agenda import Zichtbaarheid
from openlea.policy.rechten import Scope, reach
from openlea.storage.records.werkruimte import InWerkruimte


class AanbodQuerySet(models.QuerySet["Aanbod"]):
    """Ways to read offers."""

    def of(self, werkruimte_id: int) -> Self:
        """Return those of one werkruimte, by school and kind."""
        return self.filter(werkruimte_id=werkruimte_id).select_related("partij", "actie")

    def within(self, scope: Scope) -> Self:
        """Return those that a scope reaches."""
        return self.filter(zichtbaarheid__in=[str(one) for one in reach(scope)])


class Aanbod(InWerkruimte):
    """One kind of help on one school: from when, how much (fte, or hours a week), paid by whom.

    `school` is its BRIN with vestigingsnummer, `soort` a name of catalogue/rondom; `partij` is who
    offers it and keeps this line.
    """

    soort = models.CharField("soort", max_length=40)
    school = models.CharField("school", max_length=6)
    schoolnaam = models.CharField("naam van de school", max_length=160)
    pc4 = models.CharField("postcode van de school", max_length=4, blank=True)
    partij = models.ForeignKey(
        "records.Partij", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    actie = models.ForeignKey(
        "records.Actie", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    fte = models.DecimalField("fte", max_digits=6, decimal_places=2, null=True, blank=True)
    uren = models.DecimalField(
        "uur per week", max_digits=6, decimal_places=1, null=True, blank=True
    )
    betaler = models.CharField("wie betaalt", max_length=160, blank=True)
    bereik = models.PositiveIntegerField("leerlingen bereikt", null=True, blank=True)
    bereik_jaar = models.CharField("bereikt in schooljaar", max_length=9, blank=True)
    van = models.DateField("sinds", null=True, blank=True)
    tot = models.DateField("tot en met", null=True, blank=True)
    bron = models.CharField("waar dit staat", max_length=300, blank=True)
    zichtbaarheid = models.CharField(
        "zichtbaarheid",
        max_length=20,
        choices=Zichtbaarheid.choices(),
        default=Zichtbaarheid.PARTNERS,
    )

    objects = AanbodQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        """By school, then by kind."""

        ordering: ClassVar[list[str]] = ["schoolnaam", "soort", "van"]

    def __str__(self) -> str:
        """Return the kind and the school."""
        return f"{self.soort} op {self.schoolnaam}"
