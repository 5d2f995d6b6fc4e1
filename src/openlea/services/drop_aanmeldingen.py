"""Throw away applications that were looked at and not kept: they never counted."""

from django.db import transaction

from openlea.policy.rechten import Actor, Verb
from openlea.services.drop_aanlevering import REDEN
from openlea.services.find_kinderronde import find_kinderronde
from openlea.services.kluis.wissen import mark_erased, wipe
from openlea.services.plaats.concept import find_concept


def drop_aanmeldingen(actor: Actor, nummer: int, levering: int) -> None:
    """Erase them for good; NotAllowed, NotFound, Conflict when they count or are gone already.

    Call it outside a transaction.
    """
    ronde = find_kinderronde(actor, nummer, Verb.WIJZIGEN)
    with transaction.atomic():
        gone = mark_erased(actor, find_concept(actor, ronde, levering), REDEN)
    wipe(gone)
