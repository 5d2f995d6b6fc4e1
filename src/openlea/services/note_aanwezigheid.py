"""Note who is there; whether a partij is there follows from its people."""

from collections.abc import Mapping

from django.db import transaction

from openlea.core.errors import BadInput, Fout, NotFound
from openlea.core.overleg import Aanwezigheid, VergaderingStaat, VerslagStaat
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_vergadering import find_vergadering
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.vergaderen.tafel import VASTGESTELD


@transaction.atomic
def note_aanwezigheid(actor: Actor, nummer: int, wie: Mapping[int, Aanwezigheid]) -> int:
    """Keep the presence of participants by their number, and return how many changed.

    Who isn't named stays as it is. Raises NotFound for a number of another meeting, BadInput once
    the minutes stand or the meeting was called off, and NotAllowed.
    """
    meeting = find_vergadering(actor, Verb.WIJZIGEN, nummer)
    if meeting.verslag_staat == VerslagStaat.VASTGESTELD:
        raise BadInput([Fout("", "", VASTGESTELD)])
    if meeting.staat == VergaderingStaat.AFGELAST:
        raise BadInput([Fout("", "", "Deze vergadering is afgelast.")])
    here = {one.pk: one for one in meeting.deelnemers.all()}
    if not set(wie) <= set(here):
        raise NotFound("Deze deelnemer is er niet.")
    changed = [
        one for key, one in here.items() if wie.get(key, one.aanwezigheid) != one.aanwezigheid
    ]
    for deelnemer in changed:
        deelnemer.aanwezigheid = wie[deelnemer.pk]
        keep_record(actor, deelnemer)
    if changed:
        log_deed(
            actor,
            "aanwezigheid genoteerd",
            f"vergadering {meeting.pk}",
            str(len(changed)),
            noun=Noun.OVERLEG,
        )
    return len(changed)
