"""Add an item to the agenda of a meeting, or to the backlog of a series."""

from django.db import transaction

from openlea.core.errors import BadInput, Fout
from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_reeks import find_reeks
from openlea.services.find_vergadering import find_vergadering
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.overleg.plaats import make_place, refuse_unless_prepared
from openlea.services.overleg.puntopzet import Puntopzet, fill_punt
from openlea.storage.records.models import Agendapunt

__all__ = ["Puntopzet", "add_agendapunt"]


@transaction.atomic
def add_agendapunt(
    actor: Actor,
    opzet: Puntopzet,
    *,
    vergadering: int | None = None,
    reeks: int | None = None,
) -> Agendapunt:
    """Return the new item: the last of the meeting of this number, or parked in this series.

    A topic of the law that is on that agenda already gives that item, and makes no second one.
    Raises BadInput with the field, NotFound and NotAllowed.
    """
    if vergadering is not None:
        meeting = find_vergadering(actor, Verb.WIJZIGEN, vergadering)
        refuse_unless_prepared(meeting)
        punt = Agendapunt(reeks_id=meeting.reeks_id, vergadering=meeting)
        if opzet.plicht and (same := _same_topic(punt, opzet)):
            return same
        punt.volgorde = make_place(meeting)
    elif reeks is not None:
        punt = Agendapunt(reeks=find_reeks(actor, Verb.WIJZIGEN, reeks))
    else:
        raise BadInput([Fout("", "", "Kies een vergadering of een overleg.")])
    punt.werkruimte_id = actor.werkruimte
    fill_punt(actor, punt, opzet)
    kept = keep_record(actor, punt)
    log_deed(
        actor,
        "agendapunt toegevoegd",
        f"agendapunt {kept.pk}",
        kept.titel,
        soort=Logsoort.MAKEN,
        noun=Noun.OVERLEG,
    )
    return kept


def _same_topic(punt: Agendapunt, opzet: Puntopzet) -> Agendapunt | None:
    if not opzet.onderwerp:
        return None
    there = Agendapunt.objects.on_agenda(punt.vergadering_id or 0)
    return there.filter(plicht=opzet.plicht, onderwerp=opzet.onderwerp).first()
