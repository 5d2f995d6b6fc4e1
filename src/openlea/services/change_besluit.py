"""Change a decision until the minutes stand; what it said before stays in its history."""

from django.db import transaction

from openlea.core.agenda import Zichtbaarheid
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_besluit import find_besluit
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.record_besluit import Besluitopzet
from openlea.services.vergaderen.besluiten import (
    check_besluit,
    keep_standpunten,
    narrowest_seen,
    settled_outcome,
)
from openlea.services.vergaderen.tafel import refuse_unless_begun
from openlea.storage.records.models import Besluit


@transaction.atomic
def change_besluit(actor: Actor, nummer: int, opzet: Besluitopzet, versie: int) -> Besluit:
    """Keep the new words, positions and outcome of a decision and return it.

    Raises Conflict when somebody changed it since `versie`, BadInput with the field or once the
    minutes stand, NotFound and NotAllowed.
    """
    besluit = find_besluit(actor, Verb.WIJZIGEN, nummer)
    item = besluit.punt
    meeting = item.vergadering
    assert meeting is not None  # noqa: S101 - a decision is found with its meeting
    refuse_unless_begun(meeting)
    said = check_besluit(meeting, opzet.tekst, opzet.standpunten, opzet.rest)
    besluit.tekst, besluit.toelichting = opzet.tekst.strip(), opzet.toelichting.strip()
    besluit.uitkomst = settled_outcome(meeting, said, opzet.uitkomst)
    seen = Zichtbaarheid(item.zichtbaarheid)
    besluit.zichtbaarheid = narrowest_seen(opzet.zichtbaarheid, seen)
    keep_record(actor, besluit, versie=versie)
    keep_standpunten(actor, besluit, said)
    log_deed(
        actor,
        "besluit gewijzigd",
        f"besluit {besluit.nummer}",
        str(besluit.uitkomst),
        noun=Noun.BESLUIT,
    )
    return besluit
