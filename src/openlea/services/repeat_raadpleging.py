"""Ask the same again a year later, of the same groups, so that one sees what changed."""

from datetime import date, timedelta

from django.db import transaction

from openlea.core.errors import Conflict
from openlea.core.raadpleging import RaadplegingStaat
from openlea.policy.rechten import Actor, Verb
from openlea.services.find_raadpleging import find_raadpleging
from openlea.services.keep_raadpleging import Groepopzet, Raadplegingopzet, keep_raadpleging
from openlea.services.keep_record import keep_record
from openlea.storage.records.models import Raadpleging

OPEN_FOR = timedelta(days=21)


@transaction.atomic
def repeat_raadpleging(actor: Actor, nummer: int, today: date) -> Raadpleging:
    """Return a new concept that follows a closed round; the one that is there already, if any.

    Raises Conflict for a round that isn't closed, NotFound and NotAllowed.
    """
    before = find_raadpleging(actor, Verb.WIJZIGEN, nummer, hold=True)
    if before.staat != RaadplegingStaat.GESLOTEN:
        raise Conflict("Sluit deze raadpleging eerst.")
    if (there := before.volgende.exclude(staat=RaadplegingStaat.GESLOTEN).first()) is not None:
        return there
    groepen = before.groepen.select_related("partij")
    opzet = Raadplegingopzet(
        vragenlijst=before.vragenlijst,
        titel=_title(before, today),
        toelichting=before.toelichting,
        opent_op=today,
        sluit_op=today + OPEN_FOR,
        groepen=[
            Groepopzet(
                naam=one.naam,
                partij=one.partij.code if one.partij else "",
                gevraagd=one.gevraagd,
            )
            for one in groepen
        ],
    )
    made = keep_raadpleging(actor, opzet)
    made.vorige = before
    return keep_record(actor, made)


def _title(before: Raadpleging, today: date) -> str:
    """Return the title with this year in it, in the place of the year of the round before."""
    old, new = str(before.opent_op.year), str(today.year)
    return before.titel.replace(old, new) if old in before.titel else f"{before.titel}, {new}"
