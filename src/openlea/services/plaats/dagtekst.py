"""Enters the public text of the day in a round, once: a second one would make choosing possible."""

import unicodedata

from django.db import transaction
from django.utils import timezone

from openlea.core.errors import BadInput, Conflict, Fout
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_kinderronde import find_kinderronde
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Plaatsingsronde

LONGEST = 500
TWEEDE = "De tekst van de dag staat al vast. Een tweede zou kiezen mogelijk maken."


@transaction.atomic
def enter_dagtekst(
    actor: Actor, nummer: int, zaad: str, versie: int | None = None
) -> Plaatsingsronde:
    """Return the round with its text; the same text again is no fault.

    Conflict when nothing was promised, when it was drawn, or with another text than before;
    BadInput without a text, or before the day of the draw.
    """
    ronde = find_kinderronde(actor, nummer, Verb.MAKEN, hold=True)
    if ronde.geplaatst_op is not None:
        raise Conflict("Er is al geloot.")
    if ronde.vastgelegd_op is None:
        raise Conflict("Leg eerst vast wie meedoet.")
    text = unicodedata.normalize("NFC", " ".join(zaad.split()))
    if ronde.zaad and text != ronde.zaad:
        raise Conflict(TWEEDE)
    if ronde.zaad:
        return ronde
    if not text or len(text) > LONGEST:
        raise BadInput([Fout("", "zaad", f"Schrijf de tekst van de dag, tot {LONGEST} tekens.")])
    if ronde.loting_op and timezone.localdate() < ronde.loting_op:
        raise BadInput([Fout("", "zaad", "De dag van de loting is er nog niet.")])
    ronde.zaad = text
    kept = keep_record(actor, ronde, versie=versie)
    log_deed(actor, "tekst van de dag", f"ronde {kept.pk}", text, noun=Noun.AANMELDING)
    return kept
