"""A key with which another program reads; only its hash and its first letters are kept."""

from typing import Self

from django.db import models

from openlea.policy.rechten import LidRol
from openlea.storage.records.werkruimte import InWerkruimte


class SleutelQuerySet(models.QuerySet["Sleutel"]):
    """Ways to read keys."""

    def of(self, werkruimte_id: int) -> Self:
        """Return the keys of one werkruimte with who made them, newest first."""
        return self.filter(werkruimte_id=werkruimte_id).with_lid().order_by("-gemaakt_op", "-id")

    def with_lid(self) -> Self:
        """Return keys with the membership that they act as."""
        return self.select_related("lid__persoon")


class Sleutel(InWerkruimte):
    """One key: it reads as `lid`, never more than `rol`, until and including a day.

    `begin` are its first letters, to tell it from another; `kenmerk` is the hash of the whole.
    """

    naam = models.CharField("waarvoor", max_length=120)
    begin = models.CharField("eerste tekens", max_length=16)
    kenmerk = models.CharField("hash van de sleutel", max_length=64, unique=True)
    lid = models.ForeignKey(
        "records.Lidmaatschap", on_delete=models.CASCADE, related_name="sleutels"
    )
    rol = models.CharField("leest als", max_length=30, choices=LidRol.choices())
    geldig_tot = models.DateField("geldig tot en met")
    gebruikt_op = models.DateField("laatst gebruikt op", null=True, blank=True)
    ingetrokken_op = models.DateTimeField("ingetrokken op", null=True, blank=True)
    gemaakt_op = models.DateTimeField("gemaakt op", auto_now_add=True)

    objects = SleutelQuerySet.as_manager()

    def __str__(self) -> str:
        """Return what it is for."""
        return self.naam
