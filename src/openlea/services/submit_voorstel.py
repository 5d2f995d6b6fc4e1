"""Submit a proposal: from now on the board sees it and is asked to decide."""

from datetime import date

from django.db import transaction

from openlea.core.errors import BadInput, Fout
from openlea.core.opdracht import VoorstelStaat
from openlea.policy.opdracht import VoorstelStap
from openlea.policy.rechten import Actor, Noun
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.opdracht.vinden import bring_along, find_voorstel
from openlea.storage.records.models import Voorstel


def submit_voorstel(actor: Actor, nummer: int, today: date, versie: int | None = None) -> Voorstel:
    """Submit a proposal and return it; its assignment is with the board now.

    One that was held comes back as a new round. Raises BadInput when it asks no decision,
    Conflict, NotFound and NotAllowed.
    """
    with transaction.atomic():
        record = find_voorstel(actor, nummer, VoorstelStap.INDIENEN, today)
        if not record.gevraagd.strip():
            reden = "Schrijf op welk besluit je vraagt. Dan kan het overleg erover beslissen."
            raise BadInput([Fout("", "gevraagd", reden)])
        # What it was held for lies in its history; the item of then is over.
        record.staat, record.reden, record.punt = VoorstelStaat.INGEDIEND, "", None
        kept = keep_record(actor, record, versie=versie)
        bring_along(actor, kept.opdracht)
        log_deed(actor, "voorstel ingediend", kept.opdracht.titel, kept.titel, noun=Noun.OPDRACHT)
    return kept
