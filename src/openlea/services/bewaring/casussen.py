"""Casussen: on the day that was chosen the key is destroyed, so that no copy gives them back."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from django.db import transaction

from openlea.core.bewaring import Kandidaat
from openlea.policy.rechten import Actor
from openlea.services.bewaring.soort import Plek, Soort
from openlea.services.casus.wissen import mark_erased, wipe
from openlea.storage.records.models import Casus

WAAROM = "De gekozen dag is voorbij."


def _find(plek: Plek, _voor: date) -> Sequence[Kandidaat]:
    kept = Casus.objects.filter(werkruimte=plek, gewist_op=None).order_by("pk")
    return [Kandidaat(*one) for one in kept.values_list("pk", "verwijderen_op")]


def _remove(plek: Plek, nummers: Sequence[int]) -> int:
    if plek is None:
        return 0
    actor = Actor(werkruimte=plek.pk, naam="Bewaartermijn")
    due = Casus.objects.of(plek.pk).filter(gewist_op=None, pk__in=nummers)
    found = list(due.select_related("werkruimte"))
    for one in found:
        transaction.on_commit(partial(wipe, mark_erased(actor, one, WAAROM)))
    return len(found)


CASUS = Soort("casus", _find, _remove)
