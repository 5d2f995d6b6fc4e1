"""Work in the background: what was asked, how far it is, and what came out of it."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q

from openlea.policy.rechten import LidRol
from openlea.policy.werk import ONDERWEG, STIL_NA, WerkStaat, is_silent, waits_long
from openlea.storage.records.werkruimte import InWerkruimte


class WerkQuerySet(models.QuerySet["Werk"]):
    """Ways to read work."""

    def of(self, werkruimte_id: int) -> Self:
        """Return the work of one werkruimte with who asked for it, newest first."""
        return (
            self.filter(werkruimte_id=werkruimte_id)
            .select_related("lid__persoon")
            .order_by("-aangevraagd_op", "-id")
        )

    def underway(self) -> Self:
        """Return the work that waits or runs."""
        return self.filter(staat__in=[str(one) for one in ONDERWEG])

    def waiting(self) -> Self:
        """Return the work that waits."""
        return self.filter(staat=WerkStaat.WACHT)

    def silent(self, now: datetime) -> Self:
        """Return the work that runs, but gave no sign of life for two minutes."""
        unheard = Q(teken_op__isnull=True) | Q(teken_op__lt=now - STIL_NA)
        return self.filter(unheard, staat=WerkStaat.LOOPT)


class Werk(InWerkruimte):
    """One piece of work. The same work (`sleutel`) is asked once at a time.

    `soort` names the verb, `naam` says to people what it is; `verslag` is the list of steps, each
    with its moment; `uitkomst` is what the verb returned.
    """

    soort = models.CharField("soort", max_length=60)
    naam = models.CharField("naam", max_length=200)
    argumenten = models.JSONField("argumenten", default=dict, blank=True)
    sleutel = models.CharField("sleutel", max_length=64)
    staat = models.CharField(
        "staat", max_length=20, choices=WerkStaat.choices(), default=WerkStaat.WACHT
    )
    stap = models.CharField("stap", max_length=300, blank=True)
    gedaan = models.PositiveBigIntegerField("gedaan", default=0)
    totaal = models.PositiveBigIntegerField("totaal", default=0)
    verslag = models.JSONField("verslag", default=list, blank=True)
    uitkomst = models.JSONField("uitkomst", null=True, blank=True)
    fout = models.TextField("fout", blank=True)
    lid = models.ForeignKey(
        "records.Lidmaatschap",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="aangevraagd door",
    )
    rol = models.CharField("rol van de aanvrager", max_length=30, choices=LidRol.choices())
    aangevraagd_op = models.DateTimeField("aangevraagd op", auto_now_add=True)
    begonnen_op = models.DateTimeField("begonnen op", null=True, blank=True)
    teken_op = models.DateTimeField("laatste teken van leven", null=True, blank=True)
    klaar_op = models.DateTimeField("klaar op", null=True, blank=True)
    stop_gevraagd = models.BooleanField("stop gevraagd", default=False)

    objects = WerkQuerySet.as_manager()

    class Meta:
        """The same work waits or runs once in a werkruimte."""

        constraints = [
            models.UniqueConstraint(
                fields=["werkruimte", "sleutel"],
                condition=Q(staat__in=sorted(str(one) for one in ONDERWEG)),
                name="werk_eenmaal_onderweg",
            )
        ]

    def __str__(self) -> str:
        """Return what it is."""
        return self.naam

    @property
    def is_underway(self) -> bool:
        """Return whether it waits or runs."""
        return WerkStaat(self.staat) in ONDERWEG

    def is_silent(self, now: datetime) -> bool:
        """Return whether it runs without a sign of life."""
        return is_silent(WerkStaat(self.staat), self.teken_op, now)

    def waits_long(self, now: datetime) -> bool:
        """Return whether it waits so long that probably nothing picks it up."""
        return waits_long(WerkStaat(self.staat), self.aangevraagd_op, now)
