"""Take away a business case, and with it the outcomes that were kept."""

from django.db import transaction

from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.businesscase.vinden import find_case
from openlea.services.log_deed import log_deed


@transaction.atomic
def drop_businesscase(actor: Actor, nummer: int) -> None:
    """Take it away; its history stays. NotFound and NotAllowed."""
    record = find_case(actor, Verb.WIJZIGEN, nummer)
    titel = str(record)
    record.delete()
    log_deed(
        actor,
        "business case weggehaald",
        f"business case {nummer}",
        titel,
        soort=Logsoort.VERWIJDEREN,
        noun=Noun.BUSINESSCASE,
    )
