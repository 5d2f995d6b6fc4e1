"""Which model of cooperation is in use per theme, who steers, and what werkruimten share."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from openlea.core.samenwerking import DelingStaat, Samenwerkingsmodel, Sturingsvorm
from openlea.storage.records.werkruimte import InWerkruimte


class Modelkeuze(InWerkruimte):
    """What model a partij says is in use on a theme, since which day and why; none: of all."""

    thema = models.CharField("thema", max_length=80)
    partij = models.ForeignKey(
        "records.Partij",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="modelkeuzes",
    )
    model = models.CharField("model", max_length=20, choices=Samenwerkingsmodel.choices())
    sinds = models.DateField("sinds")
    waarom = models.TextField("waarom", blank=True)
    gemaakt_op = models.DateTimeField("gemaakt op", auto_now_add=True)

    history = HistoricalRecords()

    class Meta:
        """Newest first; one word per partij, theme and day."""

        ordering: ClassVar[list[str]] = ["thema", "-sinds", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["werkruimte", "thema", "partij", "sinds"],
                condition=Q(partij__isnull=False),
                name="modelkeuze_eenmaal",
            ),
            models.UniqueConstraint(
                fields=["werkruimte", "thema", "sinds"],
                condition=Q(partij__isnull=True),
                name="modelkeuze_van_allen_eenmaal",
            ),
        ]


class Sturingskeuze(InWerkruimte):
    """What a group told of itself (a word per question), what that suggests, what it chose."""

    reeks = models.ForeignKey(
        "records.Overlegreeks",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="sturingskeuzes",
    )
    antwoorden = models.JSONField("antwoorden", default=dict)
    suggestie = models.CharField(
        "suggestie", max_length=30, choices=Sturingsvorm.choices(), blank=True
    )
    gekozen = models.CharField("gekozen", max_length=30, choices=Sturingsvorm.choices(), blank=True)
    waarom = models.TextField("waarom", blank=True)
    op = models.DateField("op")

    history = HistoricalRecords()

    class Meta:
        """Newest first."""

        ordering: ClassVar[list[str]] = ["-op", "-id"]


class Deling(InWerkruimte):
    """What one werkruimte shows another: offered by one side, agreed by the other, until revoked.

    `werkruimte` is the side that offers; nothing crosses before `staat` is aanvaard, nor outside
    its days. `speerpunten` are codes of the agenda; none for all that partners may see. `adres` is
    what was typed: an offer to an address that is of nobody is kept just the same (`met` is empty),
    so that offering tells nobody which werkruimten there are.
    """

    adres = models.SlugField(
        "adres van de andere werkruimte", max_length=60, default="", db_index=False
    )
    met = models.ForeignKey(
        "records.Werkruimte",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="ontvangen_delingen",
    )
    waarom = models.TextField("waarom", blank=True)
    speerpunten = models.JSONField("speerpunten", default=list, blank=True)
    van = models.DateField("van")
    tot = models.DateField("tot en met", null=True, blank=True)
    staat = models.CharField(
        "staat", max_length=20, choices=DelingStaat.choices(), default=DelingStaat.AANGEBODEN
    )
    aangeboden_door = models.ForeignKey(
        "records.Persoon", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    beslist_door = models.ForeignKey(
        "records.Persoon", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    beslist_op = models.DateTimeField("beslist op", null=True, blank=True)
    gemaakt_op = models.DateTimeField("gemaakt op", auto_now_add=True)

    history = HistoricalRecords()

    class Meta:
        """Newest first; with another werkruimte, in days that follow each other."""

        ordering: ClassVar[list[str]] = ["-gemaakt_op", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")), name="deling_van_tot"
            ),
            models.CheckConstraint(
                condition=~Q(werkruimte=F("met")), name="deling_niet_met_zichzelf"
            ),
        ]
