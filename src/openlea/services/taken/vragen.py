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


def open_asks_again(actor: Actor, taak: records.Verplichting) -> int:
    """Open the last ask about a task again, because what closed it was undone; how many that was.

    Somebody who left since then is passed on in the next round.
    """
    asked = records.Verzoek.objects.of(actor.werkruimte).filter(
        soort=str(VerzoekSoort.BEWIJS), onderwerp_code=str(taak.pk)
    )
    if asked.open().exists():
        return 0
    last = asked.filter(staat__in=[str(VerzoekStaat.GEDAAN), str(VerzoekStaat.VERVALLEN)])
    verzoek = last.order_by("-id").first()
    if verzoek is None:
        return 0
    verzoek.staat, verzoek.gedaan_op, verzoek.gedaan_door = VerzoekStaat.OPEN, None, None
    keep_record(actor, verzoek)
    return 1
