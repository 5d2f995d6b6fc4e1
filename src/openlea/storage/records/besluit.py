"""A decision on an item, what each partij thought of it, and the steps of a dispute."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from openlea.core.agenda import Zichtbaarheid
from openlea.core.besluit import GeschilStap, Standpunt
from openlea.core.plansoort import OverlegUitkomst
from openlea.storage.records.werkruimte import InWerkruimte


class BesluitQuerySet(models.QuerySet["Besluit"]):
    """Ways to read decisions."""

    def of(self, werkruimte_id: int) -> Self:
        """Return the decisions of one werkruimte with item and meeting, newest first."""
        found = self.filter(werkruimte_id=werkruimte_id)
        return found.select_related("punt__vergadering", "punt__reeks", "punt__speerpunt").order_by(
            "-op", "-id"
        )

    def in_year(self, jaar: int) -> Self:
        """Return the decisions of a calendar year."""
        return self.filter(op__year=jaar)

    def of_reeks(self, reeks_id: int) -> Self:
        """Return the decisions of one series of meetings."""
        return self.filter(punt__reeks_id=reeks_id)

    def ended(self, uitkomst: OverlegUitkomst) -> Self:
        """Return the decisions that ended in one way."""
        return self.filter(uitkomst=uitkomst)

    def saying(self, words: tuple[str, ...]) -> Self:
        """Return the decisions that hold every word, in themselves or in the title of the item."""
        found = self
        for word in words:
            found = found.filter(
                Q(tekst__icontains=word)
                | Q(toelichting__icontains=word)
                | Q(nummer__icontains=word)
                | Q(punt__titel__icontains=word)
            )
        return found

    def disputed(self) -> Self:
        """Return the decisions that ended in a dispute."""
        return self.filter(uitkomst=OverlegUitkomst.GESCHIL)


class Besluit(InWerkruimte):
    """What was decided on an item; `nummer` counts within the meeting ('2026-11-27/1')."""

    punt = models.ForeignKey(
        "records.Agendapunt", on_delete=models.CASCADE, related_name="besluiten"
    )
    nummer = models.CharField("nummer", max_length=40)
    tekst = models.TextField("besluit")
    toelichting = models.TextField("toelichting", blank=True)
    op = models.DateField("besloten op")
    uitkomst = models.CharField("uitkomst", max_length=20, choices=OverlegUitkomst.choices())
    zichtbaarheid = models.CharField(
        "zichtbaarheid",
        max_length=20,
        choices=Zichtbaarheid.choices(),
        default=Zichtbaarheid.PARTNERS,
    )
    gemaakt_op = models.DateTimeField("gemaakt op", auto_now_add=True)

    objects = BesluitQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        """A number names one decision in a werkruimte."""

        ordering: ClassVar[list[str]] = ["op", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["werkruimte", "nummer"], name="besluit_nummer_uniek")
        ]

    def __str__(self) -> str:
        """Return the text."""
        return self.tekst


class Standpuntregel(InWerkruimte):
    """What a partij thought of a decision."""

    besluit = models.ForeignKey(
        "records.Besluit", on_delete=models.CASCADE, related_name="standpunten"
    )
    partij = models.ForeignKey(
        "records.Partij", on_delete=models.PROTECT, related_name="standpunten"
    )
    standpunt = models.CharField("standpunt", max_length=20, choices=Standpunt.choices())
    toelichting = models.TextField("toelichting", blank=True)

    history = HistoricalRecords()

    class Meta:
        """A partij thinks one thing of a decision."""

        ordering: ClassVar[list[str]] = ["partij__naam", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["besluit", "partij"], name="standpunt_eenmaal")
        ]


class Geschilregel(InWerkruimte):
    """A step in a dispute: what was done on which day, what must follow before which day."""

    besluit = models.ForeignKey(
        "records.Besluit", on_delete=models.CASCADE, related_name="geschilregels"
    )
    stap = models.CharField("stap", max_length=20, choices=GeschilStap.choices())
    op = models.DateField("op")
    voor = models.DateField("uiterlijk", null=True, blank=True)
    toelichting = models.TextField("toelichting", blank=True)
    document = models.ForeignKey(
        "records.Document",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="geschilregels",
    )

    history = HistoricalRecords()

    class Meta:
        """Oldest first."""

        ordering: ClassVar[list[str]] = ["op", "id"]
