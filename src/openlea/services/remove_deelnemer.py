"""Take somebody from the table of a meeting; who was invited gets the event cancelled."""

from openlea.core.errors import NotFound
from openlea.policy.rechten import Actor, Verb
from openlea.services.find_vergadering import find_vergadering
from openlea.services.overleg.plaats import refuse_unless_prepared
from openlea.services.overleg.versturen import Verzonden, take_away
from openlea.storage.records.models import Deelnemer


def remove_deelnemer(actor: Actor, vergadering: int, nummer: int) -> Verzonden:
    """Return who was told. Who can't be told stays on the list, so that it can be tried again.

    Raises BadInput, NotFound and NotAllowed.
    """
    meeting = find_vergadering(actor, Verb.WIJZIGEN, vergadering)
    refuse_unless_prepared(meeting)
    found = Deelnemer.objects.of(meeting.pk).filter(pk=nummer)
    one = found.select_related("vergadering__reeks", "vergadering__werkruimte").first()
    if one is None:
        raise NotFound("Deze deelnemer is er niet.")
    return take_away(actor, [one])
