"""What the pages of consultations show, read in a fixed number of questions."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Sum

from openlea.core.overleg import PuntStaat, VergaderingStaat
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.policy.vergaderplanning import Agendatijd, length
from openlea.services.describe_overlegplan import describe_overlegplan
from openlea.storage.records.models import (
    Agendapunt,
    Deelnemer,
    Overlegreeks,
    Reekslid,
    Vergadering,
)
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
    """A series on a card: when it meets next, and how many items wait.

    `verplicht` is how many topics the law asks of it this year that no agenda holds.
    """

    record: Overlegreeks
    komt: Vergadering | None
    was: Vergadering | None
    wacht: int
    verplicht: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Overzicht:
    """Everything on the first page: what comes, every series, and what was, per year.

    `blijft_open` are meetings whose day is over and that nobody closed.
    """

    blijft_open: tuple[Regel, ...]
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


def overview(actor: Actor, today: date) -> Overzicht:
    """Return what an actor sees of all consultations."""
    scope = actor.scope(Noun.OVERLEG, Verb.ZIEN)
    series = list(reeksen_within(Overlegreeks.objects.of(actor.werkruimte), scope, actor, today))
    rows = _rows(actor, today)
    running = [one for one in series if not one.gestopt_op or one.gestopt_op >= today]
    wait, asked = _waiting(actor, today), _asked(actor, today)
    return Overzicht(
        blijft_open=tuple(one for one in rows if _stays_open(one.record, today)),
        komend=tuple(one for one in rows if _comes(one.record, today)),
        kaarten=tuple(_card(one, rows, wait, asked, today) for one in running),
        gestopt=tuple(one for one in series if one not in running),
        archief=tuple(_archive(rows)),
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


def _stays_open(one: Vergadering, today: date) -> bool:
    """Return whether the day of a meeting is over while nobody closed it or called it off."""
    return not _comes(one, today) and one.staat not in VOORBIJ


def _asked(actor: Actor, today: date) -> dict[int, int]:
    """Return per series how many topics the law asks this year that no agenda holds."""
    plan = describe_overlegplan(actor, today.year, today)
    return {
        # Two duties may ask the same topic: put on the table once, it is dealt with for both.
        row.reeks.nummer: len({one.code or one.titel for one in row.open_onderwerpen})
        for row in plan.regels
        if row.reeks
    }


def _card(
    one: Overlegreeks,
    rows: list[Regel],
    wait: Mapping[int, int],
    asked: Mapping[int, int],
    today: date,
) -> Reekskaart:
    own = [row.record for row in rows if row.record.reeks_id == one.pk]
    held = [each for each in own if each.staat == VergaderingStaat.GEHOUDEN]
    return Reekskaart(
        record=one,
        komt=next((each for each in own if _comes(each, today)), None),
        was=held[-1] if held else None,
        wacht=wait.get(one.pk, 0),
        verplicht=asked.get(one.pk, 0),
    )


def _archive(rows: list[Regel]) -> Iterator[tuple[int, tuple[Regel, ...]]]:
    """Yield per year what was, the latest first."""
    years: dict[int, list[Regel]] = defaultdict(list)
    for one in reversed(rows):
        if one.record.staat in VOORBIJ:
            years[one.record.op.year].append(one)
    for year in sorted(years, reverse=True):
        yield year, tuple(years[year])
