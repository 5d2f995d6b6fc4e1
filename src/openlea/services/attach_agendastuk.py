"""Attach a paper to an item: a file or a link."""

from django.db import transaction

from openlea.core.errors import BadInput, Fout
from openlea.core.logboek import Logsoort
from openlea.core.overleg import VergaderingStaat
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_agendapunt import find_agendapunt
from openlea.services.keep_document import Stuk, keep_document
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Agendastuk

__all__ = ["Stuk", "attach_agendastuk"]


@transaction.atomic
def attach_agendastuk(actor: Actor, punt: int, stuk: Stuk) -> Agendastuk:
    """Keep the paper with the item, also during the meeting, and return it.

    Raises BadInput with the field, NotFound and NotAllowed.
    """
    found = find_agendapunt(actor, Verb.WIJZIGEN, punt)
    meeting = found.vergadering
    if meeting is not None and meeting.staat in {
        VergaderingStaat.GEHOUDEN,
        VergaderingStaat.AFGELAST,
    }:
        raise BadInput([Fout("", "", "Deze vergadering is voorbij. De stukken staan vast.")])
    if not actor.may(Noun.DOCUMENT, Verb.MAKEN):
        raise BadInput([Fout("", "bestand", "Je rol mag geen stukken toevoegen.")])
    document = keep_document(actor, stuk)
    paper = Agendastuk(werkruimte_id=actor.werkruimte, punt=found, document=document)
    kept = keep_record(actor, paper)
    log_deed(
        actor,
        "stuk bij agendapunt",
        f"agendapunt {found.pk}",
        document.titel,
        soort=Logsoort.MAKEN,
        noun=Noun.OVERLEG,
    )
    return kept
