"""Describe the self-assessment of one party: every requirement with its score and its proof."""

from dataclasses import dataclass

from django.conf import settings

from openlea.catalogue.kaartenkast import open_programma
from openlea.core.catalogue import find_roots
from openlea.core.errors import NotFound
from openlea.core.partij import PartijSoort
from openlea.core.pve import Eis, ProgrammaVanEisen
from openlea.core.zelfbeoordeling import Score
from openlea.policy.eisen import (
    GEVRAAGD,
    Eisvak,
    changes_scores,
    count_scores,
    year_before,
)
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.storage.records import models as records
from openlea.storage.records.toetsing import openable, partijen_seen, scores_seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Eisregel:
    """A requirement, its score this year, the one of last time, and proof that may be opened."""

    eis: Eis
    record: "records.Eisscore | None"
    score: Score | None
    vorige: Score | None
    document: "records.Document | None"


@dataclass(frozen=True, slots=True, kw_only=True)
class Eisdeel:
    """An uitgangspunt with its rows and counts."""

    nummer: int
    titel: str
    regels: tuple[Eisregel, ...]
    vak: Eisvak


@dataclass(frozen=True, slots=True, kw_only=True)
class Partijbeeld:
    """The self-assessment of one party in a year; `vorig_jaar` is when it was scored before."""

    partij: "records.Partij"
    jaar: int
    vorig_jaar: int | None
    programma: ProgrammaVanEisen
    delen: tuple[Eisdeel, ...]
    geheel: Eisvak
    mag_wijzigen: bool


def describe_eisen_partij(actor: Actor, partij: str, jaar: int) -> Partijbeeld:
    """Return what a party (by code) scored in a year; NotFound for one that may not be seen."""
    found = partijen_seen(actor).filter(code=partij).first()
    if found is None:
        raise NotFound("Van deze partij is hier geen zelfbeoordeling.")
    programma = open_programma(find_roots(settings.CATALOGUE))
    regels = _regels(actor, found, jaar, programma)
    own = {one.eis.id: one.score for one in regels if one.score}
    delen = tuple(
        _deel(nummer, titel, regels) for nummer, titel in programma.uitgangspunten.items()
    )
    years = scores_seen(actor).filter(partij=found).order_by().values_list("jaar", flat=True)
    return Partijbeeld(
        partij=found,
        jaar=jaar,
        vorig_jaar=year_before(years.distinct(), jaar),
        programma=programma,
        delen=tuple(deel for deel in delen if deel.regels),
        geheel=count_scores([one.eis for one in regels], own),
        mag_wijzigen=changes_scores(actor.scope(Noun.TOETS, Verb.WIJZIGEN), actor.partij, found.pk),
    )


def _regels(
    actor: Actor, partij: records.Partij, jaar: int, programma: ProgrammaVanEisen
) -> tuple[Eisregel, ...]:
    rows = list(scores_seen(actor).filter(partij=partij, jaar__lte=jaar))
    now = {one.rij: one for one in rows if one.jaar == jaar}
    sinds = year_before([one.jaar for one in rows], jaar)
    before = {one.rij: Score(one.score) for one in rows if one.jaar == sinds}
    seen = openable(actor).in_bulk([one.document_id for one in now.values() if one.document_id])
    return tuple(
        Eisregel(
            eis=eis,
            record=(own := now.get(eis.id)),
            score=Score(own.score) if own else None,
            vorige=before.get(eis.id),
            document=seen.get(own.document_id or 0) if own else None,
        )
        for eis in programma.of_actor(GEVRAAGD[PartijSoort(partij.soort)])
    )


def _deel(nummer: int, titel: str, regels: tuple[Eisregel, ...]) -> Eisdeel:
    own = tuple(one for one in regels if one.eis.uitgangspunt == nummer)
    scores = {one.eis.id: one.score for one in own if one.score}
    vak = count_scores([one.eis for one in own], scores)
    return Eisdeel(nummer=nummer, titel=titel, regels=own, vak=vak)
