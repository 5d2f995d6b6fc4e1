"""Take away a line of help at a school."""

from django.db import transaction

from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun
from openlea.services.aanbod.vinden import find_to_change
from openlea.services.log_deed import log_deed


@transaction.atomic
def drop_aanbod(actor: Actor, nummer: int) -> None:
    """Take it away; its history stays. NotFound and NotAllowed."""
    find_to_change(actor, nummer).delete()
    log_deed(
        actor,
        "aanbod weggehaald",
        f"aanbod {nummer}",
        soort=Logsoort.VERWIJDEREN,
        noun=Noun.AANBOD,
    )
