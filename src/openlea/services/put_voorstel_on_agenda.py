"""Put a proposal on the agenda of the board that asked for it."""

from datetime import date

from django.db import transaction
from django.db.models import Max

from openlea.core.agenda import Zichtbaarheid
from openlea.core.opdracht import VoorstelStaat
from openlea.core.overleg import PuntSoort, PuntStaat, VergaderingStaat
from openlea.policy.opdracht import VoorstelStap
from openlea.policy.rechten import Actor
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.opdracht.vinden import bring_along, find_voorstel
from openlea.storage.records.models import (
    Agendapunt,
    Agendastuk,
    Opdracht,
    Vergadering,
    Voorstel,
)
from openlea.storage.records.opdracht_seen import items_now

OP_AGENDA = (VergaderingStaat.CONCEPT, VergaderingStaat.UITGENODIGD)
"""A meeting whose agenda still takes items."""


def put_voorstel_on_agenda(actor: Actor, nummer: int, today: date) -> Agendapunt:
    """Put a proposal on the coming meeting of its giver, and return the item.

    Without a coming meeting the item is parked. An item that still stands is not made twice.
    Raises Conflict, NotFound and NotAllowed.
    """
    with transaction.atomic():
        record = find_voorstel(actor, nummer, VoorstelStap.AGENDEREN, today)
        if (standing := _standing(actor, record, today)) is not None:
            return standing
        punt = _add(actor, record, today)
        record.staat, record.punt = VoorstelStaat.GEAGENDEERD, punt
        kept = keep_record(actor, record)
        bring_along(actor, kept.opdracht)
        log_deed(actor, "voorstel op de agenda", kept.titel, str(punt.vergadering or "geparkeerd"))
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
    last = Agendapunt.objects.filter(vergadering=meeting, reeks_id=opdracht.opdrachtgever_id)
    punt = Agendapunt(
        werkruimte_id=actor.werkruimte,
        reeks=opdracht.opdrachtgever,
        vergadering=meeting,
        volgorde=(last.aggregate(last=Max("volgorde"))["last"] or 0) + 1,
        titel=f"Voorstel: {voorstel.titel}"[:200],
        soort=PuntSoort.BESLUITEN,
        toelichting=voorstel.gevraagd,
        minuten=15,
        inbrenger=opdracht.werkgroep.naam,
        speerpunt=opdracht.speerpunt,
        zichtbaarheid=_seen_by(opdracht),
    )
    keep_record(actor, punt)
    if voorstel.document is not None:
        stuk = Agendastuk(werkruimte_id=actor.werkruimte, punt=punt, document=voorstel.document)
        keep_record(actor, stuk)
    return punt


def _coming(opdracht: Opdracht, today: date) -> Vergadering | None:
    found = Vergadering.objects.of(opdracht.werkruimte_id).coming(today)
    open_ones = found.filter(reeks_id=opdracht.opdrachtgever_id, staat__in=OP_AGENDA)
    return open_ones.first()


def _seen_by(opdracht: Opdracht) -> Zichtbaarheid:
    """Return how visible the item is: nothing of an assignment goes public by itself."""
    internal = opdracht.zichtbaarheid == Zichtbaarheid.INTERN
    return Zichtbaarheid.INTERN if internal else Zichtbaarheid.PARTNERS
