"""Describe how far every party is with the programma van eisen: a heat map and what changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from django.conf import settings

from openlea.catalogue.kaartenkast import open_programma
from openlea.core.catalogue import find_roots
from openlea.core.partij import PartijSoort
from openlea.core.pve import Eis, ProgrammaVanEisen
from openlea.core.zelfbeoordeling import Score
from openlea.policy.eisen import (
    GEVRAAGD,
    Eisvak,
    Verandering,
    change_since,
    changes_scores,
    count_scores,
    year_before,
)
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.storage.records import models as records
from openlea.storage.records.toetsing import partijen_seen, scores_seen

Scores = Mapping[str, Score]


@dataclass(frozen=True, slots=True, kw_only=True)
class Partijrij:
    """A party: a cell per uitgangspunt (by its number), the whole, and the change since before."""

    code: str
    naam: str
    soort: PartijSoort
    vakken: Mapping[int, Eisvak]
    geheel: Eisvak
    verandering: Verandering | None
    mag_wijzigen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Eisenbeeld:
    """The programma and a row per party that may be seen; `jaren` are those with scores."""

    jaar: int
    programma: ProgrammaVanEisen
    rijen: tuple[Partijrij, ...]
    jaren: tuple[int, ...]


def describe_eisen(actor: Actor, jaar: int) -> Eisenbeeld:
    """Return the heat map of a year, samenwerkingsverbanden first; a fixed number of queries."""
    programma = open_programma(find_roots(settings.CATALOGUE))
    scores = _scores(actor, jaar)
    partijen = sorted(partijen_seen(actor), key=lambda one: (one.soort, one.naam))
    rijen = [_rij(actor, one, programma, scores.get(one.pk, {}), jaar) for one in partijen]
    return Eisenbeeld(
        jaar=jaar,
        programma=programma,
        rijen=tuple(rijen),
        jaren=tuple(sorted({year for own in scores.values() for year in own})),
    )


def _scores(actor: Actor, jaar: int) -> dict[int, dict[int, Scores]]:
    """Return by party and year the scores up to and including a year, by row."""
    rows = scores_seen(actor).filter(jaar__lte=jaar).order_by("partij_id", "jaar")
    told = rows.values_list("partij_id", "jaar", "rij", "score")
    found: dict[int, dict[int, Scores]] = {}
    for (partij, year), own in groupby(told, key=lambda one: (one[0], one[1])):
        found.setdefault(partij, {})[year] = {rij: Score(score) for _, _, rij, score in own}
    return found


def _rij(
    actor: Actor,
    partij: records.Partij,
    programma: ProgrammaVanEisen,
    scores: Mapping[int, Scores],
    jaar: int,
) -> Partijrij:
    soort = PartijSoort(partij.soort)
    eisen = programma.of_actor(GEVRAAGD[soort])
    now = scores.get(jaar, {})
    return Partijrij(
        code=partij.code,
        naam=partij.naam,
        soort=soort,
        vakken={
            nummer: count_scores(_of(eisen, nummer), now) for nummer in programma.uitgangspunten
        },
        geheel=count_scores(eisen, now),
        verandering=_change(eisen, scores, jaar),
        mag_wijzigen=changes_scores(
            actor.scope(Noun.TOETS, Verb.WIJZIGEN), actor.partij, partij.pk
        ),
    )


def _of(eisen: Iterable[Eis], uitgangspunt: int) -> tuple[Eis, ...]:
    return tuple(eis for eis in eisen if eis.uitgangspunt == uitgangspunt)


def _change(eisen: Iterable[Eis], scores: Mapping[int, Scores], jaar: int) -> Verandering | None:
    before = year_before(scores, jaar)
    if before is None or jaar not in scores:
        return None
    return change_since(eisen, scores[jaar], scores[before], before)
