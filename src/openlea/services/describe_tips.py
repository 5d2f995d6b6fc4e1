"""Describe the tips that can be put in the agenda, and which are in it already."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings

from openlea.catalogue.samenwerkingskast import open_tips
from openlea.core.catalogue import find_roots
from openlea.core.errors import NotAllowed
from openlea.core.samenwerkingsplank import Leeronderwerp, Tip, Tipblad
from openlea.policy.leerroute import line_for, same_name
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.storage.records import models as records
from openlea.storage.records.scope import acties_within


@dataclass(frozen=True, slots=True, kw_only=True)
class Tipregel:
    """A tip and the code of the action that it became, '' when it is not in the agenda."""

    tip: Tip
    actie: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tipgroep:
    """The tips on a topic; `bij` is the code of the speerpunt that is about it, '' when none is."""

    onderwerp: Leeronderwerp
    regels: tuple[Tipregel, ...]
    bij: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tipbeeld:
    """The tips by topic, and the speerpunten (code, name) to put one under."""

    blad: Tipblad
    groepen: tuple[Tipgroep, ...]
    speerpunten: tuple[tuple[str, str], ...]

    @property
    def regels(self) -> tuple[Tipregel, ...]:
        """Return every tip."""
        return tuple(one for groep in self.groepen for one in groep.regels)

    @property
    def genomen(self) -> int:
        """Return how many are in the agenda."""
        return sum(bool(one.actie) for one in self.regels)


def describe_tips(actor: Actor) -> Tipbeeld:
    """Return the tips; NotAllowed for who may not see how the parties work together."""
    if actor.scope(Noun.SAMENWERKING, Verb.ZIEN) is Scope.NIETS:
        raise NotAllowed("Je rol geeft hier geen recht toe.")
    blad = next(iter(open_tips(find_roots(settings.CATALOGUE)).values()))
    agenda = records.Agenda.objects.current(actor.werkruimte)
    names = _names(actor, agenda) if agenda else {}
    lines = tuple(agenda.speerpunten.values_list("code", "naam")) if agenda else ()
    return Tipbeeld(
        blad=blad,
        groepen=tuple(
            Tipgroep(onderwerp=one, regels=_rows(blad, one, names), bij=line_for(one, lines))
            for one in blad.onderwerpen
        ),
        speerpunten=lines,
    )


def _names(actor: Actor, agenda: records.Agenda) -> Mapping[str, str]:
    seen = acties_within(agenda.acties.all(), actor.scope(Noun.ACTIE, Verb.ZIEN), actor)
    return dict(seen.values_list("code", "naam"))


def _rows(
    blad: Tipblad, onderwerp: Leeronderwerp, names: Mapping[str, str]
) -> tuple[Tipregel, ...]:
    return tuple(
        Tipregel(
            tip=tip,
            actie=next((code for code, naam in names.items() if same_name(naam, tip.titel)), ""),
        )
        for tip in blad.tips
        if tip.onderwerp == onderwerp.id
    )
