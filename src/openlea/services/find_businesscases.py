"""Find the business cases that somebody may see, each with what its card tells."""

from dataclasses import dataclass

from openlea.core.errors import BadInput
from openlea.policy.businesscase import Businesscase
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.businesscase.inhoud import case_of
from openlea.services.reckon_businesscase import reckon_businesscase
from openlea.storage.records import models as records

FEW = 2
"""A card tells what is likely, without a range: that needs no draws."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Casekaart:
    """A case in short; without `case` its content can't be read. `terug` is a year."""

    record: records.Businesscase
    case: Businesscase | None = None
    terug: int | None = None
    waarde: float = 0.0


def find_businesscases(actor: Actor) -> tuple[Casekaart, ...]:
    """Return the cards of the cases that the actor may see, last changed first."""
    scope = actor.scope(Noun.BUSINESSCASE, Verb.ZIEN)
    found = records.Businesscase.objects.of(actor.werkruimte).within(scope)
    return tuple(_card(one) for one in found)


def _card(record: records.Businesscase) -> Casekaart:
    try:
        case = case_of(record.inhoud)
    except BadInput:
        return Casekaart(record=record)
    found = reckon_businesscase(case, trekkingen=FEW)
    terug = None if found.terug is None else case.eerste_jaar + found.terug - 1
    return Casekaart(record=record, case=case, terug=terug, waarde=found.waarde.midden)
