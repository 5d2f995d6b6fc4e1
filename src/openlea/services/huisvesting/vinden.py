"""Finds what is kept about buildings, for who may see it and for who may change it."""

from typing import TypeVar

from openlea.core.errors import BadInput, Fout, NotAllowed, NotFound
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.storage.records.models import (
    Gebouw,
    Gebouwgebruik,
    Huisvestingsaanvraag,
    Huisvestingsproject,
)

R = TypeVar("R", Gebouw, Gebouwgebruik, Huisvestingsaanvraag, Huisvestingsproject)
NIET = "Alleen wie de agenda bijhoudt, kan gebouwen, aanvragen en projecten wijzigen."
WEG = "Dit is er niet meer, of u mag het niet zien."
GEEN_GEBOUW = "Dit gebouw is er niet. Kies een gebouw uit de lijst."
YEARS = range(1500, 2101)


def refuse_writing(actor: Actor, verb: Verb) -> None:
    """Raise NotAllowed unless the actor may write about buildings."""
    if actor.scope(Noun.HUISVESTING, verb) is not Scope.ALLES:
        raise NotAllowed(NIET)


def find_own(actor: Actor, kind: type[R], nummer: int) -> R:
    """Return what the actor may see of this number; NotFound otherwise."""
    scope = actor.scope(Noun.HUISVESTING, Verb.ZIEN)
    found = kind.objects.of(actor.werkruimte).within(scope).filter(pk=nummer).first()
    if found is None:
        raise NotFound(WEG)
    return found


def find_to_change(actor: Actor, kind: type[R], nummer: int | None) -> R:
    """Return what is there to change, or a new one without a number; NotFound and NotAllowed."""
    verb = Verb.MAKEN if nummer is None else Verb.WIJZIGEN
    refuse_writing(actor, verb)
    if nummer is None:
        return kind(werkruimte_id=actor.werkruimte)
    return find_own(actor, kind, nummer)


def gebouw_named(actor: Actor, nummer: int) -> Gebouw:
    """Return the building of a number; BadInput at its field when it isn't there."""
    try:
        return find_own(actor, Gebouw, nummer)
    except NotFound:
        raise BadInput([Fout("", "gebouw", GEEN_GEBOUW)]) from None


def not_below_zero(**amounts: object) -> list[Fout]:
    """Return a fault per field whose number is below zero."""
    return [
        Fout("", name, "Dit kan niet onder nul zijn.")
        for name, value in amounts.items()
        if value is not None and float(str(value)) < 0
    ]


def year_fault(name: str, jaar: int | None, low: int = YEARS[0]) -> list[Fout]:
    """Return a fault when a year can't be."""
    if jaar is None or low <= jaar <= YEARS[-1]:
        return []
    return [Fout("", name, f"Kies een jaar van {low} tot en met {YEARS[-1]}.")]


def refuse(fouten: list[Fout]) -> None:
    """Raise BadInput when anything is wrong."""
    if fouten:
        raise BadInput(fouten)
