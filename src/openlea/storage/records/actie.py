"""An action: what will be done, by whom, for whom, and how it goes."""

from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from openlea.core.agenda import ActieStaat, Rol, Schaal, VerwijzingSoort, Zichtbaarheid
from openlea.storage.records.werkruimte import InWerkruimte

if TYPE_CHECKING:
    from openlea.storage.records.agenda import Agenda


class ActieQuerySet(models.QuerySet["Actie"]):
    """Ways to read actions."""

    def of_agenda(self, agenda: "Agenda") -> Self:
        """Return the actions of an agenda in printed order."""
        return self.filter(agenda=agenda)

    def with_story(self) -> Self:
        """Return actions with everything their page and the tree show, in a fixed few queries."""
        return self.select_related(
            "speerpunt__ambitie", "werkgroep", "samengevoegd_met", "opgevolgd_door"
        ).prefetch_related("betrokkenen__partij", "verwijzingen", "voortgang__door")


class Actie(InWerkruimte):
    """Something that will be done; ages in years, both included."""

    agenda = models.ForeignKey("records.Agenda", on_delete=models.CASCADE, related_name="acties")
    speerpunt = models.ForeignKey(
        "records.Speerpunt", on_delete=models.PROTECT, related_name="acties"
    )
    code = models.CharField("code", max_length=20)
    naam = models.CharField("naam", max_length=300)
    omschrijving = models.TextField("omschrijving", blank=True)
    schaal = models.CharField(
        "schaal", max_length=20, choices=Schaal.choices(), default=Schaal.LOKAAL
    )
    doelgroep = models.CharField("doelgroep", max_length=200, blank=True)
    leeftijd_van = models.PositiveSmallIntegerField("leeftijd van", null=True, blank=True)
    leeftijd_tot = models.PositiveSmallIntegerField("leeftijd tot en met", null=True, blank=True)
    van = models.DateField("begint op", null=True, blank=True)
    tot = models.DateField("eindigt op", null=True, blank=True)
    werkgroep = models.ForeignKey(
        "records.Werkgroep", on_delete=models.SET_NULL, null=True, blank=True, related_name="acties"
    )
    staat = models.CharField(
        "staat", max_length=20, choices=ActieStaat.choices(), default=ActieStaat.ONBEKEND
    )
    staat_reden = models.TextField("reden", blank=True)
    samengevoegd_met = models.ForeignKey(
        "records.Actie", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    opgevolgd_door = models.ForeignKey(
        "records.Actie", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    zichtbaarheid = models.CharField(
        "zichtbaarheid",
        max_length=20,
        choices=Zichtbaarheid.choices(),
        default=Zichtbaarheid.PARTNERS,
    )
    bijgewerkt_op = models.DateField("laatst gemeld op", null=True, blank=True)
    volgorde = models.PositiveIntegerField("volgorde", default=0)

    objects = ActieQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        """In printed order; a code names one action; ages and dates run forward."""

        ordering: ClassVar[list[str]] = ["volgorde", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["agenda", "code"], name="actie_code_uniek"),
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(van__isnull=True) | Q(tot__gte=F("van")),
                name="actie_periode",
            ),
        ]

    def __str__(self) -> str:
        """Return code and name."""
        return f"{self.code} {self.naam}"


class Betrokkenheid(InWerkruimte):
    """A partij in an action, with a role, and the words that justify it."""

    actie = models.ForeignKey("records.Actie", on_delete=models.CASCADE, related_name="betrokkenen")
    partij = models.ForeignKey(
        "records.Partij", on_delete=models.PROTECT, related_name="betrokkenheden"
    )
    lid = models.ForeignKey(
        "records.Lidmaatschap", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    rol = models.CharField("rol", max_length=20, choices=Rol.choices())
    toelichting = models.TextField("toelichting", blank=True)
    volgorde = models.PositiveIntegerField("volgorde", default=0)

    history = HistoricalRecords()

    class Meta:
        """A partij has one role in an action."""

        ordering: ClassVar[list[str]] = ["volgorde", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["actie", "partij"], name="betrokkenheid_uniek")
        ]


class Verwijzing(InWerkruimte):
    """A pointer by id from an action to an indicator, duty, intervention or document."""

    actie = models.ForeignKey(
        "records.Actie", on_delete=models.CASCADE, related_name="verwijzingen"
    )
    soort = models.CharField("soort", max_length=20, choices=VerwijzingSoort.choices())
    naar = models.CharField("naar", max_length=300)
    toelichting = models.TextField("toelichting", blank=True)
    document = models.ForeignKey(
        "records.Document", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    volgorde = models.PositiveIntegerField("volgorde", default=0)

    history = HistoricalRecords()

    class Meta:
        """In the order of the agenda."""

        ordering: ClassVar[list[str]] = ["volgorde", "id"]
