"""Find an item of a meeting or of a backlog that somebody wants to see or change."""

from django.utils import timezone

from openlea.core.errors import NotFound
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_reeks import find_reeks
from openlea.services.find_vergadering import find_vergadering
from openlea.storage.records.models import Agendapunt
from openlea.storage.records.scope_overleg import punten_within


def find_agendapunt(actor: Actor, verb: Verb, nummer: int) -> Agendapunt:
    """Return the item of this number, with its meeting and series.

    Raises NotFound for what the actor may not see, NotAllowed for what may be seen but not changed.
    """
    every = Agendapunt.objects.of(actor.werkruimte).filter(pk=nummer)
    seen = actor.scope(Noun.OVERLEG, Verb.ZIEN)
    found = punten_within(every, seen, actor, timezone.localdate()).first()
    if found is None:
        raise NotFound("Dit agendapunt is er niet.")
    if verb is not Verb.ZIEN:
        if found.vergadering_id is None:
            find_reeks(actor, verb, found.reeks_id)
        else:
            find_vergadering(actor, verb, found.vergadering_id)
    return found
