"""Finds a business case or an outcome that somebody wants to see or change."""

from dataclasses import replace

from openlea.core.errors import BadInput, Damaged, NotAllowed, NotFound
from openlea.policy import businesscase as policy
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.businesscase.inhoud import case_of
from openlea.storage.records.models import Businesscase, Caseuitkomst

NIET = "Alleen wie de agenda bijhoudt, kan een business case maken en wijzigen."


def find_case(actor: Actor, verb: Verb, nummer: int) -> Businesscase:
    """Return the case of this number.

    Raises NotFound for what the actor may not see, and NotAllowed for what may be seen but not
    changed.
    """
    every = Businesscase.objects.of(actor.werkruimte)
    scope = actor.scope(Noun.BUSINESSCASE, Verb.ZIEN)
    found = every.within(scope).filter(pk=nummer).first()
    if found is None:
        raise NotFound("Deze business case is er niet.")
    if verb is not Verb.ZIEN and actor.scope(Noun.BUSINESSCASE, verb) is not Scope.ALLES:
        raise NotAllowed(NIET)
    return found


def seen_outcomes(actor: Actor) -> list[Caseuitkomst]:
    """Return the kept outcomes of the cases that the actor may see, newest first."""
    scope = actor.scope(Noun.BUSINESSCASE, Verb.ZIEN)
    cases = Businesscase.objects.of(actor.werkruimte).within(scope).values("pk")
    kept = Caseuitkomst.objects.filter(werkruimte_id=actor.werkruimte, case__in=cases)
    return list(kept.select_related("case").order_by("-gemaakt_op", "-pk"))


def case_in(record: Businesscase) -> policy.Businesscase:
    """Return the case of a record under its own title; Damaged when it can't be read."""
    try:
        return replace(case_of(record.inhoud), titel=record.titel)
    except BadInput as error:
        raise Damaged(f"Deze business case kan niet worden gelezen: {error}") from error
