"""Take a link out of the Doelen-Inspanningen-Netwerk."""

from django.db import transaction

from openlea.core.logboek import Logsoort
from openlea.core.netwerk import Teken, Verband, Zekerheid
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.log_deed import log_deed
from openlea.services.open_agenda import open_agenda


def remove_verband(actor: Actor, van: str, naar: str, teken: str) -> Verband | None:
    """Remove a link and return what it was, so that it can be put back; None when it was gone.

    Raises NotAllowed without the right to the whole network, and when the agenda is closed.
    """
    agenda = open_agenda(actor, Noun.NETWERK, Verb.WIJZIGEN)
    with transaction.atomic():
        found = agenda.verbanden.filter(van=van, naar=naar, teken=teken).first()
        if found is None:
            return None
        was = Verband(
            van=van,
            naar=naar,
            teken=Teken(found.teken),
            zekerheid=Zekerheid(found.zekerheid),
            toelichting=found.toelichting,
        )
        found.delete()
        log_deed(
            actor,
            "verband weggehaald",
            f"{van} {teken} {naar}",
            soort=Logsoort.VERWIJDEREN,
            noun=Noun.NETWERK,
        )
    return was
