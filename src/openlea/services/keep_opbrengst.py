"""Keep what a step of a beginning cooperation yielded, as a line with its closing item."""

from datetime import date

from django.db import transaction

from openlea.core.errors import BadInput, Fout
from openlea.core.overleg import VergaderingStaat
from openlea.core.vierstappen import OPBRENGST
from openlea.policy.rechten import Actor
from openlea.services.add_notitie import add_notitie
from openlea.services.change_notitie import change_notitie
from openlea.services.vierstappen.stap import find_stap, meetings_of
from openlea.storage.records.models import Agendapunt, Notitie


def keep_opbrengst(
    actor: Actor, reeks: int, stap: str, tekst: str, today: date, versie: int | None = None
) -> Notitie:
    """Keep the yield of a step and return its line; it stands in the minutes of that meeting.

    Raises BadInput with the field, Conflict when somebody changed it since, NotFound, NotAllowed.
    """
    with transaction.atomic():
        punt = _closing(actor, reeks, stap, today)
        known = Notitie.objects.filter(punt=punt, sleutel__startswith=OPBRENGST)
        standing = known.filter(weg_op=None).last()
        if standing is None:
            return add_notitie(actor, punt.pk, tekst, f"{OPBRENGST}-{known.count()}")
        seen = standing.versie if versie is None else versie
        return change_notitie(actor, standing.pk, tekst, seen)


def _closing(actor: Actor, reeks: int, stap: str, today: date) -> Agendapunt:
    """Return the closing item of the last meeting of a step that has come."""
    series, kaart = find_stap(actor, reeks, stap)
    begun = [
        one
        for one in meetings_of(series, kaart)
        if one.op <= today and one.staat != VergaderingStaat.CONCEPT
    ]
    closing = [
        punt
        for meeting in reversed(begun)
        for punt in Agendapunt.objects.on_agenda(meeting.pk)
        if punt.vast == OPBRENGST
    ]
    if not closing:
        reden = "Deze stap is nog niet gehouden. Verstuur eerst de uitnodiging."
        raise BadInput([Fout("", "tekst", reden)])
    return closing[0]
