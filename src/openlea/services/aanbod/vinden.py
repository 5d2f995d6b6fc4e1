"""Finds a kept line of help for who may see it, and for who may change it."""

from openlea.core.errors import NotAllowed, NotFound
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.storage.records.models import Aanbod

NIET = "Je rol geeft hier geen recht toe."
NIET_EIGEN = "Dit kan alleen voor het aanbod van je eigen partij."
WEG = "Dit aanbod is er niet meer, of je mag het niet zien."


def may_change(actor: Actor, record: Aanbod) -> bool:
    """Say whether an actor may change a line: any, or one of the own partij."""
    scope = actor.scope(Noun.AANBOD, Verb.WIJZIGEN)
    if scope is Scope.EIGEN_PARTIJ:
        return actor.partij is not None and record.partij_id == actor.partij
    return scope is Scope.ALLES


def find_seen(actor: Actor, nummer: int) -> Aanbod:
    """Return a line that the actor may see; NotFound otherwise."""
    scope = actor.scope(Noun.AANBOD, Verb.ZIEN)
    record = Aanbod.objects.of(actor.werkruimte).within(scope).filter(pk=nummer).first()
    if record is None:
        raise NotFound(WEG)
    return record


def find_to_change(actor: Actor, nummer: int) -> Aanbod:
    """Return a line that the actor may change; NotFound when unseen, NotAllowed otherwise."""
    if not actor.may(Noun.AANBOD, Verb.WIJZIGEN):
        raise NotAllowed(NIET)
    record = find_seen(actor, nummer)
    if not may_change(actor, record):
        raise NotAllowed(NIET_EIGEN)
    return record


def new_one(actor: Actor) -> Aanbod:
    """Return a line that isn't kept yet; NotAllowed without the right, or without a partij."""
    scope = actor.scope(Noun.AANBOD, Verb.MAKEN)
    if scope is Scope.ALLES:
        return Aanbod(werkruimte_id=actor.werkruimte)
    if scope is Scope.EIGEN_PARTIJ and actor.partij is not None:
        return Aanbod(werkruimte_id=actor.werkruimte, partij_id=actor.partij)
    raise NotAllowed(NIET)
