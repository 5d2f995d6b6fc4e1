"""Keep a proposal of a werkgroep: a new draft, or one that is still being written."""

from dataclasses import dataclass, replace
from datetime import date

from django.db import transaction

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import BadInput, Fout
from openlea.policy.opdracht import OpdrachtStap, VoorstelStap
from openlea.policy.rechten import Actor, Noun
from openlea.services.keep_document import Stuk, keep_document
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.opdracht.vinden import find_opdracht, find_voorstel
from openlea.storage.records.models import Voorstel


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorstelopzet:
    """What is proposed, which decision is asked, and a paper with it; no paper keeps the old."""

    titel: str
    tekst: str
    gevraagd: str = ""
    stuk: Stuk | None = None


def keep_voorstel(
    actor: Actor,
    opdracht: int,
    opzet: Voorstelopzet,
    today: date,
    nummer: int | None = None,
    versie: int | None = None,
) -> Voorstel:
    """Keep a proposal and return it: a new draft on an assignment, or that of `nummer`.

    Raises BadInput with the field, Conflict, NotFound and NotAllowed.
    """
    _check(opzet)
    with transaction.atomic():
        record = _start(actor, opdracht, nummer, today)
        record.titel, record.tekst = opzet.titel.strip(), opzet.tekst.strip()
        record.gevraagd = opzet.gevraagd.strip()
        if opzet.stuk is not None:
            seen = Zichtbaarheid(record.opdracht.zichtbaarheid)
            record.document = keep_document(actor, replace(opzet.stuk, zichtbaarheid=seen))
        kept = keep_record(actor, record, versie=versie)
        deed = "voorstel gewijzigd" if nummer else "voorstel opgesteld"
        log_deed(actor, deed, kept.opdracht.titel, kept.titel, noun=Noun.OPDRACHT)
    return kept


def _start(actor: Actor, opdracht: int, nummer: int | None, today: date) -> Voorstel:
    if nummer is not None:
        return find_voorstel(actor, nummer, VoorstelStap.WIJZIGEN, today)
    on = find_opdracht(actor, opdracht, OpdrachtStap.VOORSTELLEN, today)
    return Voorstel(werkruimte_id=actor.werkruimte, opdracht=on)


def _check(opzet: Voorstelopzet) -> None:
    faults = []
    if not opzet.titel.strip():
        faults.append(Fout("", "titel", "Geef het voorstel een titel."))
    if not opzet.tekst.strip():
        faults.append(Fout("", "tekst", "Schrijf op wat de werkgroep voorstelt."))
    if faults:
        raise BadInput(faults)
