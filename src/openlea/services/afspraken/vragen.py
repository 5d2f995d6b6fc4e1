"""Closes what was asked of parties about an agreement."""

from django.utils import timezone

from openlea.core.verzoek import OnderwerpSoort, VerzoekSoort, VerzoekStaat
from openlea.policy.rechten import Actor
from openlea.services.keep_record import keep_record
from openlea.storage.records import models as records


def close_asks(actor: Actor, nummer: int, staat: VerzoekStaat, partij: str = "") -> int:
    """Close the open asks to confirm an agreement, of one partij or of all; return how many."""
    found = (
        records.Verzoek.objects.of(actor.werkruimte)
        .open()
        .filter(
            soort=str(VerzoekSoort.BEVESTIGEN),
            onderwerp_soort=str(OnderwerpSoort.AFSPRAAK),
            onderwerp_code=str(nummer),
        )
    )
    if partij:
        found = found.filter(partij_code=partij)
    done = staat is VerzoekStaat.GEDAAN
    asked = list(found)
    for one in asked:
        one.staat = staat
        one.gedaan_op = timezone.now() if done else None
        one.gedaan_door_id = actor.persoon if done else None
        keep_record(actor, one)
    return len(asked)
