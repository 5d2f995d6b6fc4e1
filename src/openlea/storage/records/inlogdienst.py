"""The sign-in services of organisations, and which claim gives which role in a werkruimte."""

from typing import ClassVar, Self

from django.db import models
from simple_history.models import HistoricalRecords

from openlea.policy.rechten import LidRol
from openlea.storage.records.werkruimte import InWerkruimte


class Inlogdienst(models.Model):
    """One OpenID Connect provider of this installation: a municipality's or a schoolbestuur's own.

    `geheim` is encrypted with a key that lies outside the database. `domeinen` are the domains,
    with commas, for whose e-mail addresses this provider may speak: only then does it open an
    account that exists already. `tweede_factor` says that the provider itself asks a second factor.
    """

    slug = models.SlugField("adres", max_length=40, unique=True)
    naam = models.CharField("naam", max_length=120)
    issuer = models.CharField("issuer", max_length=300)
    client_id = models.CharField("client-id", max_length=200)
    geheim = models.TextField("geheim, versleuteld", blank=True)
    domeinen = models.CharField("domeinen", max_length=400, blank=True)
    tweede_factor = models.BooleanField("vraagt zelf een tweede factor", default=False)
    is_aan = models.BooleanField("staat aan", default=True)
    versie = models.PositiveIntegerField("versie", default=1)
    gemaakt_op = models.DateTimeField("gemaakt op", auto_now_add=True)

    history = HistoricalRecords(excluded_fields=["geheim"])

    class Meta:
        """By name."""

        ordering: ClassVar[list[str]] = ["naam"]

    def __str__(self) -> str:
        """Return the name."""
        return self.naam


class InlogregelQuerySet(models.QuerySet["Inlogregel"]):
    """Ways to read rules."""

    def of(self, werkruimte_id: int) -> Self:
        """Return the rules of one werkruimte, with provider and partij."""
        return self.filter(werkruimte_id=werkruimte_id).select_related("dienst", "partij")

    def of_dienst(self, slug: str) -> Self:
        """Return the rules of one provider, over all werkruimten."""
        return self.filter(dienst__slug=slug).select_related("werkruimte", "partij")


class Inlogregel(InWerkruimte):
    """Whose claim holds this value is a member in this role; an empty claim means everybody."""

    dienst = models.ForeignKey(
        "records.Inlogdienst", on_delete=models.CASCADE, related_name="regels"
    )
    claim = models.CharField("claim", max_length=80, blank=True)
    waarde = models.CharField("waarde", max_length=200, blank=True)
    rol = models.CharField("rol", max_length=30, choices=LidRol.choices())
    partij = models.ForeignKey(
        "records.Partij", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )

    objects = InlogregelQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        """By provider, in the order of making."""

        ordering: ClassVar[list[str]] = ["dienst__naam", "id"]

    def __str__(self) -> str:
        """Return what gives which role."""
        wie = f"{self.claim} = {self.waarde}" if self.claim else "iedereen"
        return f"{wie}: {LidRol(self.rol).label}"
