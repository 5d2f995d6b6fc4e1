"""Close a meeting: every item has an outcome, and the minutes become a concept."""

from dataclasses import replace

from django.db import transaction
from django.utils import timezone

from openlea.core.errors import BadInput, Fout
from openlea.core.overleg import PuntStaat, VergaderingStaat, VerslagStaat
from openlea.policy.rechten import Actor, LidRol, Noun, Verb
from openlea.policy.vergaderorde import Afhandeling, is_part_of_sitting
from openlea.services.find_vergadering import find_vergadering
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.propose_from_vergadering import propose_from_vergadering
from openlea.services.settle_agendapunt import settle_agendapunt
from openlea.services.vergaderen.tafel import kaart_of
from openlea.storage.records.models import Vergadering
from openlea.storage.records.scope_overleg import punten_within


@transaction.atomic
def close_vergadering(actor: Actor, nummer: int, *, doorschuiven: bool = False) -> Vergadering:
    """Close a meeting that goes on and return it; one that was closed stays as it is.

    With `doorschuiven` items without outcome go on in the next meeting; else those that the actor
    sees are named in BadInput. What it does not see goes on all the same, unnamed. The opening and
    any other business are done. What the meeting covered is proposed as proof of the duties it
    serves.
    """
    meeting = find_vergadering(actor, Verb.WIJZIGEN, nummer)
    if meeting.staat == VergaderingStaat.GEHOUDEN:
        return meeting
    if meeting.staat != VergaderingStaat.BEZIG:
        raise BadInput([Fout("", "", "De vergadering is nog niet begonnen.")])
    _carry_over_what_waits(actor, meeting, doorschuiven=doorschuiven)
    meeting.staat, meeting.gesloten_op = VergaderingStaat.GEHOUDEN, timezone.now()
    meeting.verslag_staat = VerslagStaat.CONCEPT
    keep_record(actor, meeting)
    log_deed(
        actor, "vergadering gesloten", f"vergadering {meeting.pk}", meeting.titel, noun=Noun.OVERLEG
    )
    propose_from_vergadering(meeting)
    return meeting


def _carry_over_what_waits(actor: Actor, meeting: Vergadering, *, doorschuiven: bool) -> None:
    kaart = kaart_of(meeting.reeks)
    waiting = meeting.punten.filter(staat=PuntStaat.OPEN)
    done = {one.pk for one in waiting.all() if is_part_of_sitting(one.titel, kaart)}
    scope, today = actor.scope(Noun.OVERLEG, Verb.ZIEN), timezone.localdate()
    seen = {one.pk: one.titel for one in punten_within(waiting.all(), scope, actor, today)}
    left = [titel for number, titel in seen.items() if number not in done]
    if left and not doorschuiven:
        raise BadInput([Fout("", "doorschuiven", f"Nog zonder uitkomst: {', '.join(left)}.")])
    # An item that a partij which leads may not see goes on as it would for who keeps everything.
    keeper = replace(actor, rol=LidRol.AGENDABEHEERDER)
    for punt in list(waiting):
        who = actor if punt.pk in seen else keeper
        hoe = Afhandeling.BEHANDELD if punt.pk in done else Afhandeling.DOORSCHUIVEN
        settle_agendapunt(who, punt.pk, hoe)
