"""Take a paper off an item; the document itself stays with the werkruimte."""

from django.db import transaction

from openlea.core.errors import NotFound
from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_agendapunt import find_agendapunt
from openlea.services.log_deed import log_deed
from openlea.services.overleg.plaats import refuse_unless_prepared


@transaction.atomic
def remove_agendastuk(actor: Actor, punt: int, stuk: int) -> None:
    """Take the paper of this number off. Raises BadInput, NotFound and NotAllowed."""
    found = find_agendapunt(actor, Verb.WIJZIGEN, punt)
    if found.vergadering is not None:
        refuse_unless_prepared(found.vergadering)
    paper = found.stukken.select_related("document").filter(pk=stuk).first()
    if paper is None:
        raise NotFound("Dit stuk is er niet.")
    titel = paper.document.titel
    paper.delete()
    log_deed(
        actor,
        "stuk van agendapunt af",
        f"agendapunt {found.pk}",
        titel,
        soort=Logsoort.VERWIJDEREN,
        noun=Noun.OVERLEG,
    )
