"""What was counted over deliveries of registrations: protected numbers, kept after the rows go."""

from typing import ClassVar, Self

from django.db import models
from simple_history.models import HistoricalRecords

from openlea.core.telling import Telsoort, Telstaat, from_plain
from openlea.storage.records.werkruimte import InWerkruimte


class TellingQuerySet(models.QuerySet["Telling"]):
    """Ways to read counts."""

    def of(self, werkruimte_id: int, soort: Telsoort | None = None) -> Self:
        """Return those of one werkruimte, of one kind when asked, newest period first."""
        found = self.filter(werkruimte_id=werkruimte_id)
        return found.filter(soort=str(soort)) if soort else found


class Telling(InWerkruimte):
    """The counts of one kind over one period.

    `rijen` are [maat, gebied, code, laag, hoog], protected; `aanleveringen` the numbers of the
    deliveries that were counted. Nothing here is about one person.
    """

    soort = models.CharField("soort", max_length=20, choices=Telsoort.choices())
    periode = models.CharField("periode", max_length=40)
    peildatum = models.CharField("peildatum", max_length=10)
    methode = models.CharField("versie van de telwijze", max_length=40)
    definitie = models.CharField("definitie van de doelgroep", max_length=400, blank=True)
    let_op = models.JSONField("let op", default=list, blank=True)
    rijen = models.JSONField("cijfers", default=list)
    aanleveringen = models.JSONField("uit welke aanleveringen", default=list)
    geteld_op = models.DateTimeField("geteld op", auto_now=True)

    objects = TellingQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["rijen"])

    class Meta:
        """One per kind and period; newest period first."""

        ordering: ClassVar[list[str]] = ["soort", "-periode"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["werkruimte", "soort", "periode"], name="telling_periode_uniek"
            )
        ]

    def __str__(self) -> str:
        """Return the kind and the period."""
        return f"{self.soort} {self.periode}"

    def staat(self) -> Telstaat:
        """Return the numbers as words and ranges."""
        return Telstaat(
            soort=Telsoort(self.soort),
            periode=self.periode,
            peildatum=self.peildatum,
            methode=self.methode,
            rijen=from_plain(self.rijen),
            definitie=self.definitie,
            let_op=tuple(self.let_op),
        )
