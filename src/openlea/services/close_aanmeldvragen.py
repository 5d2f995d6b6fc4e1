"""Close what was asked about applying, of whoever has now filled it in for every own school."""

from django.db import transaction
from django.utils import timezone

from openlea.core.verzoek import VerzoekSoort, VerzoekStaat
from openlea.policy.rechten import Actor
from openlea.services.aanmelden.ontbrekend import missing_by_partij
from openlea.services.aanmelden.scholen import schools_here
from openlea.services.keep_record import keep_record
from openlea.storage.records.models import Aanmeldbeleid, Verzoek


@transaction.atomic
def close_aanmeldvragen(actor: Actor, schooljaar: str) -> int:
    """Close the open asks of a school year that are answered; returns how many were closed."""
    asked = list(
        Verzoek.objects.of(actor.werkruimte)
        .open()
        .filter(soort=str(VerzoekSoort.AANMELDBELEID), onderwerp_code=schooljaar)
    )
    if not asked:
        return 0
    kept = Aanmeldbeleid.objects.of(actor.werkruimte).filter(schooljaar=schooljaar)
    known = set(kept.values_list("school", flat=True))
    missing = missing_by_partij(schools_here(actor.werkruimte).scholen.values(), known)
    waiting = {one.partij_code for some in missing.values() for one in some}
    done = [one for one in asked if one.partij_code not in waiting]
    for one in done:
        one.staat, one.gedaan_op = VerzoekStaat.GEDAAN, timezone.now()
        one.gedaan_door_id = actor.persoon
        keep_record(actor, one)
    return len(done)
