"""A party that takes part in an agenda: who signs, owns actions, receives money."""

from typing import ClassVar, Self

from django.db import models
from simple_history.models import HistoricalRecords

from openlea.core.agenda import Rol
from openlea.core.partij import PartijSoort
from openlea.storage.records.werkruimte import InWerkruimte


class PartijQuerySet(models.QuerySet["Partij"]):
    """Ways to read parties."""

    def of(self, werkruimte_id: int) -> Self:
        """Return the parties of one werkruimte."""
        return self.filter(werkruimte_id=werkruimte_id)

    def trekkers(self) -> Self:
        """Return the parties that pull an action."""
        return self.filter(betrokkenheden__rol=str(Rol.TREKKER)).distinct()


class Partij(InWerkruimte):
    """A municipality, school board, childcare organisation and so on, within one werkruimte."""

    code = models.CharField("code", max_length=40)
    naam = models.CharField("naam", max_length=160)
    soort = models.CharField("soort", max_length=30, choices=PartijSoort.choices())
    plaats = models.CharField("plaats", max_length=40, blank=True)

    objects = PartijQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        """A code names one party in a werkruimte."""

        ordering: ClassVar[list[str]] = ["naam"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["werkruimte", "code"], name="partij_code_uniek")
        ]

    def __str__(self) -> str:
        """Return the name."""
        return self.naam
