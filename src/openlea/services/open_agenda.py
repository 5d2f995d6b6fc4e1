"""Find the agenda that a werkruimte works with, for somebody who wants to change it."""

from openlea.core.agenda import AgendaStaat
from openlea.core.errors import NotAllowed, NotFound
from openlea.policy.agenda_staat import GESLOTEN, is_open
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.storage.records import models as records


def open_agenda(actor: Actor, noun: Noun, verb: Verb) -> records.Agenda:
    """Return the current agenda for who may change all of it.

    Raises NotAllowed without that right and when the agenda is closed, NotFound when there is none.
    """
    if actor.scope(noun, verb) is not Scope.ALLES:
        raise NotAllowed("Alleen wie de agenda beheert, wijzigt dit.")
    agenda = records.Agenda.objects.current(actor.werkruimte)
    if agenda is None:
        raise NotFound("Er is nog geen agenda.")
    if not is_open(AgendaStaat(agenda.staat)):
        raise NotAllowed(GESLOTEN)
    return agenda
