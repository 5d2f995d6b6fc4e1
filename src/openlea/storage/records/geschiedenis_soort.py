"""Which records have a history that is shown, which fields of it, and to whom."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Field, ManyToManyField, Model, Q

from openlea.policy.rechten import Actor, Scope, reach
from openlea.storage.records import models as records
from openlea.storage.records.scope import acties_within

Name = Callable[[type[Model], int | None], str]
HIDDEN = frozenset(
    {"id", "werkruimte", "agenda", "versie", "volgorde", "gemaakt_op", "bijgewerkt_op", "door"}
)
"""What the machine keeps for itself says nothing of the agenda."""


@dataclass(frozen=True)
class Soort:
    """A kind of record in the history.

    `actie` is the path from its history to the action it belongs to, `agenda` to its agenda, and
    `zichtbaar` says that the row itself carries who may see it. A record of another kind than the
    tree (`inside`) is shown only to who may see everything.
    """

    naam: str
    model: Any
    title: Callable[[Any, Name], str]
    agenda: str = "agenda"
    actie: str = ""
    zichtbaar: bool = False
    inside: bool = False
    tells_itself: bool = False

    @cached_property
    def fields(self) -> "list[Field[Any, Any]]":
        """Return the fields that are shown, in the order of the record."""
        return [one for one in self.model._meta.concrete_fields if one.name not in HIDDEN]  # noqa: SLF001

    @cached_property
    def lists(self) -> "list[ManyToManyField[Any, Any]]":
        """Return the fields that name several others, such as who signed; the history keeps all."""
        return [one for one in self.model._meta.many_to_many if hasattr(self.history, one.name)]  # noqa: SLF001

    @property
    def history(self) -> Any:
        """Return the kind of the rows of the history."""
        return self.model.history.model

    @cached_property
    def pointers(self) -> "list[Field[Any, Any]]":
        """Return the fields that point to another record, shown or named in the title."""
        return [
            one
            for one in self.model._meta.concrete_fields  # noqa: SLF001
            if one.related_model and one.name not in ("werkruimte", "agenda", "door")
        ]

    def of_actie(self, pk: int) -> Q:
        """Return which rows of the history belong to one action; none when the kind has none."""
        return Q(**{self.actie: pk}) if self.actie else Q(pk__in=[])

    def seen(self, agenda: "records.Agenda", scope: Scope, actor: Actor) -> Q:
        """Return which rows of the history of an agenda a scope reaches."""
        within = Q(werkruimte_id=actor.werkruimte)
        if self.agenda:
            within &= Q(**{self.agenda: agenda.pk})
        if scope is Scope.ALLES:
            return within
        if self.inside:
            return Q(pk__in=[])
        if self.zichtbaar:
            within &= Q(zichtbaarheid__in=[str(one) for one in reach(scope)])
        if self.actie:
            every = records.Actie.objects.filter(agenda=agenda)
            seen = acties_within(every, scope, actor).values("pk")
            within &= Q(**{f"{self.actie}__in": seen}) | Q(**{f"{self.actie}__isnull": True})
        return within


def _own(row: Any, _name: Name) -> str:
    return f"{row.code} {row.naam}"


def _bij(word: str) -> Callable[[Any, Name], str]:
    return lambda row, name: f"{word} {name(records.Actie, row.actie_id)}"


SOORTEN: tuple[Soort, ...] = (
    Soort("Agenda", records.Agenda, lambda row, _: row.titel, agenda="id"),
    Soort("Ambitie", records.Ambitie, _own),
    Soort("Speerpunt", records.Speerpunt, _own),
    Soort("Werkgroep", records.Werkgroep, lambda row, _: row.naam),
    Soort("Actie", records.Actie, _own, actie="id", zichtbaar=True, tells_itself=True),
    Soort(
        "Betrokken partij",
        records.Betrokkenheid,
        lambda row, name: (
            f"{name(records.Partij, row.partij_id)} bij {name(records.Actie, row.actie_id)}"
        ),
        agenda="actie__agenda",
        actie="actie",
        tells_itself=True,
    ),
    Soort(
        "Verwijzing",
        records.Verwijzing,
        _bij("Verwijzing bij"),
        agenda="actie__agenda",
        actie="actie",
    ),
    Soort(
        "Melding",
        records.Voortgang,
        _bij("Melding bij"),
        agenda="actie__agenda",
        actie="actie",
    ),
    Soort(
        "Opmerking",
        records.Opmerking,
        _bij("Opmerking bij"),
        agenda="actie__agenda",
        actie="actie",
        zichtbaar=True,
    ),
    Soort(
        "Streefwaarde",
        records.Streefwaarde,
        lambda row, _: f"{row.code} {row.maat}",
        actie="actie",
        tells_itself=True,
    ),
    Soort(
        "Waarde per jaar",
        records.Jaarwaarde,
        lambda row, name: f"{name(records.Streefwaarde, row.streefwaarde_id)}, {row.jaar}",
        agenda="streefwaarde__agenda",
        actie="streefwaarde__actie",
        tells_itself=True,
    ),
    Soort("Geldstroom", records.Geldstroom, lambda row, _: row.naam),
    Soort(
        "Geldstroom per jaar",
        records.Stroombedrag,
        lambda row, name: f"{name(records.Geldstroom, row.geldstroom_id)}, {row.jaar}",
        agenda="geldstroom__agenda",
    ),
    Soort("Begrotingspost", records.Begrotingspost, lambda row, _: row.omschrijving, actie="actie"),
    Soort(
        "Bedrag per jaar",
        records.Postbedrag,
        lambda row, name: f"{name(records.Begrotingspost, row.post_id)}, {row.jaar}",
        agenda="post__agenda",
        actie="post__actie",
    ),
    Soort(
        "Begrotingswijziging",
        records.Begrotingswijziging,
        lambda row, name: f"{name(records.Begrotingspost, row.post_id)}, {row.jaar}",
        agenda="post__agenda",
        actie="post__actie",
    ),
    Soort(
        "Boeking",
        records.Boeking,
        lambda row, name: f"{name(records.Begrotingspost, row.post_id)}, {row.jaar}",
        agenda="post__agenda",
        inside=True,
    ),
    Soort("Subsidie", records.Subsidie, lambda row, _: row.kenmerk, inside=True),
    Soort("Doel", records.Doel, _own),
    Soort("Indicator", records.Indicator, _own),
    Soort("Verband", records.Verband, lambda row, _: f"{row.van} naar {row.naar}", inside=True),
)
