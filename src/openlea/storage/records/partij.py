"""A party that takes part in an agenda: who signs, owns actions, receives money."""

from functools import reduce
from operator import or_
from typing import ClassVar, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from simple_history.models import HistoricalRecords

from openlea.core.agenda import Rol
from openlea.core.partij import PartijSoort
from openlea.storage.records.werkruimte import InWerkruimte


class PartijQuerySet(models.QuerySet["Partij"]):
    """Ways to read parties."""

    def of(self, werkruimte_id: int) -> Self:
        """Return the parties of one werkruimte."""
        return self.filter(werkruimte_id=werkruimte_id)

    def taking_part(self) -> Self:
        """Return the parties of the agenda: put there by a person, or named somewhere in it.

        What a start found in public tables is left out until somebody gives it something to do.
        """
        return self.filter(reduce(or_, _named_somewhere(), Q(uit_bron=False)))

    def found_only(self) -> Self:
        """Return the parties that a start found in public tables, and that nobody named yet."""
        return self.filter(uit_bron=True).exclude(reduce(or_, _named_somewhere()))

    def trekkers(self) -> Self:
        """Return the parties that pull an action."""
        return self.filter(betrokkenheden__rol=str(Rol.TREKKER)).distinct()


class Partij(InWerkruimte):
    """A municipality, school board, childcare organisation and so on, within one werkruimte.

    `uit_bron` says that it was found in public tables when the werkruimte was started.
    """

    code = models.CharField("code", max_length=40)
    naam = models.CharField("naam", max_length=160)
    soort = models.CharField("soort", max_length=30, choices=PartijSoort.choices())
    plaats = models.CharField("plaats", max_length=40, blank=True)
    uit_bron = models.BooleanField("gevonden in openbare bronnen", default=False)

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


def _named_somewhere() -> list[Q]:
    """Return per kind of record that can name a party, whether one names it."""
    told = (field for field in Partij._meta.get_fields(include_hidden=True) if field.is_relation)  # noqa: SLF001
    points = [
        one
        for one in told
        if isinstance(one, models.ManyToOneRel)
        and not getattr(one.related_model, "FROM_LAW_ALONE", False)
    ]
    return [
        Q(Exists(one.related_model._default_manager.filter(**{one.field.name: OuterRef("pk")})))  # noqa: SLF001
        for one in points
        if not hasattr(one.related_model, "history_id")
    ]
