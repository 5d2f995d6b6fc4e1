"""A round of questions, the groups that were asked, and the answers, of nobody in particular."""

from datetime import date
from typing import ClassVar, Self

from django.db import connection, models
from simple_history.models import HistoricalRecords

from openlea.core.raadpleging import RaadplegingStaat
from openlea.policy.rechten import Scope
from openlea.storage.records.werkruimte import InWerkruimte


class RaadplegingQuerySet(models.QuerySet["Raadpleging"]):
    """Ways to read rounds of questions."""

    def of(self, werkruimte_id: int) -> Self:
        """Return the rounds of one werkruimte, newest first."""
        return self.filter(werkruimte_id=werkruimte_id).order_by("-gemaakt_op", "-id")

    def within(self, scope: Scope) -> Self:
        """Return the rounds that a scope reaches; a concept only for who keeps everything."""
        if scope is Scope.NIETS:
            return self.none()
        return self if scope is Scope.ALLES else self.exclude(staat=RaadplegingStaat.CONCEPT)

    def due(self, today: date) -> Self:
        """Return the open rounds whose last day is over."""
        return self.filter(staat=RaadplegingStaat.OPEN, sluit_op__lt=today)


class Raadpleging(InWerkruimte):
    """One round of a list of questions of the shelf; `vorige` is the round a year before.

    The outcome is frozen when it closes: what is shown never changes after that.
    """

    vragenlijst = models.CharField("vragenlijst", max_length=60)
    titel = models.CharField("titel", max_length=200)
    toelichting = models.TextField("toelichting", blank=True)
    opent_op = models.DateField("opent op")
    sluit_op = models.DateField("sluit op")
    staat = models.CharField(
        "staat", max_length=20, choices=RaadplegingStaat.choices(), default=RaadplegingStaat.CONCEPT
    )
    vorige = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="volgende"
    )
    gesloten_op = models.DateTimeField("gesloten op", null=True, blank=True)
    vragen = models.JSONField("vragen zoals gesteld", default=list, blank=True)
    uitkomst = models.JSONField("uitkomst zoals getoond", default=dict, blank=True)
    gemaakt_op = models.DateTimeField("gemaakt op", auto_now_add=True)

    objects = RaadplegingQuerySet.as_manager()
    history = HistoricalRecords()

    def __str__(self) -> str:
        """Return the title."""
        return self.titel


class RaadpleeggroepQuerySet(models.QuerySet["Raadpleeggroep"]):
    """Ways to read groups that are asked."""

    def counted(self) -> dict[int, int]:
        """Return how many answered by the key of the group; no page may tell it exactly."""
        return {
            one.pk: one.geantwoord  # type: ignore[attr-defined]
            for one in self.annotate(geantwoord=models.Count("antwoorden"))
        }

    def of_link(self, kenmerk: str) -> Self:
        """Return the group whose link has this hash, with its round."""
        return self.filter(kenmerk=kenmerk).select_related("raadpleging", "werkruimte")


class Raadpleeggroep(InWerkruimte):
    """A group that is asked, with one link for all in it; only the hash of the link is kept."""

    raadpleging = models.ForeignKey(
        "records.Raadpleging", on_delete=models.CASCADE, related_name="groepen"
    )
    naam = models.CharField("naam", max_length=160)
    partij = models.ForeignKey(
        "records.Partij",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="raadpleeggroepen",
    )
    gevraagd = models.PositiveIntegerField("hoeveel mensen gevraagd", null=True, blank=True)
    kenmerk = models.CharField("hash van het kenmerk", max_length=64, unique=True)
    ingetrokken_op = models.DateTimeField("ingetrokken op", null=True, blank=True)

    objects = RaadpleeggroepQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        """A group is asked once in a round."""

        ordering: ClassVar[list[str]] = ["naam", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["raadpleging", "naam"], name="raadpleeggroep_naam_uniek"
            )
        ]


class Raadpleegantwoord(InWerkruimte):
    """What one person answered: no name, no address, no moment; the order of keeping is random.

    The key is random, so that the order in which people answered can't be read from it.
    """

    id = models.UUIDField("kenmerk", primary_key=True)
    groep = models.ForeignKey(
        "records.Raadpleeggroep", on_delete=models.CASCADE, related_name="antwoorden"
    )
    waarden = models.JSONField("antwoorden", default=dict)

    class Meta:
        """In no order that means anything."""

        ordering: ClassVar[list[str]] = ["id"]


def forget_traces() -> None:
    """Clear what a database still holds of deleted answers, outside a transaction.

    SQLite keeps old pages in its log, and PostgreSQL keeps deleted rows, until told otherwise.
    """
    orders = {
        "sqlite": "PRAGMA wal_checkpoint(TRUNCATE)",
        "postgresql": f"VACUUM {Raadpleegantwoord._meta.db_table}",  # noqa: SLF001
    }
    if order := orders.get(connection.vendor):
        with connection.cursor() as cursor:
            cursor.execute(order)
