"""Passes on at once what nobody will answer any more, because somebody left or changed role."""

from django.db.models import Q
from django.utils import timezone

from openlea.policy.rechten import Actor
from openlea.services.rondvraag.bewaren import pass_on_open
from openlea.services.rondvraag.kring import kring_of, people_of
from openlea.storage.records import models as records
from openlea.storage.records.as_values import everything


def hand_on(actor: Actor, zonder: int | None = None) -> int:
    """Pass on every open ask that has to go to somebody else, and return how many did.

    `zonder` is a lid that leaves today: whatever is asked of it goes to the next in line now.
    """
    record, today = records.Agenda.objects.current(actor.werkruimte), timezone.localdate()
    kring = (
        kring_of(record, today, zonder) if record else people_of(actor.werkruimte, today, zonder)
    )
    asked = records.Verzoek.objects.of(actor.werkruimte).open().select_related("agenda")
    open_now = list(asked.filter(Q(agenda=record) | Q(agenda=None)))
    return pass_on_open(everything(actor.werkruimte).actor, kring, open_now)
