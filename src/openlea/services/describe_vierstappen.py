"""Describe the cooperations that begin along four steps: how far each is and what it yielded."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db.models import Q

from openlea.core.overleg import PuntStaat, VergaderingStaat
from openlea.core.vierstappen import OPBRENGST, SOORT, Beginstap
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.policy.vierstappen import Stapmoment, StapStaat, next_step, state_of_step
from openlea.services.vierstappen.stap import stappen_here
from openlea.storage.records.models import (
    Agendapunt,
    Besluit,
    Notitie,
    Overlegreeks,
    Reekslid,
    Vergadering,
)
from openlea.storage.records.opdracht_seen import series_seen
from openlea.storage.records.scope_overleg import (
    attended_within,
    besluiten_within,
    punten_within,
    reeksen_within,
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stapbeeld:
    """A step in a cooperation: how far, on which meetings, and what it yielded, as far as seen."""

    stap: Beginstap
    nummer: int
    staat: StapStaat
    is_nu: bool
    vergaderingen: tuple[Vergadering, ...]
    notities: tuple[Notitie, ...]
    besluiten: tuple[Besluit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginbeeld:
    """A cooperation that begins: who takes part and its steps; `mag_leiden` says who may go on."""

    reeks: Overlegreeks
    partijen: tuple[str, ...]
    stappen: tuple[Stapbeeld, ...]
    mag_leiden: bool

    @property
    def klaar(self) -> bool:
        """Return whether every step is done."""
        return all(one.staat is StapStaat.KLAAR for one in self.stappen)


def describe_vierstappen(actor: Actor, today: date) -> tuple[Beginbeeld, ...]:
    """Return the cooperations that begin, newest first; in a fixed number of queries."""
    series = list(series_seen(actor, today).filter(soort=SOORT).order_by("-gemaakt_op"))
    if not series:
        return ()
    stof = _read(actor, series, today)
    scope = actor.scope(Noun.OVERLEG, Verb.WIJZIGEN)
    every = Overlegreeks.objects.of(actor.werkruimte).filter(soort=SOORT)
    led = set(reeksen_within(every, scope, actor, today).values_list("pk", flat=True))
    seats = _seats(series, today)
    return tuple(
        Beginbeeld(
            reeks=one,
            partijen=seats.get(one.pk, ()),
            stappen=tuple(_steps(stof, one.pk, today)),
            mag_leiden=one.pk in led,
        )
        for one in series
    )


@dataclass(frozen=True, slots=True)
class _Stof:
    """What the steps are made of: items per series, lines and decisions per meeting.

    `leesbaar` are the meetings whose lines may be read; of another one it only counts that there
    are lines.
    """

    punten: Mapping[int, list[Agendapunt]]
    notities: Mapping[int, list[Notitie]]
    besluiten: Mapping[int, list[Besluit]]
    leesbaar: frozenset[int]


def _read(actor: Actor, series: list[Overlegreeks], today: date) -> _Stof:
    every = Agendapunt.objects.of(actor.werkruimte).filter(reeks__in=series)
    standing = every.exclude(staat=PuntStaat.VERVALLEN).exclude(
        Q(vergadering=None) | Q(vergadering__staat=VergaderingStaat.AFGELAST)
    )
    scope = actor.scope(Noun.OVERLEG, Verb.ZIEN)
    punten = list(punten_within(standing, scope, actor, today).order_by("vergadering__op", "id"))
    closing = [one.pk for one in punten if one.vast == OPBRENGST]
    lines = Notitie.objects.filter(punt__in=closing, weg_op=None).select_related("punt")
    decided = Besluit.objects.of(actor.werkruimte).filter(punt__in=[p.pk for p in punten])
    seen = besluiten_within(decided, actor.scope(Noun.BESLUIT, Verb.ZIEN), actor, today)
    meetings = Vergadering.objects.filter(reeks__in=series)
    attended = attended_within(meetings, actor.scope(Noun.NOTULEN, Verb.ZIEN), actor)
    return _Stof(
        punten=_grouped((one.reeks_id, one) for one in punten),
        notities=_grouped((line.punt.vergadering_id, line) for line in lines),
        besluiten=_grouped((one.punt.vergadering_id, one) for one in seen.order_by("op", "id")),
        leesbaar=frozenset(attended.values_list("pk", flat=True)),
    )


def _steps(stof: _Stof, reeks: int, today: date) -> Iterator[Stapbeeld]:
    kaarten = stappen_here()
    meetings = {kaart.id: _meetings(stof, reeks, kaart) for kaart in kaarten}
    momenten = [_moment(stof, stap, m, today) for stap, all_ in meetings.items() for m in all_]
    now = next_step([kaart.id for kaart in kaarten], momenten)
    for nummer, kaart in enumerate(kaarten, start=1):
        own = meetings[kaart.id]
        yield Stapbeeld(
            stap=kaart,
            nummer=nummer,
            staat=state_of_step(kaart.id, momenten),
            is_nu=kaart.id == now,
            vergaderingen=tuple(own),
            notities=tuple(
                line
                for one in own
                if one.pk in stof.leesbaar
                for line in stof.notities.get(one.pk, ())
            ),
            besluiten=tuple(each for one in own for each in stof.besluiten.get(one.pk, ())),
        )


def _meetings(stof: _Stof, reeks: int, kaart: Beginstap) -> list[Vergadering]:
    """Return the meetings that hold an item of this step, in the order of their days."""
    found = {
        one.vergadering.pk: one.vergadering
        for one in stof.punten.get(reeks, ())
        if one.vast == kaart.vast and one.vergadering is not None
    }
    return list(found.values())


def _moment(stof: _Stof, stap: str, meeting: Vergadering, today: date) -> Stapmoment:
    """Return a meeting as a moment; one whose day has passed was held, unless nobody was asked."""
    past = meeting.op < today and meeting.staat != VergaderingStaat.CONCEPT
    return Stapmoment(
        stap=stap,
        op=meeting.op,
        gehouden=past or meeting.staat == VergaderingStaat.GEHOUDEN,
        opbrengst=bool(stof.notities.get(meeting.pk) or stof.besluiten.get(meeting.pk)),
    )


def _seats(series: list[Overlegreeks], today: date) -> dict[int, tuple[str, ...]]:
    """Return the names of the partijen that take part, per series, each once."""
    seats = Reekslid.objects.active_on(today).filter(reeks__in=series)
    rows = seats.order_by("partij__naam").values_list("reeks_id", "partij__naam")
    return {key: tuple(dict.fromkeys(names)) for key, names in _grouped(rows).items()}


def _grouped(pairs: Iterable[tuple[int | None, T]]) -> dict[int, list[T]]:
    found = defaultdict[int, list[T]](list)
    for key, one in pairs:
        found[key or 0].append(one)
    return found
