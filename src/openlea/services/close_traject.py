"""Close a process of public schools on a day, or open it again."""

from datetime import date

from django.db import transaction

from openlea.policy.rechten import Actor, Noun
from openlea.services.find_traject import find_traject
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Traject


def close_traject(actor: Actor, nummer: int, op: date | None) -> Traject:
    """Close a process on a day and return it; None opens it again. NotFound, NotAllowed."""
    with transaction.atomic():
        traject = find_traject(actor, nummer)
        traject.afgesloten_op = op
        kept = keep_record(actor, traject)
        log_deed(
            actor,
            "traject afgesloten" if op else "traject heropend",
            traject.titel,
            noun=Noun.SAMENWERKING,
        )
    return kept
