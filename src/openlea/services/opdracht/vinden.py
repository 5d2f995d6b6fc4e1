"""Find an assignment or a proposal for a step, with the right to take it."""

from datetime import date

from openlea.core.errors import Conflict, NotAllowed, NotFound
from openlea.core.opdracht import OpdrachtStaat, VoorstelStaat
from openlea.policy.opdracht import (
    OpdrachtStap,
    VoorstelStap,
    follow_proposals,
    proposal_steps,
    steps_open,
)
from openlea.policy.rechten import Actor
from openlea.services.keep_record import keep_record
from openlea.storage.records.models import Opdracht, Voorstel
from openlea.storage.records.opdracht_seen import opdrachten_seen, place_of, voorstellen_seen

TOO_LATE = "Deze stap kan niet meer: de stand is intussen veranderd."


def find_opdracht(actor: Actor, nummer: int, stap: OpdrachtStap, today: date) -> Opdracht:
    """Return an assignment with which the actor may take a step now.

    Raises NotFound for what is not there or hidden, NotAllowed for another's side, Conflict when
    the state no longer allows it.
    """
    found = opdrachten_seen(actor, today).filter(pk=nummer).first()
    if found is None:
        raise NotFound("Deze opdracht is er niet.")
    kanten = place_of(actor, today).sides(found)
    if stap in steps_open(OpdrachtStaat(found.staat), kanten):
        return found
    if any(stap in steps_open(staat, kanten) for staat in OpdrachtStaat):
        raise Conflict(TOO_LATE)
    raise NotAllowed("Dit kan alleen de opdrachtgever of de werkgroep zelf.")


def find_voorstel(actor: Actor, nummer: int, stap: VoorstelStap, today: date) -> Voorstel:
    """Return a proposal with which the actor may take a step now; raises as `find_opdracht`."""
    found = voorstellen_seen(actor, today).filter(pk=nummer).first()
    if found is None:
        raise NotFound("Dit voorstel is er niet.")
    kanten = place_of(actor, today).sides(found.opdracht)
    if stap in proposal_steps(
        VoorstelStaat(found.staat), OpdrachtStaat(found.opdracht.staat), kanten
    ):
        return found
    if any(stap in proposal_steps(one, OpdrachtStaat.AANVAARD, kanten) for one in VoorstelStaat):
        raise Conflict(TOO_LATE)
    raise NotAllowed("Dit kan alleen de opdrachtgever of de werkgroep zelf.")


def bring_along(actor: Actor, opdracht: Opdracht, *, klaar: bool = False) -> Opdracht:
    """Let an assignment follow the state of its proposals, and return it."""
    staten = [VoorstelStaat(one.staat) for one in opdracht.voorstellen.all()]
    after = follow_proposals(OpdrachtStaat(opdracht.staat), staten, klaar=klaar)
    if after == opdracht.staat:
        return opdracht
    opdracht.staat = after
    return keep_record(actor, opdracht)
