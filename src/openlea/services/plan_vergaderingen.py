"""Plan several meetings of a series at once, such as those of a whole year."""

from collections.abc import Sequence

from django.db import transaction

from openlea.core.overleg import VergaderingStaat, Vergadermoment
from openlea.policy.rechten import Actor, Verb
from openlea.services.find_reeks import find_reeks
from openlea.services.plan_vergadering import plan_vergadering
from openlea.storage.records.models import Vergadering


@transaction.atomic
def plan_vergaderingen(
    actor: Actor, reeks: int, momenten: Sequence[Vergadermoment], titel: str = ""
) -> tuple[Vergadering, ...]:
    """Return the new meetings, the earliest first; all of them are planned, or none.

    A day on which this series meets already is left alone. Raises BadInput with the field,
    NotFound and NotAllowed.
    """
    series = find_reeks(actor, Verb.WIJZIGEN, reeks)
    meets = Vergadering.objects.filter(reeks=series).exclude(staat=VergaderingStaat.AFGELAST)
    taken = set(meets.values_list("op", flat=True))
    per_day = {one.op: one for one in momenten if one.op not in taken}
    return tuple(plan_vergadering(actor, reeks, per_day[op], titel) for op in sorted(per_day))
