"""Erase the rows of a delivery for good: its key is destroyed, so no backup gives them back."""

from django.db import transaction

from openlea.core.errors import BadInput, Conflict, Fout
from openlea.policy.persoonswaarde import is_recognisable
from openlea.policy.rechten import Actor, Verb
from openlea.services.find_aanlevering import find_aanlevering
from openlea.services.kluis.wissen import mark_erased, wipe
from openlea.storage.records.models import Aanlevering

LONGEST = 200
PERSON = "Zet hier geen nummer of adres van een persoon: dit blijft in het logboek staan."


def erase_aanlevering(
    actor: Actor, nummer: int, reden: str, *, versie: int | None = None
) -> Aanlevering:
    """Return the delivery, without rows; that it was there, and why it went, stays known.

    Call it outside a transaction. NotAllowed, NotFound; BadInput without a reason; Conflict when it
    was erased already, changed since `versie`, or may not go because of a legal hold.
    """
    one = find_aanlevering(actor, nummer, Verb.WIJZIGEN)
    said = " ".join(reden.split())
    if not said or len(said) > LONGEST:
        raise BadInput([Fout("", "reden", f"Zeg in hoogstens {LONGEST} tekens waarom.")])
    if is_recognisable(said):
        raise BadInput([Fout("", "reden", PERSON)])
    if one.gewist_op is not None:
        raise Conflict("Deze aanlevering is al gewist.")
    if versie not in (None, one.versie):
        raise Conflict("Iemand anders heeft dit intussen gewijzigd.")
    with transaction.atomic():
        gone = mark_erased(actor, one, said)
    wipe(gone)
    return gone
