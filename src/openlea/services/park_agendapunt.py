"""Park an item: it leaves the agenda of a meeting that comes, and waits in the backlog."""

from django.db import transaction

from openlea.core.errors import BadInput, Fout
from openlea.core.overleg import VergaderingStaat
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.policy.vergaderplanning import VOORBEREIDEN
from openlea.services.carry_over_agendapunt import carry_over_agendapunt
from openlea.services.find_agendapunt import find_agendapunt
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.overleg.plaats import refuse_unless_open
from openlea.storage.records.models import Agendapunt


@transaction.atomic
def park_agendapunt(actor: Actor, nummer: int) -> Agendapunt:
    """Return the item that waits. Once a meeting began, it is carried over to the backlog.

    Raises BadInput, NotFound and NotAllowed.
    """
    punt = find_agendapunt(actor, Verb.WIJZIGEN, nummer)
    if punt.vergadering is None:
        raise BadInput([Fout("", "", "Dit punt staat al in de wachtrij.")])
    prepared = VergaderingStaat(punt.vergadering.staat) in VOORBEREIDEN
    if not prepared or punt.notities.exists():
        return carry_over_agendapunt(actor, nummer, naar_backlog=True)
    refuse_unless_open(punt)
    punt.vergadering, punt.volgorde = None, 0
    kept = keep_record(actor, punt)
    log_deed(
        actor, "agendapunt in wachtrij", f"agendapunt {kept.pk}", kept.titel, noun=Noun.OVERLEG
    )
    return kept
