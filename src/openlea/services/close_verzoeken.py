"""Close what was asked about a thing, because somebody has just answered it."""

from django.utils import timezone

from openlea.core.verzoek import OnderwerpSoort, VerzoekSoort, VerzoekStaat
from openlea.policy.rechten import Actor
from openlea.services.keep_record import keep_record
from openlea.storage.records import models as records


def close_verzoeken(
    actor: Actor, soort: VerzoekSoort, onderwerp_soort: OnderwerpSoort, code: str
) -> int:
    """Close the open Verzoeken of this kind on this subject as gedaan, and return how many.

    One answer is enough, whoever gave it: the same rule as `policy.verzoek.settle`.
    """
    asked = records.Verzoek.objects.of(actor.werkruimte).open()
    found = list(
        asked.filter(soort=str(soort), onderwerp_soort=str(onderwerp_soort), onderwerp_code=code)
    )
    for verzoek in found:
        verzoek.staat = VerzoekStaat.GEDAAN
        verzoek.gedaan_op = timezone.now()
        verzoek.gedaan_door_id = actor.persoon
        keep_record(actor, verzoek)
    return len(found)
