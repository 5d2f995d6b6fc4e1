"""Strike a line out of the minutes, or put it back; it stays in the record."""

from django.db import transaction
from django.utils import timezone

from openlea.policy.rechten import Actor, Noun
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.vergaderen.regel import find_line
from openlea.storage.records.models import Notitie


@transaction.atomic
def strike_notitie(actor: Actor, nummer: int, versie: int, *, terug: bool = False) -> Notitie:
    """Strike a line out (or put it back with `terug`) and return it.

    Raises Conflict when somebody changed the line since `versie`, NotFound and NotAllowed.
    """
    line = find_line(actor, nummer)
    line.weg_op = None if terug else timezone.now()
    kept = keep_record(actor, line, versie=versie)
    deed = "regel teruggezet" if terug else "regel doorgehaald"
    log_deed(actor, deed, f"agendapunt {kept.punt_id}", noun=Noun.NOTULEN)
    return kept
