"""Accept proof of a legal task, or reject it with a reason; name and date are kept with it."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from openlea.core.errors import BadInput, Fout, NotFound
from openlea.core.verplichting import BewijsStaat
from openlea.policy.bewijsdag import fault_of_day
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_taak import find_taak
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.taken.dekking import follow_proof, hold_taak, said_of
from openlea.storage.records import models as records

_REDEN = "Schrijf op waarom je dit bewijs afwijst. Wie het voorstelde, kan het dan beter maken."
_DATUM = "Vul eerst in van welke dag het bewijs is."


def judge_bewijs(
    actor: Actor,
    bewijs: int,
    staat: BewijsStaat,
    *,
    versie: int,
    reden: str = "",
    gedateerd_op: date | None = None,
) -> records.Bewijs:
    """Give proof another state, by its number, and return it; the task follows.

    'Voorgesteld' undoes an earlier judgement. Rejecting what a person proposed needs a reason. Of a
    document that the system found nobody knows the day: accepting it needs `gedateerd_op`. Raises
    BadInput with the field, Conflict when somebody was first, NotFound and NotAllowed.
    """
    found = records.Bewijs.objects.of(actor.werkruimte).filter(pk=bewijs).first()
    if found is None:
        raise NotFound("Dit bewijs is er niet.")
    taak = find_taak(actor, Verb.WIJZIGEN, found.verplichting_id)
    found.gedateerd_op = gedateerd_op or found.gedateerd_op
    _check(found, staat, reden, gedateerd_op, taak.vanaf)
    is_judged = staat is not BewijsStaat.VOORGESTELD
    with transaction.atomic():
        hold_taak(taak)
        found.staat = staat
        found.reden = reden.strip() if staat is BewijsStaat.AFGEWEZEN else ""
        found.beoordeeld_door_id = actor.persoon if is_judged else None
        found.beoordeeld_op = timezone.now() if is_judged else None
        keep_record(actor, found, versie=versie)
        follow_proof(actor, taak, said_of(taak))
        log_deed(
            actor, f"bewijs {staat}", f"{taak.plicht} {taak.jaar}", found.soort, noun=Noun.TAAK
        )
    return found


def _check(
    found: records.Bewijs,
    staat: BewijsStaat,
    reden: str,
    gedateerd_op: date | None,
    vanaf: date | None,
) -> None:
    by_person = found.voorgesteld_door_id is not None
    if staat is BewijsStaat.AFGEWEZEN and by_person and not reden.strip():
        raise BadInput([Fout("", "reden", _REDEN)])
    if staat is BewijsStaat.AANVAARD and found.gedateerd_op is None:
        raise BadInput([Fout("", "gedateerd_op", _DATUM)])
    if gedateerd_op and (fault := fault_of_day(gedateerd_op, vanaf, timezone.localdate())):
        raise BadInput([Fout("", "gedateerd_op", fault)])
