"""Change what an item says: its title, what is asked, how long, who brings it in."""

from django.db import transaction

from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_agendapunt import find_agendapunt
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.overleg.plaats import refuse_unless_open, refuse_unless_prepared
from openlea.services.overleg.puntopzet import Puntopzet, fill_punt
from openlea.storage.records.models import Agendapunt


@transaction.atomic
def change_agendapunt(
    actor: Actor, nummer: int, opzet: Puntopzet, versie: int | None = None
) -> Agendapunt:
    """Keep the change and return the item. Raises BadInput, Conflict, NotFound and NotAllowed."""
    punt = find_agendapunt(actor, Verb.WIJZIGEN, nummer)
    refuse_unless_open(punt)
    if punt.vergadering is not None:
        refuse_unless_prepared(punt.vergadering)
    fill_punt(actor, punt, opzet)
    kept = keep_record(actor, punt, versie=versie)
    log_deed(actor, "agendapunt gewijzigd", f"agendapunt {kept.pk}", noun=Noun.OVERLEG)
    return kept
