"""Who else types at an item."""

from datetime import datetime

from openlea.policy.rechten import Actor
from openlea.storage.records.models import Schrijver


def others_typing(actor: Actor, punt: int, now: datetime) -> tuple[str, ...]:
    """Return the names of everybody else who types at an item now."""
    signs = Schrijver.objects.typing(punt, now).exclude(persoon_id=actor.persoon or 0)
    return tuple(signs.values_list("naam", flat=True))
