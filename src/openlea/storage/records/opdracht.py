"""A bestuursopdracht to a werkgroep, and the proposals that the werkgroep brings back."""

from typing import ClassVar, Self

from django.db import models
from simple_history.models import HistoricalRecords

from openlea.core.agenda import Zichtbaarheid
from openlea.core.opdracht import OpdrachtStaat, VoorstelStaat
from openlea.storage.records.werkruimte import InWerkruimte


class OpdrachtQuerySet(models.QuerySet["Opdracht"]):
    """Ways to read assignments."""

    def of(self, werkruimte_id: int) -> Self:
        """Return the assignments of one werkruimte with who gave and who has them, newest first."""
        found = self.filter(werkruimte_id=werkruimte_id)
        return found.select_related("werkgroep", "opdrachtgever", "speerpunt", "punt").order_by(
            "-gemaakt_op", "-id"
        )


class Opdracht(InWerkruimte):
    """What a board asks of a werkgroep, in the six parts of the form of the HEA."""

    werkgroep = models.ForeignKey(
        "records.Overlegreeks", on_delete=models.CASCADE, related_name="opdrachten"
    )
    opdrachtgever = models.ForeignKey(
        "records.Overlegreeks", on_delete=models.CASCADE, related_name="verstrekte_opdrachten"
    )
    punt = models.ForeignKey(
        "records.Agendapunt",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="opdrachten",
    )
    speerpunt = models.ForeignKey(
        "records.Speerpunt",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="opdrachten",
    )
    titel = models.CharField("titel", max_length=200)
    aanleiding = models.TextField("aanleiding", blank=True)
    doel = models.TextField("doel", blank=True)
    resultaat = models.TextField("resultaat", blank=True)
    planning = models.TextField("planning", blank=True)
    middelen = models.TextField("middelen", blank=True)
    samenstelling = models.TextField("leden", blank=True)
    voor = models.DateField("voorstel uiterlijk", null=True, blank=True)
    staat = models.CharField(
        "staat", max_length=20, choices=OpdrachtStaat.choices(), default=OpdrachtStaat.CONCEPT
    )
    reden = models.TextField("reden", blank=True)
    zichtbaarheid = models.CharField(
        "zichtbaarheid",
        max_length=20,
        choices=Zichtbaarheid.choices(),
        default=Zichtbaarheid.PARTNERS,
    )
    gemaakt_op = models.DateTimeField("gemaakt op", auto_now_add=True)
    gewijzigd_op = models.DateTimeField("gewijzigd op", auto_now=True)

    objects = OpdrachtQuerySet.as_manager()
    history = HistoricalRecords()

    def __str__(self) -> str:
        """Return the title."""
        return self.titel


class Voorstel(InWerkruimte):
    """What a werkgroep proposes to the board, and the item on which it was talked over."""

    opdracht = models.ForeignKey(
        "records.Opdracht", on_delete=models.CASCADE, related_name="voorstellen"
    )
    titel = models.CharField("titel", max_length=200)
    tekst = models.TextField("voorstel")
    gevraagd = models.TextField("gevraagd besluit", blank=True)
    punt = models.ForeignKey(
        "records.Agendapunt",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="voorstellen",
    )
    document = models.ForeignKey(
        "records.Document",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="voorstellen",
    )
    staat = models.CharField(
        "staat", max_length=20, choices=VoorstelStaat.choices(), default=VoorstelStaat.CONCEPT
    )
    reden = models.TextField("reden", blank=True)
    gemaakt_op = models.DateTimeField("gemaakt op", auto_now_add=True)
    gewijzigd_op = models.DateTimeField("gewijzigd op", auto_now=True)

    history = HistoricalRecords()

    class Meta:
        """Newest first."""

        ordering: ClassVar[list[str]] = ["-gemaakt_op", "-id"]

    def __str__(self) -> str:
        """Return the title."""
        return self.titel
