"""Describe the legal tasks of a werkruimte in a year: who must do what, and how far it is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import QuerySet

from openlea.core.errors import NotAllowed
from openlea.policy.beleidsveld import BELEIDSVELDEN
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.policy.taak import Taak, first_to_do
from openlea.policy.taaktelling import Taaktelling, count_taken
from openlea.services.taken.blik import Blik
from openlea.services.taken.houderschap import houderschap_of
from openlea.services.taken.plank import plichten_here
from openlea.storage.records import models as records
from openlea.storage.records.scope import verplichtingen_within

_MAANDEN = range(1, 13)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraag:
    """Which tasks are asked for; '' is no choice. `partij` is a code, `veld` and `staat` a value.

    Without a `partij` (None) it is the actor's own. `plicht` is the id of a duty.
    """

    jaar: int
    partij: str | None = None
    veld: str = ""
    staat: str = ""
    plicht: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Maand:
    """The tasks whose last day is in a month; 0 is the year before, 13 the year after."""

    nummer: int
    taken: tuple[Taak, ...]
    telling: Taaktelling


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """The tasks that were asked for, soonest first.

    `telling` counts whatever its state, so that choosing a state doesn't change the totals.
    `partij` is the code that was chosen, '' for all; `partijen`, `velden` and `jaren` are what
    there is to choose from. `volgende` is the first that this actor may do something about.
    """

    partij: str
    taken: tuple[Taak, ...]
    telling: Taaktelling
    maanden: tuple[Maand, ...]
    volgende: Taak | None
    partijen: tuple[tuple[str, str], ...]
    velden: tuple[tuple[str, str], ...]
    jaren: tuple[int, ...]


def describe_taken(actor: Actor, vraag: Vraag, today: date) -> Taken:
    """Return the tasks that an actor may see, in a fixed number of queries.

    NotAllowed for who may see none. What the law no longer asks is left out.
    """
    seen = _seen(actor)
    partij = _own_partij(actor) if vraag.partij is None else vraag.partij
    rows = list(_asked(seen, vraag, partij))
    bekend = houderschap_of({one.partij_id: one.partij for one in rows}.values())
    blik = Blik(actor, today, plichten_here(), _proof(seen, vraag.jaar), bekend)
    every = [taak for taak in map(blik.taak, rows) if not vraag.veld or taak.veld == vraag.veld]
    taken = tuple(one for one in every if not vraag.staat or one.staat == vraag.staat)
    velden = {taak.veld for taak in every if taak.veld}
    return Taken(
        partij=partij,
        taken=taken,
        telling=_telling(every),
        maanden=_maanden(taken, vraag.jaar),
        volgende=first_to_do(taken),
        partijen=_partijen(seen, vraag.jaar),
        velden=tuple((veld.id, veld.naam) for veld in BELEIDSVELDEN.values() if veld.id in velden),
        jaren=tuple(sorted(seen.order_by().values_list("jaar", flat=True).distinct())),
    )


def _own_partij(actor: Actor) -> str:
    partijen = records.Partij.objects.of(actor.werkruimte)
    found = partijen.filter(pk=actor.partij or 0).values_list("code", flat=True).first()
    return found or ""


def _seen(actor: Actor) -> "QuerySet[records.Verplichting]":
    scope = actor.scope(Noun.TAAK, Verb.ZIEN)
    if scope is Scope.NIETS:
        raise NotAllowed("Je rol geeft hier geen recht toe.")
    standing = records.Verplichting.objects.of(actor.werkruimte).standing()
    return verplichtingen_within(standing, scope, actor)


def _asked(
    seen: "QuerySet[records.Verplichting]", vraag: Vraag, partij: str
) -> Iterable[records.Verplichting]:
    rows = seen.filter(jaar=vraag.jaar)
    if partij:
        rows = rows.filter(partij__code=partij)
    return rows.filter(plicht=vraag.plicht) if vraag.plicht else rows


def _proof(seen: "QuerySet[records.Verplichting]", jaar: int) -> Mapping[tuple[int, str], int]:
    """Return how much proof of each state every obligation of a year has."""
    return records.Bewijs.objects.counted(seen.filter(jaar=jaar))


def _partijen(seen: "QuerySet[records.Verplichting]", jaar: int) -> tuple[tuple[str, str], ...]:
    named = (
        seen.filter(jaar=jaar).order_by("partij__naam").values_list("partij__code", "partij__naam")
    )
    return tuple(dict.fromkeys(named.distinct()))


def _telling(taken: Sequence[Taak]) -> Taaktelling:
    before = sum(one.voor_begin for one in taken)
    return count_taken(((one.staat, one.te_laat_bewezen) for one in taken), voor_begin=before)


def _maanden(taken: Sequence[Taak], jaar: int) -> tuple[Maand, ...]:
    """Return every month, also an empty one; what falls outside the year has a month of its own."""
    per_month = {
        number: tuple(each) for number, each in groupby(taken, key=lambda one: _month(one, jaar))
    }
    return tuple(
        Maand(nummer=number, taken=each, telling=_telling(each))
        for number in sorted({*_MAANDEN, *per_month})
        for each in [per_month.get(number, ())]
    )


def _month(taak: Taak, jaar: int) -> int:
    if taak.uiterlijk.year == jaar:
        return taak.uiterlijk.month
    return 0 if taak.uiterlijk.year < jaar else 13
