"""Withdraw an assignment: the board no longer asks it, and says why."""

from datetime import date

from django.db import transaction

from openlea.core.errors import BadInput, Fout
from openlea.core.opdracht import OpdrachtStaat
from openlea.policy.opdracht import OpdrachtStap
from openlea.policy.rechten import Actor, Noun
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.opdracht.vinden import find_opdracht
from openlea.storage.records.models import Opdracht


def withdraw_opdracht(
    actor: Actor, nummer: int, reden: str, today: date, versie: int | None = None
) -> Opdracht:
    """Withdraw an assignment with a reason and return it; its text and proposals stay.

    Raises BadInput without a reason, Conflict, NotFound and NotAllowed.
    """
    if not reden.strip():
        raise BadInput([Fout("", "reden", "Schrijf op waarom de opdracht wordt ingetrokken.")])
    with transaction.atomic():
        record = find_opdracht(actor, nummer, OpdrachtStap.INTREKKEN, today)
        record.staat, record.reden = OpdrachtStaat.INGETROKKEN, reden.strip()
        kept = keep_record(actor, record, versie=versie)
        log_deed(actor, "opdracht ingetrokken", kept.titel, kept.werkgroep.naam, noun=Noun.OPDRACHT)
    return kept
