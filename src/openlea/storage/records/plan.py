"""A plan that the law or an agreement asks for: its holder, its days, and what came after it."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from openlea.core.agenda import Zichtbaarheid
from openlea.core.plansoort import OverlegUitkomst
from openlea.storage.records.werkruimte import InWerkruimte


class PlanQuerySet(models.QuerySet["Plan"]):
    """Ways to read plans."""

    def of(self, werkruimte_id: int) -> Self:
        """Return the plans of one werkruimte with their holders, the newest of a kind first."""
        found = self.filter(werkruimte_id=werkruimte_id)
        return found.select_related("houder", "document", "opvolger").order_by(
            "soort", "-van", "id"
        )

    def ending(self, before: date) -> Self:
        """Return the decided plans that end before a day and that no other plan follows."""
        return self.filter(tot__lt=before, opvolger=None, vastgesteld_op__isnull=False)


class Plan(InWerkruimte):
    """A plan in the register: decided when, talked over when, valid from and up to and including.

    `delen` are the codes of the parts that it has, of those its kind asks for.
    """

    soort = models.CharField("soort plan", max_length=40)
    titel = models.CharField("titel", max_length=200)
    houder = models.ForeignKey("records.Partij", on_delete=models.PROTECT, related_name="plannen")
    van = models.DateField("geldt vanaf")
    tot = models.DateField("geldt tot en met", null=True, blank=True)
    vastgesteld_op = models.DateField("vastgesteld op", null=True, blank=True)
    vastgesteld_door = models.CharField("vastgesteld door", max_length=120, blank=True)
    overleg_op = models.DateField("overleg gehouden op", null=True, blank=True)
    overleg_uitkomst = models.CharField(
        "uitkomst van het overleg", max_length=20, blank=True, choices=OverlegUitkomst.choices()
    )
    delen = models.JSONField("onderdelen", default=list, blank=True)
    document = models.ForeignKey(
        "records.Document", on_delete=models.SET_NULL, null=True, blank=True, related_name="plannen"
    )
    opvolger = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="voorgangers"
    )
    toelichting = models.TextField("toelichting", blank=True)
    zichtbaarheid = models.CharField(
        "zichtbaarheid",
        max_length=20,
        choices=Zichtbaarheid.choices(),
        default=Zichtbaarheid.PARTNERS,
    )
    gemaakt_op = models.DateTimeField("gemaakt op", auto_now_add=True)

    objects = PlanQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        """A plan doesn't end before it begins."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")), name="plan_van_tot"
            )
        ]

    def __str__(self) -> str:
        """Return the title."""
        return self.titel
