"""A budget that is divided over schools by criteria, until it is decided and paid as grants."""

from typing import ClassVar, Self

from django.db import models
from simple_history.models import HistoricalRecords

from openlea.core.agenda import Zichtbaarheid
from openlea.core.keuze import Keuze
from openlea.policy.rechten import Scope, reach
from openlea.storage.records.werkruimte import InWerkruimte


class VerdelingStaat(Keuze):
    """How far a division is."""

    CONCEPT = "concept", "Concept"
    BESLOTEN = "besloten", "Besloten"
    TOEGEKEND = "toegekend", "Toegekend als subsidie"


class VerdelingQuerySet(models.QuerySet["Verdeling"]):
    """Ways to read divisions."""

    def of(self, werkruimte_id: int) -> Self:
        """Return the divisions of one werkruimte, newest first."""
        found = self.filter(werkruimte_id=werkruimte_id)
        return found.select_related("post", "besluit").order_by("-jaar", "-id")

    def within(self, scope: Scope) -> Self:
        """Return the divisions that a scope reaches."""
        return self.filter(zichtbaarheid__in=[str(one) for one in reach(scope)])

    def held(self) -> Self:
        """Return them held for a change, inside a transaction; what they point to isn't held."""
        return self.select_for_update(of=("self",), no_key=True)


class Verdeling(InWerkruimte):
    """One division, in whole euros.

    `criteria` is TOML; `varianten` are other criteria beside it ({"naam", "criteria"}). `tabel` is
    the file of schools ({"bestand", "koppen", "rijen", "werkmap"}) and `tabel_sha256` its version;
    `vorig` the column with last year's amounts. `uitkomst` is frozen when it is decided.
    `ontvangers` is per school the code of the partij that gets its grant, `subsidies` the marks.
    """

    naam = models.CharField("naam", max_length=160)
    jaar = models.PositiveSmallIntegerField("jaar")
    budget = models.PositiveBigIntegerField("budget in hele euro's")
    zichtbaarheid = models.CharField(
        "zichtbaarheid",
        max_length=20,
        choices=Zichtbaarheid.choices(),
        default=Zichtbaarheid.INTERN,
    )
    criteria_naam = models.CharField("naam van de criteria", max_length=120, blank=True)
    criteria = models.TextField("criteria")
    varianten = models.JSONField("varianten", default=list, blank=True)
    tabel = models.JSONField("scholen met hun kenmerken", default=dict, blank=True)
    tabel_sha256 = models.CharField("versie van de gegevens", max_length=64, blank=True)
    bronnen = models.JSONField("waar de kenmerken vandaan komen", default=list, blank=True)
    vorig = models.CharField("kolom met de bedragen van vorig jaar", max_length=120, blank=True)
    staat = models.CharField(
        "staat", max_length=20, choices=VerdelingStaat.choices(), default=VerdelingStaat.CONCEPT
    )
    uitkomst = models.JSONField("uitkomst zoals besloten", null=True, blank=True)
    besluit = models.ForeignKey(
        "records.Besluit", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    besluit_door = models.CharField("besloten door", max_length=160, blank=True)
    besluit_op = models.DateField("besloten op", null=True, blank=True)
    post = models.ForeignKey(
        "records.Begrotingspost", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    regeling = models.CharField("regeling", max_length=200, blank=True)
    ontvangers = models.JSONField("ontvanger per school", default=dict, blank=True)
    subsidies = models.JSONField("kenmerken van de subsidies", default=list, blank=True)
    door = models.ForeignKey(
        "records.Persoon", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    gemaakt_op = models.DateTimeField("gemaakt op", auto_now_add=True)

    objects = VerdelingQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["tabel"])

    class Meta:
        """A name is used once in a year."""

        ordering: ClassVar[list[str]] = ["-jaar", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["werkruimte", "jaar", "naam"], name="verdeling_naam_uniek"
            )
        ]

    def __str__(self) -> str:
        """Return its name and year."""
        return f"{self.naam} {self.jaar}"
