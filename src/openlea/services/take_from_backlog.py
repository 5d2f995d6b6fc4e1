"""Take an item from the backlog and put it on the agenda of a meeting that comes."""

from django.db import transaction

from openlea.core.errors import BadInput, Fout
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_agendapunt import find_agendapunt
from openlea.services.find_vergadering import find_vergadering
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.overleg.plaats import (
    make_place,
    refuse_unless_open,
    refuse_unless_prepared,
)
from openlea.storage.records.models import Agendapunt


@transaction.atomic
def take_from_backlog(actor: Actor, nummer: int, vergadering: int) -> Agendapunt:
    """Return the item, last on the agenda. Raises BadInput, NotFound and NotAllowed."""
    punt = find_agendapunt(actor, Verb.WIJZIGEN, nummer)
    meeting = find_vergadering(actor, Verb.WIJZIGEN, vergadering)
    refuse_unless_prepared(meeting)
    if punt.vergadering_id == meeting.pk:
        return punt
    refuse_unless_open(punt)
    if punt.vergadering_id is not None or punt.reeks_id != meeting.reeks_id:
        reden = "Dit punt wacht niet in de wachtrij van dit overleg."
        raise BadInput([Fout("", "punt", reden)])
    punt.vergadering, punt.volgorde = meeting, make_place(meeting)
    kept = keep_record(actor, punt)
    log_deed(
        actor, "agendapunt uit wachtrij", f"agendapunt {kept.pk}", kept.titel, noun=Noun.OVERLEG
    )
    return kept
