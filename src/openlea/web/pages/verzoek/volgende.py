"""When the next question comes, so that nobody has to keep an eye on it."""

from django.utils import timezone

from openlea.policy.actualiteit import next_due
from openlea.policy.rechten import Actor
from openlea.policy.schrijfwijze import month
from openlea.storage.records.as_values import agenda_values, everything
from openlea.storage.records.models import Agenda, Partij, Verzoek


def next_question(actor: Actor) -> str:
    """Return when the next question comes, as a sentence."""
    waiting = Verzoek.objects.of(actor.werkruimte).open().for_leden([actor.lid or 0]).count()
    if waiting:
        more = "nog één vraag" if waiting == 1 else f"nog {waiting} vragen"
        return f"Er staat {more} voor je klaar."
    record = Agenda.objects.current(actor.werkruimte)
    partij = Partij.objects.of(actor.werkruimte).filter(pk=actor.partij or 0).first()
    if record is None or partij is None:
        return ""
    today = timezone.localdate()
    agenda = agenda_values(record, everything(actor.werkruimte))
    due = next_due(agenda, {partij.code}, record.in_gebruik_op, today)
    return "" if due is None else f"Je volgende vraag komt in {month(due, today)}."
