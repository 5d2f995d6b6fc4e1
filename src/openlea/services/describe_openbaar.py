"""Describe the part of the municipality in public schools: who governs, who sits, what is due."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings

from openlea.catalogue.kaartenkast import open_trajecten
from openlea.catalogue.plichtenkast import open_plichten
from openlea.core.catalogue import find_roots
from openlea.core.errors import NotAllowed
from openlea.core.plicht import Plicht
from openlea.core.traject import Bestuursvorm, Trajectkaart
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.policy.traject import Trajectstand, stand_of_traject
from openlea.policy.zitting import (
    Samenstelling,
    Zetel,
    Zittingstaat,
    days_left,
    judge_seats,
    state_of_seat,
)
from openlea.storage.records.models import (
    Document,
    OpenbaarBestuur,
    Traject,
    Trajectstap,
    Zittingstermijn,
)
from openlea.storage.records.scope import documents_within, trajecten_within

WETTEN: Mapping[Bestuursvorm, tuple[str, ...]] = {
    Bestuursvorm.ZONDER_RVT: ("OPB-02", "OPB-04", "OPB-05"),
    Bestuursvorm.MET_RVT: ("OPB-03", "OPB-04", "OPB-05"),
    Bestuursvorm.SAMENWERKING: ("OPB-06", "OPB-08"),
}
"""Which duties hold for a form of government, whatever happens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Zetelregel:
    """A kept seat and how it stands: `dagen` it is still taken."""

    record: Zittingstermijn
    zetel: Zetel
    staat: Zittingstaat
    dagen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Trajectregel:
    """A kept process and how it stands; `stukken` are the documents the actor may open."""

    record: Traject
    kaart: Trajectkaart
    stand: Trajectstand
    gedaan: Mapping[str, Trajectstap]
    stukken: Mapping[int, Document]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bestuursbeeld:
    """A partij that governs public schools: its form, its seats, its processes, its duties."""

    record: OpenbaarBestuur
    vorm: Bestuursvorm
    zetels: tuple[Zetelregel, ...]
    samenstelling: Samenstelling
    lopend: tuple[Trajectregel, ...]
    afgesloten: tuple[Trajectregel, ...]
    kaarten: tuple[Trajectkaart, ...]
    wet: tuple[Plicht, ...]


def describe_openbaar(actor: Actor, today: date) -> tuple[Bestuursbeeld, ...]:
    """Return every partij that governs public schools, in a fixed number of queries.

    NotAllowed for who may see none.
    """
    if not actor.may(Noun.PLAN, Verb.ZIEN):
        raise NotAllowed("Je rol geeft hier geen recht toe.")
    kaarten = open_trajecten(find_roots(settings.CATALOGUE))
    zetels = tuple(Zittingstermijn.objects.of(actor.werkruimte))
    plichten = _plichten()
    trajecten = _trajecten(actor, kaarten, plichten, today)
    return tuple(
        _beeld(one, zetels, trajecten, kaarten, plichten, today)
        for one in OpenbaarBestuur.objects.of(actor.werkruimte)
    )


def _zetel(record: Zittingstermijn) -> Zetel:
    """Return a kept seat as a plain value."""
    return Zetel(
        naam=record.zetel,
        benoemd_op=record.benoemd_op,
        tot=record.tot,
        voordracht_ouders=record.voordracht_ouders,
        termijn=record.termijn,
        hoogste_termijn=record.hoogste_termijn,
    )


def _plichten() -> Mapping[str, Plicht]:
    return open_plichten(find_roots(settings.CATALOGUE)).plichten


def _beeld(
    one: OpenbaarBestuur,
    zetels: Sequence[Zittingstermijn],
    trajecten: Sequence[Trajectregel],
    kaarten: Mapping[str, Trajectkaart],
    plichten: Mapping[str, Plicht],
    today: date,
) -> Bestuursbeeld:
    vorm = Bestuursvorm(one.vorm)
    seats = [_seat(seat, today) for seat in zetels if seat.partij_id == one.partij_id]
    own = [regel for regel in trajecten if regel.record.partij_id == one.partij_id]
    return Bestuursbeeld(
        record=one,
        vorm=vorm,
        zetels=tuple(seats),
        samenstelling=judge_seats([seat.zetel for seat in seats], today),
        lopend=tuple(regel for regel in own if regel.record.afgesloten_op is None),
        afgesloten=tuple(regel for regel in own if regel.record.afgesloten_op is not None),
        kaarten=tuple(kaart for kaart in kaarten.values() if kaart.fits(vorm)),
        wet=tuple(plichten[naam] for naam in WETTEN[vorm] if naam in plichten),
    )


def _seat(record: Zittingstermijn, today: date) -> Zetelregel:
    zetel = _zetel(record)
    staat, dagen = state_of_seat(zetel, today), days_left(zetel, today)
    return Zetelregel(record=record, zetel=zetel, staat=staat, dagen=dagen)


def _trajecten(
    actor: Actor,
    kaarten: Mapping[str, Trajectkaart],
    plichten: Mapping[str, Plicht],
    today: date,
) -> tuple[Trajectregel, ...]:
    """Return the processes that the actor may see, of kinds that the shelf still has."""
    every = Traject.objects.of(actor.werkruimte)
    seen = list(trajecten_within(every, actor.scope(Noun.PLAN, Verb.ZIEN), actor))
    stukken = _documents(actor)
    return tuple(
        _regel(one, kaarten[one.soort], plichten, stukken, today)
        for one in seen
        if one.soort in kaarten
    )


def _regel(
    record: Traject,
    kaart: Trajectkaart,
    plichten: Mapping[str, Plicht],
    stukken: Mapping[int, Document],
    today: date,
) -> Trajectregel:
    gedaan = {stap.stap: stap for stap in record.stappen.all()}
    days = {code: stap.gedaan_op for code, stap in gedaan.items() if stap.gedaan_op}
    return Trajectregel(
        record=record,
        kaart=kaart,
        stand=stand_of_traject(kaart, plichten, record.begonnen_op, days, today),
        gedaan=gedaan,
        stukken=stukken,
    )


def _documents(actor: Actor) -> Mapping[int, Document]:
    """Return the documents at steps that the actor may open, by number."""
    named = Trajectstap.objects.filter(werkruimte_id=actor.werkruimte).values("document")
    every = Document.objects.filter(pk__in=named)
    found = documents_within(every, actor.scope(Noun.DOCUMENT, Verb.ZIEN), actor)
    return {one.pk: one for one in found}
