"""A Verzoek: who is asked to do what, by when and why; its link, and the mails that carried it."""

from collections.abc import Collection
from typing import ClassVar, Self

from django.db import models
from simple_history.models import HistoricalRecords

from openlea.storage.records.werkruimte import InWerkruimte


class VerzoekStaat(models.TextChoices):
    """How a request stands."""

    OPEN = "open", "Open"
    GEDAAN = "gedaan", "Gedaan"
    VERVALLEN = "vervallen", "Vervallen"
    OVERGEDRAGEN = "overgedragen", "Overgedragen"


class VerzoekQuerySet(models.QuerySet["Verzoek"]):
    """Ways to read requests."""

    def of(self, werkruimte_id: int) -> Self:
        """Return the requests of one werkruimte, soonest first."""
        return self.filter(werkruimte_id=werkruimte_id).order_by("voor", "id")

    def open(self) -> Self:
        """Return the requests that still wait."""
        return self.filter(staat=VerzoekStaat.OPEN)

    def with_people(self) -> Self:
        """Return requests with who is asked, for which party, in which werkruimte."""
        return self.select_related("werkruimte", "aan__partij", "aan__persoon", "agenda")

    def for_persoon(self, persoon_id: int | None) -> Self:
        """Return what is asked of one person, over all werkruimten, soonest first."""
        return self.filter(aan__persoon_id=persoon_id).with_people().order_by("voor", "id")

    def for_leden(self, leden: Collection[int]) -> Self:
        """Return what is asked of some members, soonest first."""
        return self.filter(aan__in=leden).with_people().order_by("voor", "id")


class Verzoek(InWerkruimte):
    """One thing asked of one member, on one subject, before a day.

    `partij_code` owes the answer; `sleutel` says what is asked, whoever is asked.
    """

    soort = models.CharField("soort", max_length=40)
    onderwerp_soort = models.CharField("onderwerp", max_length=40)
    onderwerp_code = models.CharField("code van het onderwerp", max_length=80)
    agenda = models.ForeignKey(
        "records.Agenda", on_delete=models.CASCADE, null=True, blank=True, related_name="verzoeken"
    )
    aan = models.ForeignKey(
        "records.Lidmaatschap", on_delete=models.PROTECT, related_name="verzoeken"
    )
    partij_code = models.CharField("code van de partij", max_length=40, blank=True)
    periode = models.CharField("ronde", max_length=20, blank=True)
    vraag = models.TextField("vraag")
    waarom = models.TextField("waarom", blank=True)
    voor = models.DateField("vóór")
    staat = models.CharField(
        "staat", max_length=20, choices=VerzoekStaat.choices, default=VerzoekStaat.OPEN
    )
    trap = models.PositiveSmallIntegerField("escalatietrap", default=0)
    trap_op = models.DateField("naar deze persoon sinds")
    sleutel = models.CharField("sleutel", max_length=200)
    gemaakt_op = models.DateTimeField("gemaakt op", auto_now_add=True)
    gedaan_op = models.DateTimeField("gedaan op", null=True, blank=True)
    gedaan_door = models.ForeignKey(
        "records.Persoon", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = VerzoekQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        """The same thing is asked of one person at a time; who was asked before, stays known."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["werkruimte", "sleutel"],
                condition=models.Q(staat=VerzoekStaat.OPEN),
                name="verzoek_eenmaal_open",
            )
        ]

    def __str__(self) -> str:
        """Return the question."""
        return self.vraag


class VerzoeklinkQuerySet(models.QuerySet["Verzoeklink"]):
    """Ways to read links."""

    def with_verzoek(self) -> Self:
        """Return links with the request that they open and the member that they were sent to."""
        return self.select_related("verzoek__werkruimte", "verzoek__aan", "lid__persoon")


class Verzoeklink(InWerkruimte):
    """A link that opens one Verzoek without a password, for one member; only its hash is kept."""

    verzoek = models.ForeignKey("records.Verzoek", on_delete=models.CASCADE, related_name="links")
    lid = models.ForeignKey(
        "records.Lidmaatschap", on_delete=models.CASCADE, related_name="verzoeklinks"
    )
    kenmerk = models.CharField("hash van het kenmerk", max_length=64, unique=True)
    geldig_tot = models.DateTimeField("geldig tot")
    ingetrokken_op = models.DateTimeField("ingetrokken op", null=True, blank=True)
    geopend_op = models.DateTimeField("laatst geopend op", null=True, blank=True)
    gemaakt_op = models.DateTimeField("gemaakt op", auto_now_add=True)

    objects = VerzoeklinkQuerySet.as_manager()


class Bericht(models.Model):
    """A digest that went to a person in a week; it goes once."""

    persoon = models.ForeignKey(
        "records.Persoon", on_delete=models.CASCADE, related_name="berichten"
    )
    week = models.CharField("week", max_length=8)
    aantal = models.PositiveIntegerField("aantal verzoeken")
    verstuurd_op = models.DateTimeField("verstuurd op", null=True, blank=True)

    class Meta:
        """One digest per person and week."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["persoon", "week"], name="bericht_eenmaal_per_week")
        ]

    def __str__(self) -> str:
        """Return the week."""
        return self.week
