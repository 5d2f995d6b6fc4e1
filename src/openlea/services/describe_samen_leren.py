"""Lay the own route and those that others share side by side, topic by topic."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings

from openlea.catalogue.samenwerkingskast import open_tips
from openlea.core.agenda import ActieStaat, Agenda
from openlea.core.catalogue import find_roots
from openlea.core.deling import Gedeeldeactie, Gedeelderoute
from openlea.core.errors import NotAllowed
from openlea.core.samenwerkingsplank import Leeronderwerp, Tipblad
from openlea.policy.leerroute import DOET_NIET_MEER_MEE, count_states, topic_of
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.storage.records import models as records
from openlea.storage.records.as_values import agenda_values, sight_of
from openlea.storage.records.deling import shared_with


@dataclass(frozen=True, slots=True, kw_only=True)
class Routestuk:
    """What one werkruimte does on one topic: its actions, and how many are in each state."""

    naam: str
    is_eigen: bool
    acties: tuple[Gedeeldeactie, ...]
    standen: tuple[tuple[ActieStaat, int], ...]

    @property
    def afgerond(self) -> int:
        """Return how many are done."""
        return dict(self.standen).get(ActieStaat.AFGEROND, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leerstuk:
    """A topic with each route on it, the own one first; a route without actions stays in sight."""

    onderwerp: Leeronderwerp
    routes: tuple[Routestuk, ...]

    @property
    def is_leeg(self) -> bool:
        """Return whether nobody does anything on this topic."""
        return not any(one.acties for one in self.routes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leerbeeld:
    """All topics, the names of who shares, and what others share that fits no topic.

    `leeg` are the topics on which nobody does anything yet.
    """

    blad: Tipblad
    stukken: tuple[Leerstuk, ...]
    leeg: tuple[Leeronderwerp, ...]
    namen: tuple[str, ...]
    verder: tuple[Routestuk, ...]


def describe_samen_leren(actor: Actor, today: date, naam: str) -> Leerbeeld:
    """Return the routes side by side; `naam` is how the own werkruimte is called.

    Raises NotAllowed for who may not see how the parties work together.
    """
    if actor.scope(Noun.SAMENWERKING, Verb.ZIEN) is Scope.NIETS:
        raise NotAllowed("Je rol geeft hier geen recht toe.")
    blad = next(iter(open_tips(find_roots(settings.CATALOGUE)).values()))
    others = shared_with(actor, today)
    routes = [_own(actor, naam), *others]
    every = [_topic(one, routes, blad) for one in blad.onderwerpen]
    return Leerbeeld(
        blad=blad,
        stukken=tuple(one for one in every if not one.is_leeg),
        leeg=tuple(one.onderwerp for one in every if one.is_leeg and not one.onderwerp.algemeen),
        namen=tuple(one.naam for one in others),
        verder=tuple(one for route in others if (one := _part(route, "", blad)).acties),
    )


def _topic(onderwerp: Leeronderwerp, routes: Sequence[Gedeelderoute], blad: Tipblad) -> Leerstuk:
    return Leerstuk(
        onderwerp=onderwerp, routes=tuple(_part(one, onderwerp.id, blad) for one in routes)
    )


def _part(route: Gedeelderoute, onderwerp: str, blad: Tipblad) -> Routestuk:
    acties = tuple(
        one
        for one in route.acties
        if one.staat not in DOET_NIET_MEER_MEE and topic_of(one, blad) == onderwerp
    )
    return Routestuk(
        naam=route.naam, is_eigen=route.is_eigen, acties=acties, standen=count_states(acties)
    )


def _own(actor: Actor, naam: str) -> Gedeelderoute:
    """Return the own route, with what this reader sees of it."""
    record = records.Agenda.objects.current(actor.werkruimte)
    agenda = agenda_values(record, sight_of(actor)) if record else None
    return Gedeelderoute(naam=naam, acties=_acties(agenda) if agenda else ())


def _acties(agenda: Agenda) -> tuple[Gedeeldeactie, ...]:
    return tuple(
        Gedeeldeactie(
            code=actie.code,
            naam=actie.naam,
            speerpunt=speerpunt.naam,
            staat=actie.staat,
            van=actie.van,
            tot=actie.tot,
            gemeld_op=actie.voortgang[-1].op if actie.voortgang else None,
            gedaan=actie.voortgang[-1].gedaan if actie.voortgang else "",
        )
        for speerpunt in agenda.speerpunten
        for actie in speerpunt.acties
    )
