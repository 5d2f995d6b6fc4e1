"""Take away an aanvraag."""

from django.db import transaction

from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun
from openlea.services.huisvesting.vinden import find_to_change
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Huisvestingsaanvraag


@transaction.atomic
def drop_huisvestingsaanvraag(actor: Actor, nummer: int) -> None:
    """Take it away; its history stays. NotFound and NotAllowed."""
    find_to_change(actor, Huisvestingsaanvraag, nummer).delete()
    log_deed(
        actor,
        "aanvraag huisvesting weggehaald",
        f"huisvestingsaanvraag {nummer}",
        soort=Logsoort.VERWIJDEREN,
        noun=Noun.HUISVESTING,
    )
