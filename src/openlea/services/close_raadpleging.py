"""Close a round of questions: freeze what may be shown, then forget what everybody answered."""

from random import SystemRandom

from django.db import transaction
from django.utils import timezone

from openlea.core.errors import Conflict
from openlea.core.raadpleging import RaadplegingStaat
from openlea.policy.raadpleegcel import SCHUIVEN
from openlea.policy.raadpleging_uitkomst import publish
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_raadpleging import find_raadpleging
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Raadpleegantwoord, Raadpleeggroep, Raadpleging
from openlea.storage.records.raadpleging import forget_traces
from openlea.storage.records.raadpleging_values import answer_of, keep_outcome, questions_of


@transaction.atomic
def close_raadpleging(actor: Actor, nummer: int) -> Raadpleging:
    """Return the round, closed, with its outcome; the answers themselves are deleted.

    It can't be opened again: a second draw of the same answers would tell more than one. Raises
    Conflict for a round that isn't open, NotFound and NotAllowed.
    """
    record = find_raadpleging(actor, Verb.WIJZIGEN, nummer, hold=True)
    if record.staat != RaadplegingStaat.OPEN:
        raise Conflict("Deze raadpleging is niet open.")
    # Held like in answering, so that no answer comes in between reading and forgetting.
    groepen = list(Raadpleeggroep.objects.select_for_update().filter(raadpleging=record))
    antwoorden = {
        groep.naam: [answer_of(one.waarden) for one in groep.antwoorden.all()] for groep in groepen
    }
    uitkomst = publish(questions_of(record), antwoorden, lambda: SystemRandom().choice(SCHUIVEN))
    record.uitkomst = keep_outcome(uitkomst)
    record.staat, record.gesloten_op = RaadplegingStaat.GESLOTEN, timezone.now()
    kept = keep_record(actor, record)
    Raadpleegantwoord.objects.filter(groep__in=groepen).delete()
    transaction.on_commit(forget_traces, robust=True)
    log_deed(
        actor, "raadpleging gesloten", f"raadpleging {kept.pk}", kept.titel, noun=Noun.RAADPLEGING
    )
    return kept
