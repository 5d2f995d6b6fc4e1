"""Carry an item over to the next meeting, or to the backlog while there is none.

The item stays where it was, with all that was written about it; a new one goes on.
"""

from django.db import transaction

from openlea.core.errors import BadInput, Fout
from openlea.core.overleg import PuntStaat, VergaderingStaat
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_agendapunt import find_agendapunt
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.overleg.doorschuiven import carry_over
from openlea.services.overleg.plaats import next_meeting
from openlea.storage.records.models import Agendapunt

AL_KLAAR = "Dit punt is al behandeld of vervallen. Het gaat niet door naar een volgende keer."


@transaction.atomic
def carry_over_agendapunt(actor: Actor, nummer: int, *, naar_backlog: bool = False) -> Agendapunt:
    """Return the item that goes on: in the next meeting of the series, or parked.

    Carried over a second time it returns the same. With `naar_backlog` it waits in the backlog,
    even when there is a next meeting. Raises BadInput, NotFound and NotAllowed.
    """
    punt = find_agendapunt(actor, Verb.WIJZIGEN, nummer)
    meeting = punt.vergadering
    if meeting is None:
        raise BadInput([Fout("", "", "Dit punt staat nog op geen agenda.")])
    if meeting.staat == VergaderingStaat.AFGELAST or punt.staat in {
        PuntStaat.BEHANDELD,
        PuntStaat.VERVALLEN,
    }:
        raise BadInput([Fout("", "", AL_KLAAR)])
    target = None if naar_backlog else next_meeting(meeting)
    onward = carry_over(actor, punt, target)
    if punt.staat != PuntStaat.DOORGESCHOVEN:
        punt.staat = PuntStaat.DOORGESCHOVEN
        keep_record(actor, punt)
        log_deed(
            actor,
            "agendapunt doorgeschoven",
            f"agendapunt {punt.pk}",
            punt.titel,
            noun=Noun.OVERLEG,
        )
    return onward
