"""Note that somebody types at an item, so that a second writer is told."""

from django.utils import timezone

from openlea.policy.rechten import Actor, Verb
from openlea.services.vergaderen.tafel import find_attended_item
from openlea.storage.records.models import Schrijver


def note_schrijver(actor: Actor, punt: int, *, typt: bool = True) -> None:
    """Keep that the actor types at an item now, or (`typt` is False) has stopped.

    Raises NotFound and NotAllowed as every verb of a line does.
    """
    item = find_attended_item(actor, Verb.MAKEN, punt)
    if actor.persoon is None:
        return
    signs = Schrijver.objects.filter(punt=item, persoon_id=actor.persoon)
    if not typt:
        signs.delete()
        return
    now = timezone.now()
    if not signs.update(op=now, naam=actor.naam):
        Schrijver.objects.update_or_create(
            punt=item,
            persoon_id=actor.persoon,
            defaults={"werkruimte_id": actor.werkruimte, "naam": actor.naam, "op": now},
        )
