"""The people of a werkruimte per partij, and the partijen that nobody speaks for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from openlea.policy.actualiteit import ENDED, answering
from openlea.policy.rechten import Actor, LidRol, Scope
from openlea.storage.records.as_values import agenda_values, sight_of
from openlea.storage.records.models import Agenda as AgendaRecord
from openlea.storage.records.models import Lidmaatschap, Partij


@dataclass(frozen=True, slots=True)
class Mens:
    """A member as shown: the role in words, and whether it holds, is away or has ended."""

    lid: Lidmaatschap
    rol: str
    is_weg: bool
    is_voorbij: bool
    is_uitgenodigd: bool
    vragen: int


@dataclass(frozen=True, slots=True)
class Groep:
    """A partij with its people; without a name those who belong to none."""

    naam: str
    mensen: tuple[Mens, ...]


@dataclass(frozen=True, slots=True)
class Stil:
    """A partij that nobody speaks for, by its code and name."""

    code: str
    naam: str


def people(actor: Actor, scope: Scope, today: date) -> tuple[Groep, ...]:
    """Return the people that a scope reaches, per partij by name; ended ones come last."""
    found = reachable(actor, scope).annotate(
        vragen=Count("verzoeken", filter=Q(verzoeken__staat="open"))
    )
    mensen = [_mens(one, today) for one in found]
    per_partij: dict[str, list[Mens]] = {}
    for mens in mensen:
        naam = mens.lid.partij.naam if mens.lid.partij else ""
        per_partij.setdefault(naam, []).append(mens)
    return tuple(
        Groep(naam, tuple(sorted(group, key=lambda one: one.is_voorbij)))
        for naam, group in sorted(per_partij.items(), key=lambda item: (not item[0], item[0]))
    )


def reachable(actor: Actor, scope: Scope) -> "QuerySet[Lidmaatschap]":
    """Return the memberships that a scope reaches: all, or those of the own partij."""
    found = Lidmaatschap.objects.of(actor.werkruimte).select_related("vervanger__persoon")
    if scope is Scope.EIGEN_PARTIJ:
        return found.filter(Q(partij_id=actor.partij or 0) | Q(pk=actor.lid or 0))
    return found


def silent_partijen(actor: Actor, groepen: Iterable[Groep]) -> tuple[list[Stil], list[Stil]]:
    """Return the partijen without anybody: first those that an action asks, then the rest."""
    spoken = {groep.naam for groep in groepen if any(not mens.is_voorbij for mens in groep.mensen)}
    record = AgendaRecord.objects.current(actor.werkruimte)
    acties = agenda_values(record, sight_of(actor)).acties if record else ()
    asked = {code for one in acties if one.staat not in ENDED for code in answering(one)}
    names = Partij.objects.of(actor.werkruimte).taking_part().order_by("naam")
    silent = [Stil(one.code, one.naam) for one in names if one.naam not in spoken]
    return [one for one in silent if one.code in asked], [
        one for one in silent if one.code not in asked
    ]


def _mens(one: Lidmaatschap, today: date) -> Mens:
    away = bool(one.weg_van and one.weg_tot and one.weg_van <= today <= one.weg_tot)
    return Mens(
        lid=one,
        rol=LidRol(one.rol).label,
        is_weg=away,
        is_voorbij=one.tot is not None and one.tot < today,
        is_uitgenodigd=not one.persoon.has_usable_password(),
        vragen=int(getattr(one, "vragen", 0)),
    )
