"""Take away a building, and with it who used it."""

from django.db import transaction

from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun
from openlea.services.huisvesting.vinden import find_to_change
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Gebouw


@transaction.atomic
def drop_gebouw(actor: Actor, nummer: int) -> None:
    """Take it away; its history stays. NotFound and NotAllowed."""
    find_to_change(actor, Gebouw, nummer).delete()
    log_deed(
        actor,
        "gebouw weggehaald",
        f"gebouw {nummer}",
        soort=Logsoort.VERWIJDEREN,
        noun=Noun.HUISVESTING,
    )
