"""End a seat in a series: from the day after, somebody is asked no more; what was stays."""

from datetime import date

from django.db import transaction

from openlea.core.errors import BadInput, Fout
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_reeks import find_reeks
from openlea.services.find_reekslid import find_reekslid
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.overleg.aan_tafel import coming_after
from openlea.services.overleg.versturen import Verzonden, take_away
from openlea.storage.records.models import Reekslid


def end_reekslid(
    actor: Actor, reeks: int, nummer: int, tot: date, versie: int | None = None
) -> Verzonden:
    """Keep the last day of a seat, and return who was told that a meeting is off for them.

    Who was asked to a meeting after that day is taken from its table and gets the event cancelled.
    Raises BadInput with the field, Conflict, NotFound and NotAllowed.
    """
    series = find_reeks(actor, Verb.WIJZIGEN, reeks)
    with transaction.atomic():
        seat = _ended(actor, find_reekslid(series, nummer), tot, versie)
        log_deed(actor, "uit overleg", series.naam, seat.partij.naam, noun=Noun.OVERLEG)
    gone = coming_after(seat, tot)
    return take_away(actor, gone)


def _ended(actor: Actor, seat: Reekslid, tot: date, versie: int | None) -> Reekslid:
    if tot < seat.van:
        raise BadInput([Fout("", "tot", "De laatste dag ligt voor de eerste.")])
    seat.tot = tot
    return keep_record(actor, seat, versie=versie)
