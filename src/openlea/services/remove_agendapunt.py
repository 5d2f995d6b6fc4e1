"""Take an item off the agenda for good; what people could have seen stays as 'vervallen'."""

from django.db import transaction

from openlea.core.logboek import Logsoort
from openlea.core.overleg import PuntStaat, VergaderingStaat
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_agendapunt import find_agendapunt
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.overleg.plaats import refuse_unless_open, refuse_unless_prepared
from openlea.storage.records.models import Agendapunt


@transaction.atomic
def remove_agendapunt(actor: Actor, nummer: int) -> Agendapunt | None:
    """Return the item as it stays, or None when nothing of it had been told to anybody.

    Raises BadInput, NotFound and NotAllowed.
    """
    punt = find_agendapunt(actor, Verb.WIJZIGEN, nummer)
    refuse_unless_open(punt)
    if punt.vergadering is not None:
        refuse_unless_prepared(punt.vergadering)
    log_deed(
        actor,
        "agendapunt weg",
        f"agendapunt {punt.pk}",
        punt.titel,
        soort=Logsoort.VERWIJDEREN,
        noun=Noun.OVERLEG,
    )
    if _is_silent(punt):
        punt.delete()
        return None
    punt.staat = PuntStaat.VERVALLEN
    return keep_record(actor, punt)


def _is_silent(punt: Agendapunt) -> bool:
    """Return whether nobody saw it: in a concept, without a past and without lines."""
    meeting = punt.vergadering
    concept = meeting is not None and meeting.staat == VergaderingStaat.CONCEPT
    return concept and punt.komt_van_id is None and not _is_used(punt)


def _is_used(punt: Agendapunt) -> bool:
    return any(
        found.exists()
        for found in (punt.notities, punt.stukken, punt.vervolg, punt.besluiten, punt.afspraken)
    )
