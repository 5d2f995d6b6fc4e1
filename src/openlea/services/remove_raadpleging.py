"""Throw a round of questions away that was never opened."""

from django.db import transaction

from openlea.core.errors import Conflict
from openlea.core.logboek import Logsoort
from openlea.core.raadpleging import RaadplegingStaat
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_raadpleging import find_raadpleging
from openlea.services.log_deed import log_deed


@transaction.atomic
def remove_raadpleging(actor: Actor, nummer: int) -> str:
    """Return the title of the concept that is gone. Raises Conflict, NotFound and NotAllowed."""
    record = find_raadpleging(actor, Verb.WIJZIGEN, nummer, hold=True)
    if record.staat != RaadplegingStaat.CONCEPT:
        raise Conflict("Alleen een concept kan weg.")
    titel = record.titel
    record.delete()
    log_deed(
        actor,
        "raadpleging weggehaald",
        f"raadpleging {nummer}",
        titel,
        soort=Logsoort.VERWIJDEREN,
        noun=Noun.RAADPLEGING,
    )
    return titel
