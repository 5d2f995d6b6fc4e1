"""Put a proposal on the agenda of the board that asked for it."""

from datetime import date

from django.db import transaction

from openlea.core.agenda import Zichtbaarheid
from openlea.core.opdracht import VoorstelStaat
from openlea.core.overleg import PuntSoort, PuntStaat, VergaderingStaat
from openlea.policy.opdracht import VoorstelStap
from openlea.policy.rechten import Actor, Noun
from openlea.policy.vergaderplanning import VOORBEREIDEN
from openlea.services.keep_document import Stuk, keep_document
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.opdracht.vinden import bring_along, find_voorstel
from openlea.services.overleg.plaats import make_place
from openlea.services.papier.opdracht import compose_voorstel
from openlea.services.write_stuk import write_stuk
from openlea.storage.records.models import (
    Agendapunt,
    Agendastuk,
    Document,
    Opdracht,
    Vergadering,
    Voorstel,
)
from openlea.storage.records.opdracht_seen import items_now


def put_voorstel_on_agenda(actor: Actor, nummer: int, today: date) -> Agendapunt:
    """Put a proposal on the coming meeting of its giver, and return the item.

    The text as it was submitted goes along as a PDF. Without a coming meeting the item is parked.
    An item that still stands is not made twice. Raises Conflict, NotFound and NotAllowed.
    """
    with transaction.atomic():
        record = find_voorstel(actor, nummer, VoorstelStap.AGENDEREN, today)
        if (standing := _standing(actor, record, today)) is not None:
            return standing
        paper = _paper(record, today)
        punt = _add(actor, record, today)
        for document in (keep_document(actor, paper), record.document):
            if document is not None:
                _lay_on_table(actor, punt, document)
        record.staat, record.punt = VoorstelStaat.GEAGENDEERD, punt
        kept = keep_record(actor, record)
        bring_along(actor, kept.opdracht)
        log_deed(
            actor,
            "voorstel op de agenda",
            kept.titel,
            str(punt.vergadering or "geparkeerd"),
            noun=Noun.OPDRACHT,
        )
    return punt


def _standing(actor: Actor, voorstel: Voorstel, today: date) -> Agendapunt | None:
    """Return the item on which the board will still talk about it, or None."""
    if voorstel.punt_id is None or voorstel.staat != VoorstelStaat.GEAGENDEERD:
        return None
    punt = items_now(actor, [voorstel.punt_id], today).get(voorstel.punt_id)
    if punt is None or punt.staat != PuntStaat.OPEN:
        return None
    off = punt.vergadering and punt.vergadering.staat == VergaderingStaat.AFGELAST
    return None if off else punt


def _add(actor: Actor, voorstel: Voorstel, today: date) -> Agendapunt:
    opdracht = voorstel.opdracht
    meeting = _coming(opdracht, today)
    punt = Agendapunt(
        werkruimte_id=actor.werkruimte,
        reeks=opdracht.opdrachtgever,
        vergadering=meeting,
        volgorde=make_place(meeting) if meeting else 0,
        titel=f"Voorstel: {voorstel.titel}"[:200],
        soort=PuntSoort.BESLUITEN,
        toelichting=voorstel.gevraagd,
        minuten=15,
        inbrenger=opdracht.werkgroep.naam,
        speerpunt=opdracht.speerpunt,
        zichtbaarheid=_seen_by(opdracht),
    )
    return keep_record(actor, punt)


def _paper(voorstel: Voorstel, today: date) -> Stuk:
    """Return the proposal as a file, so that who is asked can read what is on the table."""
    whole = compose_voorstel(voorstel, voorstel.werkruimte.naam, today)
    return Stuk(
        titel=f"Voorstel: {voorstel.titel}"[:200],
        zichtbaarheid=_seen_by(voorstel.opdracht),
        inhoud=write_stuk(whole, "pdf"),
    )


def _lay_on_table(actor: Actor, punt: Agendapunt, document: Document) -> None:
    keep_record(actor, Agendastuk(werkruimte_id=actor.werkruimte, punt=punt, document=document))


def _coming(opdracht: Opdracht, today: date) -> Vergadering | None:
    found = Vergadering.objects.of(opdracht.werkruimte_id).coming(today)
    staten = [str(one) for one in VOORBEREIDEN]
    return found.filter(reeks_id=opdracht.opdrachtgever_id, staat__in=staten).first()


def _seen_by(opdracht: Opdracht) -> Zichtbaarheid:
    """Return how visible the item is: nothing of an assignment goes public by itself."""
    internal = opdracht.zichtbaarheid == Zichtbaarheid.INTERN
    return Zichtbaarheid.INTERN if internal else Zichtbaarheid.PARTNERS
