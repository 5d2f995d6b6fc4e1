"""An agreement: what, who with whom, by when, on what, how measured, and who confirmed it."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from simple_history.models import HistoricalRecords

from openlea.core.afspraak import AfspraakStaat, Bevestiging
from openlea.core.agenda import Richting, Zichtbaarheid
from openlea.storage.records.werkruimte import InWerkruimte


class AfspraakQuerySet(models.QuerySet["Afspraak"]):
    """Ways to read agreements."""

    def of(self, werkruimte_id: int) -> Self:
        """Return the agreements of one werkruimte with what they hang on, newest first."""
        found = self.filter(werkruimte_id=werkruimte_id)
        return found.select_related(
            "punt__vergadering", "punt__reeks", "besluit", "speerpunt", "actie"
        ).order_by("-op", "-id")

    def running(self) -> Self:
        """Return the agreements that wait for their result."""
        return self.filter(staat=AfspraakStaat.LOPEND)

    def since(self, day: date) -> Self:
        """Return the agreements made on or after a day."""
        return self.filter(op__gte=day)


class Afspraak(InWerkruimte):
    """An agreement between parties, made in a meeting or beside it.

    `indicator` is the id of a card in the catalogue or the code of an indicator of the agenda; ''
    for a measure in own words. Percentages and counts are decimals.
    """

    punt = models.ForeignKey(
        "records.Agendapunt",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="afspraken",
    )
    besluit = models.ForeignKey(
        "records.Besluit",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="afspraken",
    )
    wat = models.TextField("wat is afgesproken")
    toelichting = models.TextField("toelichting", blank=True)
    op = models.DateField("afgesproken op")
    voor = models.DateField("uiterlijk", null=True, blank=True)
    plicht = models.CharField("plicht", max_length=40, blank=True)
    onderwerp = models.CharField("onderwerp van de plicht", max_length=60, blank=True)
    speerpunt = models.ForeignKey(
        "records.Speerpunt",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="afspraken",
    )
    actie = models.ForeignKey(
        "records.Actie",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="afspraken",
    )
    maat = models.CharField("waaraan gemeten", max_length=200, blank=True)
    indicator = models.CharField("indicator", max_length=80, blank=True)
    eenheid = models.CharField("eenheid", max_length=60, blank=True)
    richting = models.CharField(
        "richting", max_length=20, choices=Richting.choices(), default=Richting.MINSTENS
    )
    nulmeting = models.DecimalField(
        "nulmeting", max_digits=20, decimal_places=6, null=True, blank=True
    )
    nulmeting_op = models.DateField("peildatum nulmeting", null=True, blank=True)
    streefwaarde = models.DecimalField(
        "streefwaarde", max_digits=20, decimal_places=6, null=True, blank=True
    )
    peildatum = models.DateField("peildatum", null=True, blank=True)
    werkelijk = models.DecimalField(
        "uitkomst", max_digits=20, decimal_places=6, null=True, blank=True
    )
    werkelijk_op = models.DateField("peildatum uitkomst", null=True, blank=True)
    staat = models.CharField(
        "staat", max_length=20, choices=AfspraakStaat.choices(), default=AfspraakStaat.LOPEND
    )
    uitkomst = models.TextField("wat ervan kwam", blank=True)
    zichtbaarheid = models.CharField(
        "zichtbaarheid",
        max_length=20,
        choices=Zichtbaarheid.choices(),
        default=Zichtbaarheid.PARTNERS,
    )
    sleutel = models.CharField("kenmerk van wie schrijft", max_length=64, blank=True)
    gemaakt_op = models.DateTimeField("gemaakt op", auto_now_add=True)
    gewijzigd_op = models.DateTimeField("gewijzigd op", auto_now=True)

    objects = AfspraakQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        """An agreement that is sent twice is kept once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["werkruimte", "sleutel"],
                condition=~models.Q(sleutel=""),
                name="afspraak_eenmaal",
            )
        ]

    def __str__(self) -> str:
        """Return what was agreed."""
        return self.wat


class Afspraakpartij(InWerkruimte):
    """A partij in an agreement, and what it said of it; one of them leads.

    `tekst_versie` is the version of the agreement that was confirmed: a later change asks again.
    """

    afspraak = models.ForeignKey(
        "records.Afspraak", on_delete=models.CASCADE, related_name="partijen"
    )
    partij = models.ForeignKey("records.Partij", on_delete=models.PROTECT, related_name="afspraken")
    trekt = models.BooleanField("trekt", default=False)
    bevestiging = models.CharField(
        "bevestiging", max_length=20, choices=Bevestiging.choices(), default=Bevestiging.GEVRAAGD
    )
    reden = models.TextField("reden", blank=True)
    bevestigd_op = models.DateTimeField("bevestigd op", null=True, blank=True)
    bevestigd_door = models.ForeignKey(
        "records.Persoon", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    tekst_versie = models.PositiveIntegerField("versie waarop is bevestigd", default=0)

    history = HistoricalRecords()

    class Meta:
        """A partij is in an agreement once; who leads comes first."""

        ordering: ClassVar[list[str]] = ["-trekt", "partij__naam", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["afspraak", "partij"], name="afspraakpartij_eenmaal")
        ]
