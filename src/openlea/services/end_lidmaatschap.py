"""End the membership of somebody on a day; what is asked of them goes on to the next at once."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from openlea.core.errors import BadInput
from openlea.core.logboek import Logsoort
from openlea.policy.lidmaatschap import check_einde, is_last_beheerder
from openlea.policy.rechten import Actor, Noun
from openlea.services.end_sessies import end_sessies
from openlea.services.find_lid import find_lid
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.rondvraag.doorgeven import hand_on
from openlea.storage.records import models as records
from openlea.storage.records.verzoek_values import leden_values


@transaction.atomic
def end_lidmaatschap(actor: Actor, lid: int, tot: date | None, *, versie: int | None = None) -> int:
    """Set the last day (None: no last day) and return how many open asks passed on.

    With today or a day before as the last one, the asks pass on now; with a later day, the first
    time that asks are made after it. The last one who keeps the agenda can't leave. What a person
    ended, no rule of a sign-in service gives again; only a person does.
    """
    found = find_lid(actor, lid)
    today = timezone.localdate()
    leden = leden_values(records.Lidmaatschap.objects.of(actor.werkruimte))
    is_last = is_last_beheerder(lid, leden, max(today, tot or today))
    if fouten := check_einde(found.van, tot, is_last=is_last):
        raise BadInput(fouten)
    found.tot, found.is_beeindigd = tot, tot is not None
    keep_record(actor, found, versie=versie)
    log_deed(
        actor,
        "lidmaatschap beëindigd" if tot else "lidmaatschap gaat door",
        f"lid {lid}",
        soort=Logsoort.RECHT,
        noun=Noun.LID,
    )
    end_sessies(found.persoon_id, "lidmaatschap gewijzigd")
    return hand_on(actor, zonder=lid) if tot is not None and tot <= today else 0
