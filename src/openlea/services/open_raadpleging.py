"""Open a round of questions: from now on the questions stay as they are."""

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from openlea.catalogue.vragenlijstkast import open_vragenlijsten
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput, Conflict, Fout
from openlea.core.raadpleging import RaadplegingStaat
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_raadpleging import find_raadpleging
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Raadpleging
from openlea.storage.records.raadpleging_values import keep_questions


@transaction.atomic
def open_raadpleging(actor: Actor, nummer: int) -> Raadpleging:
    """Return the round, open. Raises BadInput with the reason, Conflict, NotFound, NotAllowed."""
    record = find_raadpleging(actor, Verb.WIJZIGEN, nummer, hold=True)
    if record.staat != RaadplegingStaat.CONCEPT:
        raise Conflict("Deze raadpleging is al geopend.")
    lijst = open_vragenlijsten(find_roots(settings.CATALOGUE)).lijsten.get(record.vragenlijst)
    if lijst is None:
        raise BadInput([Fout("", "vragenlijst", "Deze vragenlijst is er niet meer.")])
    if record.sluit_op < timezone.localdate():
        raise BadInput([Fout("", "sluit_op", "De laatste dag is voorbij. Kies een andere.")])
    if not record.groepen.exists():
        raise BadInput([Fout("", "groepen", "Er is nog geen groep om iets te vragen.")])
    record.vragen = keep_questions(lijst)
    record.staat = RaadplegingStaat.OPEN
    kept = keep_record(actor, record)
    log_deed(
        actor, "raadpleging geopend", f"raadpleging {kept.pk}", kept.titel, noun=Noun.RAADPLEGING
    )
    return kept
