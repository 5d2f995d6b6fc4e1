"""A secret address that gives a calendar program the tasks; only its hash is kept."""

from typing import Self

from django.db import models

from openlea.storage.records.werkruimte import InWerkruimte


class KalenderadresQuerySet(models.QuerySet["Kalenderadres"]):
    """Ways to read addresses."""

    def of(self, werkruimte_id: int) -> Self:
        """Return the addresses of one werkruimte, newest first."""
        found = self.filter(werkruimte_id=werkruimte_id)
        return found.select_related("lid__persoon", "partij").order_by("-gemaakt_op", "-id")

    def with_lid(self) -> Self:
        """Return addresses with the membership that they read as, and of which partij."""
        return self.select_related("lid__persoon", "partij", "werkruimte")

    def standing(self) -> Self:
        """Return those that were not withdrawn."""
        return self.filter(ingetrokken_op__isnull=True)


class Kalenderadres(InWerkruimte):
    """One address: it shows what its lid may see, of one partij, or of the whole werkruimte.

    It holds no longer than the lidmaatschap. `begin` are its first letters, to tell it apart.
    """

    lid = models.ForeignKey(
        "records.Lidmaatschap", on_delete=models.CASCADE, related_name="kalenderadressen"
    )
    partij = models.ForeignKey(
        "records.Partij",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="kalenderadressen",
    )
    naam = models.CharField("waarvoor", max_length=120)
    begin = models.CharField("eerste tekens", max_length=16)
    kenmerk = models.CharField("hash van het adres", max_length=64, unique=True)
    gebruikt_op = models.DateField("laatst gebruikt op", null=True, blank=True)
    ingetrokken_op = models.DateTimeField("ingetrokken op", null=True, blank=True)
    gemaakt_op = models.DateTimeField("gemaakt op", auto_now_add=True)

    objects = KalenderadresQuerySet.as_manager()

    def __str__(self) -> str:
        """Return what it is for."""
        return self.naam
