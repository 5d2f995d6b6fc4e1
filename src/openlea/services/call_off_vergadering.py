"""Call a meeting off: who was invited gets the event cancelled, and no item is lost."""

from django.db import transaction

from openlea.core.overleg import PuntStaat, VergaderingStaat
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_vergadering import find_vergadering
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.overleg.doorschuiven import carry_over
from openlea.services.overleg.plaats import next_meeting, refuse_unless_prepared
from openlea.services.overleg.versturen import Verzonden, tell_all
from openlea.services.overleg.vullen import card_of, is_of_template
from openlea.storage.records.models import Vergadering


def call_off_vergadering(
    actor: Actor, nummer: int, reden: str = "", versie: int | None = None
) -> Verzonden:
    """Call it off, and return who was told; of a concept nobody is.

    Its items go to the next meeting, or wait in the backlog; what every meeting begins with comes
    back by itself. Raises BadInput, Conflict, NotFound and NotAllowed.
    """
    with transaction.atomic():
        meeting = find_vergadering(actor, Verb.WIJZIGEN, nummer)
        refuse_unless_prepared(meeting)
        was_sent = meeting.staat == VergaderingStaat.UITGENODIGD
        meeting.staat, meeting.afgelast_reden = VergaderingStaat.AFGELAST, reden.strip()
        meeting.volgnummer += was_sent
        keep_record(actor, meeting, versie=versie)
        _save_items(actor, meeting)
        log_deed(actor, "vergadering afgelast", f"vergadering {meeting.pk}", noun=Noun.OVERLEG)
    return tell_all(actor, meeting) if was_sent else Verzonden()


def _save_items(actor: Actor, meeting: Vergadering) -> None:
    kaart, target = card_of(meeting.reeks), next_meeting(meeting)
    for punt in meeting.punten.filter(staat=PuntStaat.OPEN).order_by("volgorde", "id"):
        returns = is_of_template(punt, kaart) and punt.komt_van_id is None
        punt.staat = PuntStaat.VERVALLEN if returns else PuntStaat.DOORGESCHOVEN
        if not returns:
            carry_over(actor, punt, target)
        keep_record(actor, punt)
