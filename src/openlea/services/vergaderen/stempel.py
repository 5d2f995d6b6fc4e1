"""A short mark of all that is on the table: as long as it is the same, nothing has to be sent."""

from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db.models import Count, Max, QuerySet, Sum

from openlea.core.overleg import VergaderingStaat
from openlea.policy.rechten import Actor, Verb
from openlea.services.vergaderen.schrijvers import others_typing
from openlea.services.vergaderen.tafel import find_attended
from openlea.storage.records.models import Afspraak, Agendapunt, Besluit, Deelnemer, Notitie

MINUUT = 60


def table_stamp(actor: Actor, nummer: int, punt: int, now: datetime) -> str:
    """Return the mark of a meeting at an item for who looks; another minute is another mark.

    Raises NotFound and NotAllowed as reading the meeting does.
    """
    meeting = find_attended(actor, Verb.ZIEN, nummer)
    here = {"punt__vergadering": meeting}
    lines = Notitie.objects.filter(**here).aggregate(n=Count("id"), last=Max("gewijzigd_op"))
    seen = (
        *(actor.rol, actor.lid, actor.bekijkt_als, punt, meeting.versie),
        *lines.values(),
        *_versions(Agendapunt.objects.filter(vergadering=meeting)),
        *_versions(Deelnemer.objects.filter(vergadering=meeting)),
        *_versions(Besluit.objects.filter(**here)),
        *_versions(Afspraak.objects.filter(**here)),
        *others_typing(actor, punt, now),
    )
    running = meeting.staat == VergaderingStaat.BEZIG
    minute = int(now.timestamp() // MINUUT) if running else 0
    return sha256(repr((seen, minute)).encode()).hexdigest()[:24]


def _versions(rows: "QuerySet[Any]") -> tuple[int, int | None]:
    """Return how many there are and how often they were changed together."""
    found = rows.aggregate(n=Count("id"), changed=Sum("versie"))
    return found["n"], found["changed"]
