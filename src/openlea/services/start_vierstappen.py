"""Start a cooperation along the four steps: a series of meetings with who sits in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from django.conf import settings
from django.db import transaction

from openlea.catalogue.overlegkast import open_overlegkaarten
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput, Fout
from openlea.core.overleg import Overlegrol, Vergadermoment
from openlea.core.vierstappen import SOORT
from openlea.policy.rechten import Actor
from openlea.policy.vierstappen import days_in_order
from openlea.services.keep_reeks import Reeksopzet, keep_reeks
from openlea.services.keep_reekslid import Reekszetel, keep_reekslid
from openlea.services.plan_vierstap import plan_vierstap
from openlea.services.vierstappen.stap import stappen_here
from openlea.storage.records.models import Overlegreeks, Partij

MINSTENS = 2
LANGST = 140
"""Letters of a theme, so that the name of the series that holds it fits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Begin:
    """With whom a cooperation begins, on what: codes of partijen, and a day per step if known."""

    thema: str
    partijen: tuple[str, ...]
    waarom: str = ""
    dagen: tuple[date | None, ...] = ()
    van: time | None = None
    plek: str = ""


def start_vierstappen(actor: Actor, begin: Begin, today: date) -> Overlegreeks:
    """Return the new series, with a concept meeting for every step that has a day.

    Who starts it keeps its minutes. Raises BadInput with the field, and NotAllowed.
    """
    if faults := list(_faults(begin, today)):
        raise BadInput(faults)
    with transaction.atomic():
        series = keep_reeks(actor, _opzet(begin))
        _seat(actor, series, begin, today)
        for kaart, dag in zip(stappen_here(), begin.dagen, strict=False):
            if dag is not None:
                moment = Vergadermoment(op=dag, van=begin.van, plek=begin.plek.strip())
                plan_vierstap(actor, series.pk, kaart.id, moment)
    return series


def _opzet(begin: Begin) -> Reeksopzet:
    kaart = open_overlegkaarten(find_roots(settings.CATALOGUE)).get(SOORT)
    return Reeksopzet(
        soort=SOORT,
        naam=f"Samen beginnen: {begin.thema.strip()}",
        doel=begin.waarom.strip(),
        per_jaar=4,
        plek=begin.plek.strip(),
        van=begin.van,
        duur=kaart.minuten if kaart else 120,
    )


def _seat(actor: Actor, series: Overlegreeks, begin: Begin, today: date) -> None:
    """Give each partij a seat; who starts it sits there for the own partij and keeps minutes."""
    own = Partij.objects.of(actor.werkruimte).filter(pk=actor.partij or 0).first()
    if own is not None and actor.lid is not None:
        seat = Reekszetel(partij=own.code, van=today, lid=actor.lid, rol=Overlegrol.SECRETARIS)
        keep_reekslid(actor, series.pk, seat)
    for code in dict.fromkeys(begin.partijen):
        if own is None or actor.lid is None or code != own.code:
            keep_reekslid(actor, series.pk, Reekszetel(partij=code, van=today))


def _faults(begin: Begin, today: date) -> Iterator[Fout]:
    if not begin.thema.strip():
        yield Fout("", "thema", "Vul in waarover jullie samenwerken.")
    elif len(begin.thema.strip()) > LANGST:
        yield Fout("", "thema", f"Een thema heeft hoogstens {LANGST} letters.")
    if len(set(begin.partijen)) < MINSTENS:
        yield Fout("", "partijen", "Kies minstens twee partijen: samen begin je niet alleen.")
    for place, dag in enumerate(begin.dagen, start=1):
        if dag is not None and dag < today:
            yield Fout("", f"dag_{place}", "Deze dag is al geweest.")
    if not days_in_order(begin.dagen):
        yield Fout("", "dag_1", "De stappen volgen elkaar op: kies voor elke stap een latere dag.")
