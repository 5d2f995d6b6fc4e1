"""Who works where: a person in a werkruimte, with a role and a partij, from a day until a day."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from openlea.policy.rechten import LidRol
from openlea.storage.records.werkruimte import InWerkruimte


class LidmaatschapQuerySet(models.QuerySet["Lidmaatschap"]):
    """Ways to read memberships."""

    def of(self, werkruimte_id: int) -> Self:
        """Return the memberships of one werkruimte, with person and party."""
        return self.filter(werkruimte_id=werkruimte_id).select_related("persoon", "partij")

    def active_on(self, day: date) -> Self:
        """Return the memberships in force on a day."""
        return self.filter(Q(tot__isnull=True) | Q(tot__gte=day), van__lte=day)

    def of_persoon(self, persoon_id: int | None) -> Self:
        """Return the memberships of one person, over all werkruimten."""
        return self.filter(persoon_id=persoon_id).select_related("werkruimte", "partij")


class Lidmaatschap(InWerkruimte):
    """A role in a werkruimte. `tot` is the last day; absent and replaced between `weg_*` days.

    `via` is the rule by which a sign-in service gave it; without one a person did. What a person
    ended (`is_beeindigd`), no rule gives again.
    """

    persoon = models.ForeignKey(
        "records.Persoon", on_delete=models.CASCADE, related_name="lidmaatschappen"
    )
    partij = models.ForeignKey(
        "records.Partij", on_delete=models.PROTECT, null=True, blank=True, related_name="leden"
    )
    rol = models.CharField("rol", max_length=30, choices=LidRol.choices())
    van = models.DateField("van")
    tot = models.DateField("tot en met", null=True, blank=True)
    weg_van = models.DateField("afwezig van", null=True, blank=True)
    weg_tot = models.DateField("afwezig tot en met", null=True, blank=True)
    vervanger = models.ForeignKey(
        "records.Lidmaatschap", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    via = models.ForeignKey(
        "records.Inlogregel", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    is_beeindigd = models.BooleanField("door een mens beëindigd", default=False)

    objects = LidmaatschapQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        """One role per person in a werkruimte and partij."""

        ordering: ClassVar[list[str]] = ["persoon__naam"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["werkruimte", "persoon", "partij", "rol"], name="lidmaatschap_uniek"
            ),
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=models.F("van")),
                name="lidmaatschap_niet_omgekeerd",
            ),
        ]

    def __str__(self) -> str:
        """Return person and role."""
        return f"{self.persoon} ({LidRol(self.rol).label})"
