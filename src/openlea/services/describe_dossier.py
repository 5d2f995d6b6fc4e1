"""Describe what lies ready for a meeting: who is asked, and per item all that is known of it."""

from datetime import date

from openlea.core.errors import NotFound
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.overleg.dossier import Dossier
from openlea.services.overleg.dossier_lezen import read_dossierpunten
from openlea.services.overleg.vergadering_lezen import meeting_seen, people_of, punten_seen


def describe_dossier(actor: Actor, nummer: int, today: date) -> Dossier:
    """Return the dossier of a meeting as an actor may see it, in a fixed number of queries.

    NotFound for a meeting that isn't there or that they may not see.
    """
    if not actor.may(Noun.OVERLEG, Verb.ZIEN):
        raise NotFound("Dit overleg is er niet.")
    meeting = meeting_seen(actor, nummer, today)
    return Dossier(
        nummer=meeting.pk,
        titel=meeting.titel,
        reeks=meeting.reeks.naam,
        op=meeting.op,
        van=meeting.van,
        tot=meeting.tot,
        plek=meeting.plek,
        toelichting=meeting.toelichting,
        deelnemers=tuple((one.partij, one.naam) for one in people_of(actor, meeting)),
        punten=read_dossierpunten(actor, punten_seen(actor, meeting, today), today),
    )
