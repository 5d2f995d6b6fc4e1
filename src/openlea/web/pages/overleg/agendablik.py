"""An agenda as a page shows it: items in their parts, when each begins, and their papers."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time

from django.db.models import QuerySet

from openlea.core.overleg import PuntStaat
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.policy.vergaderplanning import Agendatijd, agenda_time, starts
from openlea.services.overleg.brief import GEDEELD, moment_of
from openlea.storage.records.models import (
    Actie,
    Agendapunt,
    Agendastuk,
    Document,
    Vergadering,
)
from openlea.storage.records.scope import acties_within, documents_within
from openlea.storage.records.scope_overleg import punten_within


@dataclass(frozen=True, slots=True, kw_only=True)
class Puntrij:
    """An item on an agenda, with when it begins and its papers."""

    record: Agendapunt
    begint: time | None
    stukken: tuple[Agendastuk, ...] = ()
    naar: Agendapunt | None = None
    ziet_actie: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Agendablik:
    """An agenda in its parts, and how it fits in the time there is."""

    delen: tuple[tuple[str, tuple[Puntrij, ...]], ...]
    tijd: Agendatijd
    vervallen: tuple[Agendapunt, ...] = field(default=())

    @property
    def aantal(self) -> int:
        """Return how many items stand on it."""
        return sum(len(rows) for _, rows in self.delen)


def agenda_sight(actor: Actor, vergadering: Vergadering, today: date) -> Agendablik:
    """Return the items of a meeting that an actor may see, in their parts and with their papers."""
    every = Agendapunt.objects.of(actor.werkruimte).filter(vergadering=vergadering)
    seen = punten_within(every, actor.scope(Noun.OVERLEG, Verb.ZIEN), actor, today)
    punten = list(seen.select_related("komt_van__vergadering").order_by("volgorde", "id"))
    papers = _papers(Agendastuk.objects.filter(punt__in=[one.pk for one in punten]), actor)
    asked = Actie.objects.filter(pk__in=[one.actie_id for one in punten if one.actie_id])
    acties = acties_within(asked, actor.scope(Noun.ACTIE, Verb.ZIEN), actor)
    onward, visible = _onward(actor, punten, today), set(acties.values_list("pk", flat=True))
    return lay_out(vergadering, punten, papers, onward, visible)


def shared_sight(vergadering: Vergadering) -> Agendablik:
    """Return the items and papers of a meeting that are shared outside the municipality."""
    shared = {"zichtbaarheid__in": GEDEELD}
    every = Agendapunt.objects.of(vergadering.werkruimte_id).filter(vergadering=vergadering)
    punten = list(every.filter(**shared).order_by("volgorde", "id"))
    papers: dict[int, list[Agendastuk]] = defaultdict(list)
    for one in _shared_papers(vergadering).filter(punt__in=[one.pk for one in punten]):
        papers[one.punt_id].append(one)
    return lay_out(vergadering, punten, papers, {})


def shared_stuk(vergadering: Vergadering, nummer: int) -> Agendastuk | None:
    """Return a shared paper of a shared item of a meeting; None for any other."""
    return _shared_papers(vergadering).filter(pk=nummer).first()


def _shared_papers(vergadering: Vergadering) -> "QuerySet[Agendastuk]":
    shared = Agendastuk.objects.filter(
        punt__vergadering=vergadering,
        punt__zichtbaarheid__in=GEDEELD,
        document__zichtbaarheid__in=GEDEELD,
    )
    hidden = str(PuntStaat.VERVALLEN)
    return shared.exclude(punt__staat=hidden).select_related("document").order_by("id")


def lay_out(
    vergadering: Vergadering,
    punten: Iterable[Agendapunt],
    papers: Mapping[int, list[Agendastuk]],
    onward: Mapping[int, Agendapunt],
    acties: Container[int | None] = (),
) -> Agendablik:
    """Return items in their parts, each with when it begins."""
    gone = str(PuntStaat.VERVALLEN)
    every = list(punten)
    shown = [one for one in every if one.staat != gone]
    minutes = [one.minuten for one in shown]
    rows = [
        Puntrij(
            record=one,
            begint=begin,
            stukken=tuple(papers.get(one.pk, ())),
            naar=onward.get(one.pk),
            ziet_actie=one.actie_id in acties,
        )
        for one, begin in zip(shown, starts(vergadering.van, minutes), strict=True)
    ]
    return Agendablik(
        delen=tuple(_parts(rows)),
        tijd=agenda_time(minutes, moment_of(vergadering)),
        vervallen=tuple(one for one in every if one.staat == gone),
    )


def _parts(rows: Iterable[Puntrij]) -> Iterator[tuple[str, tuple[Puntrij, ...]]]:
    """Yield each stretch of items under one heading, in the order of the agenda."""
    name, held = "", list[Puntrij]()
    for row in rows:
        if held and row.record.sectie != name:
            yield name, tuple(held)
            held = []
        name = row.record.sectie
        held.append(row)
    if held:
        yield name, tuple(held)


def _papers(every: "QuerySet[Agendastuk]", actor: Actor) -> Mapping[int, list[Agendastuk]]:
    found: dict[int, list[Agendastuk]] = defaultdict(list)
    seen = documents_within(
        Document.objects.all(), actor.scope(Noun.DOCUMENT, Verb.ZIEN), actor
    ).values("pk")
    papers = every.filter(document__in=seen)
    for one in papers.select_related("document").order_by("id"):
        found[one.punt_id].append(one)
    return found


def _onward(actor: Actor, punten: list[Agendapunt], today: date) -> Mapping[int, Agendapunt]:
    """Return by number where an item that was carried over went on."""
    every = Agendapunt.objects.of(actor.werkruimte).filter(komt_van__in=[one.pk for one in punten])
    seen = punten_within(every, actor.scope(Noun.OVERLEG, Verb.ZIEN), actor, today)
    return {one.komt_van_id: one for one in seen if one.komt_van_id is not None}
