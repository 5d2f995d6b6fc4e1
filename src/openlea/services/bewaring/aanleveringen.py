"""Rows about persons: on their day the key is destroyed, so that no copy gives them back."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from django.db import transaction

from openlea.core.bewaring import Kandidaat
from openlea.policy.rechten import Actor, LidRol
from openlea.services.bewaring.soort import Plek, Soort
from openlea.services.kluis.wissen import mark_erased, wipe
from openlea.storage.records.models import Aanlevering

WAAROM = "De bewaartermijn is voorbij."


def _find(plek: Plek, _voor: date) -> Sequence[Kandidaat]:
    kept = Aanlevering.objects.filter(werkruimte=plek).kept().order_by("pk")
    return [Kandidaat(*one) for one in kept.values_list("pk", "bewaren_tot")]


def _remove(plek: Plek, nummers: Sequence[int]) -> int:
    if plek is None:
        return 0
    actor = Actor(werkruimte=plek.pk, rol=LidRol.ANALIST, naam="Bewaartermijn")
    due = Aanlevering.objects.of(plek.pk).kept().filter(pk__in=nummers).select_related("werkruimte")
    for one in due:
        gone = mark_erased(actor, one, WAAROM)
        transaction.on_commit(partial(wipe, gone))
    return len(due)


AANLEVERING = Soort("aanlevering", _find, _remove)
