"""Accept an assignment: the werkgroep says that it will do this."""

from datetime import date

from django.db import transaction

from openlea.core.opdracht import OpdrachtStaat
from openlea.policy.opdracht import OpdrachtStap
from openlea.policy.rechten import Actor, Noun
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.opdracht.vinden import bring_along, find_opdracht
from openlea.storage.records.models import Opdracht


def accept_opdracht(actor: Actor, nummer: int, today: date, versie: int | None = None) -> Opdracht:
    """Accept an assignment for its werkgroep and return it.

    A proposal that already waits with the board counts at once. Raises Conflict when the text
    changed since it was read, NotFound and NotAllowed.
    """
    with transaction.atomic():
        record = find_opdracht(actor, nummer, OpdrachtStap.AANVAARDEN, today)
        record.staat = OpdrachtStaat.AANVAARD
        kept = bring_along(actor, keep_record(actor, record, versie=versie))
        log_deed(actor, "opdracht aanvaard", kept.titel, kept.werkgroep.naam, noun=Noun.OPDRACHT)
    return kept
