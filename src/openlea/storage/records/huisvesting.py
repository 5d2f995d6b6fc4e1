"""Buildings of schools, who uses them, what is asked for them and what is planned."""

from typing import ClassVar, Self, TypeVar

from django.db import models
from simple_history.models import HistoricalRecords

from openlea.core.agenda import Zichtbaarheid
from openlea.core.keuze import Keuze
from openlea.policy.rechten import Scope, reach
from openlea.storage.records.werkruimte import InWerkruimte

H = TypeVar("H", bound=InWerkruimte)


class HuisvestingQuerySet(models.QuerySet[H]):
    """Ways to read what is kept about buildings."""

    def of(self, werkruimte_id: int) -> Self:
        """Return those of one werkruimte."""
        return self.filter(werkruimte_id=werkruimte_id)

    def within(self, scope: Scope) -> Self:
        """Return those that a scope reaches."""
        return self.filter(zichtbaarheid__in=[str(one) for one in reach(scope)])


class _Zichtbaar(InWerkruimte):
    """What is kept about buildings says for whom it is."""

    zichtbaarheid = models.CharField(
        "zichtbaarheid",
        max_length=20,
        choices=Zichtbaarheid.choices(),
        default=Zichtbaarheid.PARTNERS,
    )

    class Meta:
        """No table of its own."""

        abstract = True


class GebouwQuerySet(HuisvestingQuerySet["Gebouw"]):
    """Ways to read this kind."""


class Gebouw(_Zichtbaar):
    """A building: gross floor area in m2, and what was measured about it.

    `fris` is the class of Frisse Scholen (A, B or C), `co2` the highest hour value in ppm,
    `energie` the energy label; `keuring` the day of the last inspection.
    """

    naam = models.CharField("naam", max_length=160)
    adres = models.CharField("adres", max_length=200, blank=True)
    pc4 = models.CharField("postcode", max_length=4, blank=True)
    bouwjaar = models.PositiveSmallIntegerField("bouwjaar", null=True, blank=True)
    bvo = models.DecimalField("bruto m²", max_digits=9, decimal_places=1, null=True, blank=True)
    gym = models.BooleanField("gymzaal of sporthal", default=False)
    fris = models.CharField("klasse Frisse Scholen", max_length=1, blank=True)
    co2 = models.PositiveIntegerField("hoogste CO₂ per uur, in ppm", null=True, blank=True)
    energie = models.CharField("energielabel", max_length=6, blank=True)
    toegankelijk = models.CharField("toegankelijkheid", max_length=20, blank=True)
    keuring = models.DateField("laatste keuring", null=True, blank=True)
    bron = models.CharField("waar dit staat", max_length=300, blank=True)

    objects = GebouwQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        """By name."""

        ordering: ClassVar[list[str]] = ["naam"]

    def __str__(self) -> str:
        """Return its name."""
        return self.naam


class GebouwgebruikQuerySet(HuisvestingQuerySet["Gebouwgebruik"]):
    """Ways to read this kind."""


class Gebouwgebruik(_Zichtbaar):
    """Who uses a building, and how much of it; `school` is empty for who is no school."""

    gebouw = models.ForeignKey(Gebouw, on_delete=models.CASCADE, related_name="gebruik")
    school = models.CharField("school", max_length=6, blank=True)
    naam = models.CharField("gebruiker", max_length=160)
    m2 = models.DecimalField("m² in gebruik", max_digits=9, decimal_places=1, null=True, blank=True)
    klokuren = models.DecimalField(
        "klokuren gym per week", max_digits=6, decimal_places=1, null=True, blank=True
    )

    objects = GebouwgebruikQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        """By name."""

        ordering: ClassVar[list[str]] = ["naam"]

    def __str__(self) -> str:
        """Return who it is."""
        return self.naam


class AanvraagStaat(Keuze):
    """How far an aanvraag for a voorziening is in the round of its year."""

    INGEDIEND = "ingediend", "Ingediend"
    ONVOLLEDIG = "onvolledig", "Moet worden aangevuld"
    PROGRAMMA = "programma", "Op het programma"
    OVERZICHT = "overzicht", "Op het overzicht (niet toegekend)"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


class HuisvestingsaanvraagQuerySet(HuisvestingQuerySet["Huisvestingsaanvraag"]):
    """Ways to read this kind."""


class Huisvestingsaanvraag(_Zichtbaar):
    """What a school board asked for in the round of a year; euros."""

    jaar = models.PositiveSmallIntegerField("programmajaar")
    soort = models.CharField("voorziening", max_length=40)
    gebouw = models.ForeignKey(
        Gebouw, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    partij = models.ForeignKey(
        "records.Partij", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    omschrijving = models.CharField("wat er gevraagd is", max_length=400)
    bedrag = models.DecimalField("bedrag", max_digits=14, decimal_places=2, null=True, blank=True)
    ingediend_op = models.DateField("ingediend op", null=True, blank=True)
    besloten_op = models.DateField("beschikking van", null=True, blank=True)
    reden = models.CharField("reden van weigeren", max_length=400, blank=True)
    staat = models.CharField(
        "staat", max_length=20, choices=AanvraagStaat.choices(), default=AanvraagStaat.INGEDIEND
    )

    objects = HuisvestingsaanvraagQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        """Newest year first."""

        ordering: ClassVar[list[str]] = ["-jaar", "omschrijving"]

    def __str__(self) -> str:
        """Return what was asked."""
        return self.omschrijving


class HuisvestingsprojectQuerySet(HuisvestingQuerySet["Huisvestingsproject"]):
    """Ways to read this kind."""


class Huisvestingsproject(_Zichtbaar):
    """A project of the IHP: which year, what kind, what it costs and who pays; euros."""

    naam = models.CharField("naam", max_length=160)
    soort = models.CharField("soort", max_length=40)
    gebouw = models.ForeignKey(
        Gebouw, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    actie = models.ForeignKey(
        "records.Actie", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    jaar = models.PositiveSmallIntegerField("jaar van oplevering")
    kosten = models.DecimalField("kosten", max_digits=14, decimal_places=2, null=True, blank=True)
    dekking = models.JSONField("wie wat betaalt", default=dict, blank=True)
    m2 = models.DecimalField("m² erbij", max_digits=9, decimal_places=1, null=True, blank=True)
    inclusief = models.JSONField("wat het inclusiever maakt", default=list, blank=True)
    fase = models.CharField("fase", max_length=20, default="plan")
    lost_op = models.CharField("wat het oplost", max_length=400, blank=True)
    bron = models.CharField("waar dit staat", max_length=300, blank=True)

    objects = HuisvestingsprojectQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        """The first year first."""

        ordering: ClassVar[list[str]] = ["jaar", "naam"]

    def __str__(self) -> str:
        """Return its name."""
        return self.naam
