"""An item of a meeting, its papers, and the lines that are written down about it."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from openlea.core.agenda import Zichtbaarheid
from openlea.core.overleg import PuntSoort, PuntStaat
from openlea.storage.records.werkruimte import InWerkruimte


class AgendapuntQuerySet(models.QuerySet["Agendapunt"]):
    """Ways to read items."""

    def of(self, werkruimte_id: int) -> Self:
        """Return the items of one werkruimte in the order of their meeting."""
        found = self.filter(werkruimte_id=werkruimte_id)
        return found.select_related(
            "reeks", "vergadering", "speerpunt", "actie", "partij"
        ).order_by("vergadering_id", "volgorde", "id")

    def parked(self) -> Self:
        """Return the items that wait in the backlog of their series."""
        return self.filter(vergadering=None, staat=PuntStaat.OPEN)

    def on_agenda(self, vergadering_id: int) -> Self:
        """Return the items of a meeting in their order, without what fell off the agenda."""
        found = self.filter(vergadering_id=vergadering_id).exclude(staat=PuntStaat.VERVALLEN)
        return found.order_by("volgorde", "id")


class Agendapunt(InWerkruimte):
    """An item of one meeting, or of no meeting yet: then it is parked.

    An item that is carried over stays where it was (doorgeschoven) with its lines; a new one with
    `komt_van` goes on in the next meeting, so that minutes stay complete. `plicht` and `onderwerp`
    say which topic of the law it covers, `vast` which standing item it is.
    """

    reeks = models.ForeignKey(
        "records.Overlegreeks", on_delete=models.CASCADE, related_name="punten"
    )
    vergadering = models.ForeignKey(
        "records.Vergadering",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="punten",
    )
    volgorde = models.PositiveIntegerField("volgorde", default=0)
    sectie = models.CharField("deel van de agenda", max_length=120, blank=True)
    titel = models.CharField("titel", max_length=200)
    soort = models.CharField(
        "wat wordt gevraagd",
        max_length=20,
        choices=PuntSoort.choices(),
        default=PuntSoort.BESPREKEN,
    )
    toelichting = models.TextField("toelichting", blank=True)
    minuten = models.PositiveSmallIntegerField("minuten", default=10)
    inbrenger = models.CharField("wie brengt het in", max_length=160, blank=True)
    partij = models.ForeignKey(
        "records.Partij",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="agendapunten",
    )
    plicht = models.CharField("plicht", max_length=40, blank=True)
    onderwerp = models.CharField("onderwerp van de plicht", max_length=60, blank=True)
    vast = models.CharField("vast punt", max_length=40, blank=True)
    speerpunt = models.ForeignKey(
        "records.Speerpunt",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="agendapunten",
    )
    actie = models.ForeignKey(
        "records.Actie",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="agendapunten",
    )
    staat = models.CharField(
        "staat", max_length=20, choices=PuntStaat.choices(), default=PuntStaat.OPEN
    )
    behandeld_op = models.DateTimeField("klaar op", null=True, blank=True)
    komt_van = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="vervolg"
    )
    zichtbaarheid = models.CharField(
        "zichtbaarheid",
        max_length=20,
        choices=Zichtbaarheid.choices(),
        default=Zichtbaarheid.PARTNERS,
    )
    gemaakt_op = models.DateTimeField("gemaakt op", auto_now_add=True)

    objects = AgendapuntQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        """In the order of the meeting."""

        ordering: ClassVar[list[str]] = ["volgorde", "id"]

    def __str__(self) -> str:
        """Return the title."""
        return self.titel


class Agendastuk(InWerkruimte):
    """A paper with an item."""

    punt = models.ForeignKey("records.Agendapunt", on_delete=models.CASCADE, related_name="stukken")
    document = models.ForeignKey(
        "records.Document", on_delete=models.PROTECT, related_name="agendastukken"
    )

    history = HistoricalRecords()

    class Meta:
        """A paper hangs once on an item."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["punt", "document"], name="agendastuk_eenmaal")
        ]


class Notitie(InWerkruimte):
    """One line of what was said about an item; two people who type write two lines.

    `sleutel` is made by who types: sent again after a lost connection, it is kept once.
    `weg_op` strikes a line out; it stays in the record.
    """

    punt = models.ForeignKey(
        "records.Agendapunt", on_delete=models.CASCADE, related_name="notities"
    )
    sleutel = models.CharField("kenmerk van wie schrijft", max_length=64)
    tekst = models.TextField("tekst")
    door = models.ForeignKey(
        "records.Persoon", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    door_naam = models.CharField("door", max_length=160)
    gemaakt_op = models.DateTimeField("gemaakt op", auto_now_add=True)
    gewijzigd_op = models.DateTimeField("gewijzigd op", auto_now=True)
    weg_op = models.DateTimeField("doorgehaald op", null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        """Oldest first; a line is kept once, however often it is sent."""

        ordering: ClassVar[list[str]] = ["id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["punt", "sleutel"], condition=~Q(sleutel=""), name="notitie_eenmaal"
            )
        ]

    def __str__(self) -> str:
        """Return the text."""
        return self.tekst
