"""Propose a consultation that was held as proof of the tasks whose topics it covered."""

from django.db import transaction

from openlea.policy.bewijsvoorstel import Overleg, from_overleg
from openlea.services.taken.dekking import topic_codes
from openlea.services.taken.plank import plichten_here
from openlea.services.taken.voorstellen import keep_found
from openlea.storage.records import models as records
from openlea.storage.records.as_values import everything
from openlea.storage.records.verplichting_values import verplichting_value


@transaction.atomic
def propose_overleg(werkruimte: int, overleg: Overleg) -> int:
    """Propose a consultation for the waiting tasks of its year, and return how many are new.

    There is no actor: the product proposes, a person accepts. A second time nothing is added.
    """
    waiting = records.Verplichting.objects.of(werkruimte).waiting().in_year(overleg.op.year)
    taken = {one.pk: one for one in waiting.filter(plicht__in=list(overleg.plichten))}
    plichten = plichten_here()
    found = {
        nummer: tuple(
            from_overleg(verplichting_value(one), overleg, topic_codes(plichten.get(one.plicht)))
        )
        for nummer, one in taken.items()
    }
    shown = {nummer: each for nummer, each in found.items() if each}
    return keep_found(everything(werkruimte).actor, taken, shown)
