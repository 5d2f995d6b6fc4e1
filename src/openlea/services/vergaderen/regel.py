"""Find a line of a meeting that somebody wants to change or strike out."""

from openlea.core.errors import NotAllowed, NotFound
from openlea.core.overleg import VergaderingStaat, VerslagStaat
from openlea.policy.rechten import Actor, Verb
from openlea.policy.vergaderorde import may_change_line
from openlea.services.vergaderen.tafel import find_attended_item, leads
from openlea.storage.records.models import Notitie

NIET_JOUW_REGEL = "Een regel verandert alleen wie hem schreef, of wie het verslag bijhoudt."


def find_line(actor: Actor, nummer: int) -> Notitie:
    """Return a line that the actor may change now.

    Raises NotFound for what it may not see, NotAllowed for a line of somebody else, or too late.
    """
    found = Notitie.objects.filter(werkruimte_id=actor.werkruimte, pk=nummer).first()
    if found is None:
        raise NotFound("Deze regel is er niet.")
    meeting = find_attended_item(actor, Verb.WIJZIGEN, found.punt_id).vergadering
    own = actor.persoon is not None and found.door_id == actor.persoon
    if meeting is None or not may_change_line(
        VergaderingStaat(meeting.staat),
        VerslagStaat(meeting.verslag_staat),
        own=own,
        leads=leads(actor, meeting),
    ):
        raise NotAllowed(NIET_JOUW_REGEL)
    return found
