"""A round in which children get a place at a school: rules, places, what is public, trials.

Nothing here is about a single child: applications and outcomes lie in the vault, as a delivery.
"""

from typing import ClassVar, Self

from django.db import models
from simple_history.models import HistoricalRecords

from openlea.core.agenda import Zichtbaarheid
from openlea.policy.rechten import Scope, reach
from openlea.storage.records.werkruimte import InWerkruimte

VERZONNEN = "verzonnen"
"""What a delivery says of its numbers when the children were made up."""


class PlaatsingsrondeQuerySet(models.QuerySet["Plaatsingsronde"]):
    """Ways to read rounds."""

    def of(self, werkruimte_id: int) -> Self:
        """Return the rounds of one werkruimte, newest first."""
        found = self.filter(werkruimte_id=werkruimte_id)
        return found.select_related("aanmeldingen", "uitkomsten").order_by("-schooljaar", "-id")

    def within(self, scope: Scope) -> Self:
        """Return the rounds that a scope reaches."""
        return self.filter(zichtbaarheid__in=[str(one) for one in reach(scope)])

    def held(self) -> Self:
        """Return them held for a change, inside a transaction; what they point to isn't held."""
        return self.select_for_update(of=("self",), no_key=True)


class Plaatsingsronde(InWerkruimte):
    """One round; how far it is, the moments say: promised, placed, made public.

    `regels` is the profile as TOML and `regels_naam` where it came from; `plekken` are the places
    as the file of schools gave them (id, naam, capaciteit, pc4, gebied, adviezen). `aanmeldingen`
    and `uitkomsten` are deliveries in the vault. `geheim` (salt and key of the seals) is encrypted.
    `vastlegging` is the promise in hex, `zaad` the public text of the day, `kerngetallen` the
    counts of the whole.
    """

    naam = models.CharField("naam", max_length=120)
    schooljaar = models.CharField("schooljaar", max_length=9)
    zichtbaarheid = models.CharField(
        "zichtbaarheid",
        max_length=20,
        choices=Zichtbaarheid.choices(),
        default=Zichtbaarheid.INTERN,
    )
    regels_naam = models.CharField("naam van de regels", max_length=120, blank=True)
    regels = models.TextField("regels", blank=True)
    plekken = models.JSONField("plekken", default=list, blank=True)
    aanmeldingen = models.ForeignKey(
        "records.Aanlevering", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    uitkomsten = models.ForeignKey(
        "records.Aanlevering", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    geheim = models.TextField("zout en zegelsleutel, versleuteld", blank=True)
    loting_op = models.DateField("dag van de loting", null=True, blank=True)
    vastlegging = models.CharField("vastlegging", max_length=64, blank=True)
    vastgelegd_op = models.DateTimeField("vastgelegd op", null=True, blank=True)
    zaad = models.CharField("openbare tekst van de dag", max_length=500, blank=True)
    geplaatst_op = models.DateTimeField("geplaatst op", null=True, blank=True)
    kerngetallen = models.JSONField("kerngetallen", null=True, blank=True)
    bekend_op = models.DateTimeField("openbaar gemaakt op", null=True, blank=True)
    door = models.ForeignKey(
        "records.Persoon", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    gemaakt_op = models.DateTimeField("gemaakt op", auto_now_add=True)

    objects = PlaatsingsrondeQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["geheim"])

    class Meta:
        """A name is used once in a year."""

        ordering: ClassVar[list[str]] = ["-schooljaar", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["werkruimte", "schooljaar", "naam"], name="plaatsingsronde_naam_uniek"
            )
        ]

    def __str__(self) -> str:
        """Return its name and year."""
        return f"{self.naam} {self.schooljaar}"

    @property
    def is_verzonnen(self) -> bool:
        """Return whether its children were made up, to try; also after they were erased."""
        kept = self.aanmeldingen.kolommen if self.aanmeldingen else []
        return any(kolom.get("wat") == VERZONNEN for kolom in kept)


class Plaatsingsstuk(InWerkruimte):
    """A public piece of a round, such as the register or a table; `inhoud` is base64."""

    ronde = models.ForeignKey(
        "records.Plaatsingsronde", on_delete=models.CASCADE, related_name="stukken"
    )
    naam = models.CharField("naam", max_length=80)
    inhoud = models.TextField("inhoud (base64)")
    sha256 = models.CharField("sha-256 van de inhoud", max_length=64)

    class Meta:
        """A name is one piece."""

        ordering: ClassVar[list[str]] = ["naam"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["ronde", "naam"], name="plaatsingsstuk_naam_uniek")
        ]

    def __str__(self) -> str:
        """Return its name."""
        return self.naam


class Plaatsingsproef(InWerkruimte):
    """What the laboratory found: many lotteries under several rules, with seed and data version."""

    ronde = models.ForeignKey(
        "records.Plaatsingsronde", on_delete=models.CASCADE, related_name="proeven"
    )
    lotingen = models.PositiveIntegerField("aantal lotingen")
    zaad = models.BigIntegerField("zaad")
    gegevens = models.CharField("sha-256 van plekken, regels en aanmeldingen", max_length=64)
    uitkomst = models.JSONField("uitkomst")
    door = models.ForeignKey(
        "records.Persoon", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    gemaakt_op = models.DateTimeField("gemaakt op", auto_now_add=True)

    class Meta:
        """Newest first."""

        ordering: ClassVar[list[str]] = ["-gemaakt_op", "-id"]

    def __str__(self) -> str:
        """Return how many lotteries it tried."""
        return f"{self.lotingen} lotingen"
