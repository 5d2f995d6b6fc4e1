"""Find the one action that somebody wants to do something with, if the right reaches it."""

from openlea.core.agenda import AgendaStaat
from openlea.core.errors import NotAllowed, NotFound
from openlea.policy.agenda_staat import GESLOTEN, is_open
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.storage.records import models as records
from openlea.storage.records.scope import acties_within


def find_actie(actor: Actor, noun: Noun, verb: Verb, code: str) -> records.Actie:
    """Return the action of the current agenda, as far as the right to `noun` reaches.

    Raises NotFound for what the actor may not see, NotAllowed for what he may see and not change,
    and for any change in an agenda that is closed.
    """
    scope = actor.scope(noun, verb)
    if scope is Scope.NIETS:
        raise NotAllowed("Je rol geeft hier geen recht toe.")
    agenda = records.Agenda.objects.current(actor.werkruimte)
    if agenda is None:
        raise NotFound("Er is nog geen agenda.")
    every = records.Actie.objects.of_agenda(agenda).select_related("agenda", "speerpunt")
    found = acties_within(every, scope, actor).filter(code=code).first()
    if found is None:
        raise _refusal(actor, agenda, code)
    if verb is not Verb.ZIEN and not is_open(AgendaStaat(agenda.staat)):
        raise NotAllowed(GESLOTEN)
    return found


def _refusal(actor: Actor, agenda: records.Agenda, code: str) -> NotAllowed | NotFound:
    """Return 'not yours' for an action the actor may see, else the same as for a missing one."""
    seen = acties_within(
        records.Actie.objects.of_agenda(agenda), actor.scope(Noun.ACTIE, Verb.ZIEN), actor
    )
    if seen.filter(code=code).exists():
        return NotAllowed("Dit kan alleen bij een actie van je eigen partij.")
    return NotFound(f"Er is geen actie {code}.")
