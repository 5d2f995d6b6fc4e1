"""List the meetings to which somebody is asked and has not said yet whether to come."""

from datetime import date

from openlea.core.overleg import Aanwezigheid, VergaderingStaat
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.policy.vergaderregel import Vergaderregel
from openlea.storage.records.models import Deelnemer, Vergadering
from openlea.storage.records.scope_overleg import vergaderingen_within


def list_own_uitnodigingen(actor: Actor, today: date) -> tuple[Vergaderregel, ...]:
    """Return the coming meetings that wait for this person's answer, first day first; one query."""
    if not actor.lid:
        return ()
    asked = Deelnemer.objects.filter(lid_id=actor.lid, aanwezigheid=Aanwezigheid.ONBEKEND)
    every = Vergadering.objects.of(actor.werkruimte).filter(
        staat=VergaderingStaat.UITGENODIGD, op__gte=today, pk__in=asked.values("vergadering")
    )
    scope = actor.scope(Noun.OVERLEG, Verb.ZIEN)
    return tuple(
        Vergaderregel(
            nummer=one.pk,
            titel=one.titel,
            reeks=one.reeks_id,
            op=one.op,
            staat=VergaderingStaat(one.staat),
        )
        for one in vergaderingen_within(every, scope, actor, today).order_by("op", "pk")
    )
