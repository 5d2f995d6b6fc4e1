"""Change a meeting that still comes; who was invited is told when day, time or place changes."""

from dataclasses import dataclass

from django.db import transaction

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import BadInput, Fout
from openlea.core.overleg import VergaderingStaat, Vergadermoment
from openlea.policy.rechten import Actor, Noun, Verb, reach
from openlea.policy.vergaderplanning import moment_faults, must_be_told
from openlea.services.find_vergadering import find_vergadering
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.overleg.aan_tafel import follow_day
from openlea.services.overleg.brief import moment_of
from openlea.services.overleg.plaats import refuse_unless_prepared
from openlea.services.overleg.versturen import Verzonden, take_away, tell_all
from openlea.storage.records.models import Vergadering


@dataclass(frozen=True, slots=True, kw_only=True)
class Vergaderopzet:
    """What a meeting is called, when and where it is, and who may see it."""

    titel: str
    moment: Vergadermoment
    toelichting: str = ""
    zichtbaarheid: Zichtbaarheid = Zichtbaarheid.PARTNERS


def change_vergadering(
    actor: Actor, nummer: int, opzet: Vergaderopzet, versie: int | None = None
) -> Verzonden:
    """Keep the change, and return who was told of it; of a concept nobody is.

    Raises BadInput with the field, Conflict, NotFound and NotAllowed.
    """
    with transaction.atomic():
        meeting = find_vergadering(actor, Verb.WIJZIGEN, nummer)
        refuse_unless_prepared(meeting)
        _refuse(actor, opzet)
        was = meeting.op
        tell = _change(actor, meeting, opzet, versie)
        gone = follow_day(actor, meeting, was) if was != meeting.op else ()
        log_deed(actor, "vergadering gewijzigd", f"vergadering {meeting.pk}", noun=Noun.OVERLEG)
    told = take_away(actor, gone)
    meeting.refresh_from_db(fields=["volgnummer"])
    return told + tell_all(actor, meeting) if tell else told


def _change(actor: Actor, meeting: Vergadering, opzet: Vergaderopzet, versie: int | None) -> bool:
    """Save, and return whether who was invited must be told."""
    before, titel = moment_of(meeting), " ".join(opzet.titel.split())
    tell = must_be_told(before, opzet.moment) or titel != meeting.titel
    meeting.titel, meeting.toelichting = titel, opzet.toelichting.strip()
    meeting.op, meeting.van, meeting.tot = opzet.moment.op, opzet.moment.van, opzet.moment.tot
    meeting.plek, meeting.link = opzet.moment.plek.strip(), opzet.moment.link.strip()
    meeting.zichtbaarheid = opzet.zichtbaarheid
    is_sent = meeting.staat == VergaderingStaat.UITGENODIGD
    if is_sent and tell:
        meeting.volgnummer += 1
    keep_record(actor, meeting, versie=versie)
    return is_sent and tell


def _refuse(actor: Actor, opzet: Vergaderopzet) -> None:
    faults = list(moment_faults(opzet.moment))
    if not opzet.titel.strip():
        faults.append(Fout("", "titel", "Vul een titel in."))
    if opzet.zichtbaarheid not in reach(actor.scope(Noun.OVERLEG, Verb.WIJZIGEN)):
        faults.append(Fout("", "zichtbaarheid", "Alleen de gemeente kan iets intern houden."))
    if faults:
        raise BadInput(faults)
