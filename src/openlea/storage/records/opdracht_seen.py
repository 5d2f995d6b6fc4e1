"""Assignments and proposals as far as somebody may see them, and the items they came to."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from openlea.core.opdracht import OpdrachtStaat, VoorstelStaat
from openlea.policy.opdracht import Opdrachtkant
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.storage.records.agendapunt import Agendapunt
from openlea.storage.records.opdracht import Opdracht, Voorstel
from openlea.storage.records.overleg import Overlegreeks, Reekslid
from openlea.storage.records.scope_overleg import (
    led_by,
    opdrachten_within,
    punten_within,
    reeksen_within,
)


@dataclass(frozen=True, slots=True)
class Opdrachtplek:
    """In which series somebody speaks as the giver, and in which as the werkgroep."""

    overal: bool
    geeft: frozenset[int]
    werkt: frozenset[int]

    def sides(self, opdracht: Opdracht) -> frozenset[Opdrachtkant]:
        """Return on which sides of an assignment somebody stands."""
        found = set[Opdrachtkant]()
        if self.overal or opdracht.opdrachtgever_id in self.geeft:
            found.add(Opdrachtkant.GEVER)
        if self.overal or opdracht.werkgroep_id in self.werkt:
            found.add(Opdrachtkant.WERKGROEP)
        return frozenset(found)


def place_of(actor: Actor, day: date) -> Opdrachtplek:
    """Return where an actor speaks; who may change nothing speaks nowhere."""
    scope = actor.scope(Noun.OPDRACHT, Verb.WIJZIGEN)
    if scope is not Scope.EIGEN_PARTIJ:
        return Opdrachtplek(scope is Scope.ALLES, frozenset(), frozenset())
    return Opdrachtplek(
        overal=False,
        geeft=frozenset(led_by(actor, day).values_list("reeks_id", flat=True)),
        werkt=frozenset(_seats(actor, day).values_list("reeks_id", flat=True)),
    )


def series_seen(actor: Actor, day: date, *, running: bool = False) -> "QuerySet[Overlegreeks]":
    """Return the series that somebody may see, by name; with `running` none that ended."""
    every = Overlegreeks.objects.of(actor.werkruimte)
    if running:
        every = every.running(day)
    return reeksen_within(every, actor.scope(Noun.OVERLEG, Verb.ZIEN), actor, day)


def opdrachten_seen(actor: Actor, day: date) -> "QuerySet[Opdracht]":
    """Return the assignments that somebody may see; a draft only who gives it."""
    scope = actor.scope(Noun.OPDRACHT, Verb.ZIEN)
    series = series_seen(actor, day).order_by()
    found = opdrachten_within(Opdracht.objects.of(actor.werkruimte), scope, actor, day)
    seen = found.filter(werkgroep__in=series, opdrachtgever__in=series)
    if scope is Scope.ALLES:
        return seen
    leads = Q(opdrachtgever__in=led_by(actor, day).values("reeks"))
    return seen.filter(~Q(staat=OpdrachtStaat.CONCEPT) | leads)


def voorstellen_seen(actor: Actor, day: date) -> "QuerySet[Voorstel]":
    """Return the proposals that somebody may see; a draft only the werkgroep itself."""
    seen = Voorstel.objects.filter(opdracht__in=opdrachten_seen(actor, day).order_by())
    found = seen.select_related("opdracht__werkgroep", "opdracht__opdrachtgever", "document")
    if actor.scope(Noun.OPDRACHT, Verb.ZIEN) is Scope.ALLES:
        return found
    own = Q(opdracht__werkgroep__in=_seats(actor, day).values("reeks"))
    return found.filter(~Q(staat=VoorstelStaat.CONCEPT) | own)


def items_now(actor: Actor, punten: Collection[int | None], day: date) -> Mapping[int, Agendapunt]:
    """Return per item where it stands now: it, or what it was carried over to; if seen.

    Two queries, however often items were carried over.
    """
    asked = {punt for punt in punten if punt is not None}
    if not asked:
        return {}
    onward = _onward(actor.werkruimte)
    last = {punt: _chain(punt, onward)[-1] for punt in asked}
    every = Agendapunt.objects.of(actor.werkruimte).filter(pk__in=set(last.values()))
    seen = punten_within(every, actor.scope(Noun.OVERLEG, Verb.ZIEN), actor, day)
    found = {one.pk: one for one in seen}
    return {punt: found[now] for punt, now in last.items() if now in found}


def chain_of(werkruimte: int, punt: int) -> tuple[int, ...]:
    """Return an item and what it was carried over to, in order."""
    return _chain(punt, _onward(werkruimte))


def _onward(werkruimte: int) -> Mapping[int | None, int]:
    """Return of every item that was carried over where it went."""
    carried = Agendapunt.objects.filter(werkruimte_id=werkruimte, komt_van__isnull=False)
    return dict(carried.order_by("pk").values_list("komt_van_id", "pk"))


def _chain(punt: int, onward: Mapping[int | None, int]) -> tuple[int, ...]:
    found = [punt]
    while (after := onward.get(found[-1])) is not None and after not in found:
        found.append(after)
    return tuple(found)


def _seats(actor: Actor, day: date) -> "QuerySet[Reekslid]":
    seats = Reekslid.objects.active_on(day).filter(werkruimte_id=actor.werkruimte)
    return seats.filter(partij_id=actor.partij or 0)
