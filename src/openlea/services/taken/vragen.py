"""The asks that go with legal tasks: closed when a task no longer waits, opened when it does."""

from collections.abc import Collection

from django.utils import timezone

from openlea.core.verzoek import VerzoekSoort, VerzoekStaat
from openlea.policy.rechten import Actor
from openlea.services.keep_record import keep_record
from openlea.storage.records import models as records


def close_asks(actor: Actor, nummers: Collection[int], staat: VerzoekStaat) -> int:
    """Close what is asked about some tasks, by their numbers, and return how many asks that were.

    What was done has a moment and somebody who did it; what lapsed has neither.
    """
    if not nummers:
        return 0
    is_done = staat is VerzoekStaat.GEDAAN
    asked = records.Verzoek.objects.of(actor.werkruimte).open()
    found = list(
        asked.filter(
            soort=str(VerzoekSoort.BEWIJS), onderwerp_code__in=[str(one) for one in nummers]
        )
    )
    for verzoek in found:
        verzoek.staat = staat
        verzoek.gedaan_op = timezone.now() if is_done else None
        verzoek.gedaan_door_id = actor.persoon if is_done else None
        keep_record(actor, verzoek)
    return len(found)
