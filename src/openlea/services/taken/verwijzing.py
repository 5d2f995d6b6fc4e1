"""Finds what a proof points to: a plan, an action, a figure or a document that is kept already."""

from dataclasses import dataclass

from openlea.core.errors import BadInput, Fout, NotFound
from openlea.core.verplichting import BewijsSoort
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_indicator import find_indicator
from openlea.storage.records import models as records
from openlea.storage.records.document_plek import document_seen
from openlea.storage.records.scope import acties_within, plannen_within

LONGEST_KEY = 18
"""Digits of the largest number that a database keeps as a key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doel:
    """What is pointed to: at most one record, and the key under which the proof is known once."""

    verwijzing: str = ""
    plan: records.Plan | None = None
    actie: records.Actie | None = None
    document: records.Document | None = None


def find_doel(actor: Actor, soort: BewijsSoort, naar: str) -> Doel:
    """Return what a proof of this kind points to, as far as the actor may see it.

    `naar` is the number of a plan or document, the code of an action or the id of an indicator; ''
    is nothing. BadInput for what isn't there.
    """
    if not naar:
        return Doel()
    match soort:
        case BewijsSoort.PLAN:
            return _plan(actor, naar)
        case BewijsSoort.ACTIE:
            return _actie(actor, naar)
        case BewijsSoort.CIJFER:
            return Doel(verwijzing=f"cijfer:{_indicator(naar)}")
        case BewijsSoort.AGENDAPUNT:
            return Doel(verwijzing=f"agendapunt:{naar}")
        case _:
            return _document(actor, naar)


def _plan(actor: Actor, naar: str) -> Doel:
    plannen = records.Plan.objects.of(actor.werkruimte)
    seen = plannen_within(plannen, actor.scope(Noun.PLAN, Verb.ZIEN), actor)
    found = seen.filter(pk=_number(naar)).first()
    if found is None:
        raise BadInput([Fout("", "naar", "Kies een plan uit het planregister.")])
    return Doel(verwijzing=f"plan:{found.pk}", plan=found)


def _actie(actor: Actor, naar: str) -> Doel:
    agenda = records.Agenda.objects.current(actor.werkruimte)
    acties = records.Actie.objects.filter(agenda=agenda, code=naar) if agenda else None
    if acties is not None:
        found = acties_within(acties, actor.scope(Noun.ACTIE, Verb.ZIEN), actor).first()
        if found is not None:
            return Doel(verwijzing=f"actie:{found.code}", actie=found)
    raise BadInput([Fout("", "naar", f"Er is geen actie {naar!r} in de agenda.")])


def _document(actor: Actor, naar: str) -> Doel:
    found = document_seen(_number(naar), actor)
    if found is None:
        raise BadInput([Fout("", "naar", "Kies een document uit de lijst.")])
    return Doel(verwijzing=f"document:{found.pk}", document=found)


def _indicator(naar: str) -> str:
    try:
        return find_indicator(naar).id
    except NotFound as error:
        raise BadInput([Fout("", "naar", str(error))]) from error


def _number(naar: str) -> int:
    """Return a key; 0, which nothing has, for what is none or is longer than a key can be."""
    return int(naar) if naar.isascii() and naar.isdigit() and len(naar) <= LONGEST_KEY else 0
