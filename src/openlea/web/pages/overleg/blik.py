"""What the pages of consultations show, read in a fixed number of questions."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time

from django.db.models import Count, QuerySet, Sum

from openlea.core.overleg import PuntStaat, VergaderingStaat
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.policy.vergaderplanning import Agendatijd, agenda_time, length, starts
from openlea.services.overleg.brief import GEDEELD, moment_of
from openlea.storage.records.models import (
    Actie,
    Agendapunt,
    Agendastuk,
    Deelnemer,
    Document,
    Overlegreeks,
    Reekslid,
    Vergadering,
)
from openlea.storage.records.scope import acties_within, documents_within
from openlea.storage.records.scope_overleg import (
    punten_within,
    reeksen_within,
    vergaderingen_within,
)

VOORBIJ = frozenset({str(VergaderingStaat.GEHOUDEN), str(VergaderingStaat.AFGELAST)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """A meeting in a list, with how full its agenda is."""

    record: Vergadering
    punten: int
    tijd: Agendatijd
    komt: str = ""

    @property
    def is_concept(self) -> bool:
        """Return whether nobody was told of it yet."""
        return self.record.staat == VergaderingStaat.CONCEPT

    @property
    def staat(self) -> VergaderingStaat:
        """Return how far it is."""
        return VergaderingStaat(self.record.staat)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reekskaart:
    """A series on a card: when it meets next, and how many items wait."""

    record: Overlegreeks
    komt: Vergadering | None
    was: Vergadering | None
    wacht: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Overzicht:
    """Everything on the first page: what comes, every series, and what was, per year."""

    komend: tuple[Regel, ...]
    kaarten: tuple[Reekskaart, ...]
    gestopt: tuple[Overlegreeks, ...]
    archief: tuple[tuple[int, tuple[Regel, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reeksblik:
    """A series: its meetings, what waits, and who sits there or sat there."""

    komend: tuple[Regel, ...]
    geweest: tuple[Regel, ...]
    wachtrij: tuple[Agendapunt, ...]
    leden: tuple[Reekslid, ...]
    vertrokken: tuple[Reekslid, ...]
    open_vergaderingen: tuple[Vergadering, ...]


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


def overview(actor: Actor, today: date) -> Overzicht:
    """Return what an actor sees of all consultations."""
    scope = actor.scope(Noun.OVERLEG, Verb.ZIEN)
    series = list(reeksen_within(Overlegreeks.objects.of(actor.werkruimte), scope, actor, today))
    rows = _rows(actor, today)
    running = [one for one in series if not one.gestopt_op or one.gestopt_op >= today]
    wait = _waiting(actor, today)
    return Overzicht(
        komend=tuple(one for one in rows if _comes(one.record, today)),
        kaarten=tuple(_card(one, rows, wait, today) for one in running),
        gestopt=tuple(one for one in series if one not in running),
        archief=tuple(_archive(rows, today)),
    )


def reeks_sight(actor: Actor, reeks: Overlegreeks, today: date) -> Reeksblik:
    """Return what an actor sees of one series."""
    rows = [one for one in _rows(actor, today, reeks) if one.record.reeks_id == reeks.pk]
    seats = list(Reekslid.objects.of(reeks.pk))
    left = [one for one in seats if one.tot is not None and one.tot < today]
    parked = Agendapunt.objects.of(actor.werkruimte).parked().filter(reeks=reeks)
    scope = actor.scope(Noun.OVERLEG, Verb.ZIEN)
    coming = [one for one in rows if _comes(one.record, today)]
    return Reeksblik(
        komend=tuple(coming),
        geweest=tuple(reversed([one for one in rows if one not in coming])),
        wachtrij=tuple(
            punten_within(parked, scope, actor, today).select_related("komt_van__vergadering")
        ),
        leden=tuple(one for one in seats if one not in left),
        vertrokken=tuple(left),
        open_vergaderingen=tuple(
            one.record
            for one in rows
            if one.record.staat in {VergaderingStaat.CONCEPT, VergaderingStaat.UITGENODIGD}
        ),
    )


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


def _rows(actor: Actor, today: date, reeks: Overlegreeks | None = None) -> list[Regel]:
    scope = actor.scope(Noun.OVERLEG, Verb.ZIEN)
    every = Vergadering.objects.of(actor.werkruimte)
    if reeks is not None:
        every = every.filter(reeks=reeks)
    found = list(vergaderingen_within(every, scope, actor, today))
    sizes = _sizes(actor, today)
    own = Deelnemer.objects.filter(lid_id=actor.lid or 0, vergadering__in=[o.pk for o in found])
    comes = dict(own.values_list("vergadering_id", "aanwezigheid"))
    return [_row(one, sizes.get(one.pk, (0, 0)), comes.get(one.pk, "")) for one in found]


def _row(one: Vergadering, size: tuple[int, int], komt: str) -> Regel:
    punten, minuten = size
    return Regel(
        record=one,
        punten=punten,
        tijd=Agendatijd(totaal=minuten, lengte=length(one.van, one.tot)),
        komt=komt,
    )


def _sizes(actor: Actor, today: date) -> dict[int, tuple[int, int]]:
    """Return per meeting how many items an actor sees, and how many minutes they take."""
    seen = punten_within(
        Agendapunt.objects.exclude(staat=PuntStaat.VERVALLEN),
        actor.scope(Noun.OVERLEG, Verb.ZIEN),
        actor,
        today,
    )
    counted = seen.order_by().values("vergadering").annotate(n=Count("pk"), m=Sum("minuten"))
    return {one["vergadering"]: (one["n"], one["m"]) for one in counted if one["vergadering"]}


def _waiting(actor: Actor, today: date) -> dict[int, int]:
    """Return per series how many items wait in its backlog."""
    scope = actor.scope(Noun.OVERLEG, Verb.ZIEN)
    parked = punten_within(Agendapunt.objects.all().parked(), scope, actor, today)
    counted = parked.order_by().values("reeks").annotate(n=Count("pk"))
    return {one["reeks"]: one["n"] for one in counted}


def _comes(one: Vergadering, today: date) -> bool:
    """Return whether a meeting still comes; one that was never closed stays until it is."""
    if one.staat == VergaderingStaat.BEZIG:
        return True
    return one.staat not in VOORBIJ and one.op >= today


def _card(one: Overlegreeks, rows: list[Regel], wait: Mapping[int, int], today: date) -> Reekskaart:
    own = [row.record for row in rows if row.record.reeks_id == one.pk]
    held = [each for each in own if each.staat == VergaderingStaat.GEHOUDEN]
    return Reekskaart(
        record=one,
        komt=next((each for each in own if _comes(each, today)), None),
        was=held[-1] if held else None,
        wacht=wait.get(one.pk, 0),
    )


def _archive(rows: list[Regel], today: date) -> Iterator[tuple[int, tuple[Regel, ...]]]:
    """Yield per year what was, the latest first."""
    years: dict[int, list[Regel]] = defaultdict(list)
    for one in reversed(rows):
        if not _comes(one.record, today):
            years[one.record.op.year].append(one)
    for year in sorted(years, reverse=True):
        yield year, tuple(years[year])
