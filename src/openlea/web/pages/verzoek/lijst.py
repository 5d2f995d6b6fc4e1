"""Everything that was asked in a werkruimte, as rows: what, of whom, since when, by which link."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Max, Q
from django.utils import timezone

from openlea.core.verzoek import VerzoekStaat
from openlea.policy.rechten import Actor, Scope
from openlea.storage.records.models import Verzoek

MOST = 200


@dataclass(frozen=True, slots=True)
class VerzoekRij:
    """One ask as it is shown."""

    verzoek: Verzoek
    staat: VerzoekStaat
    is_te_laat: bool
    links: int
    geopend_op: datetime | None


def asked_rows(actor: Actor, scope: Scope, today: date) -> list[VerzoekRij]:
    """Return the asks that a scope reaches: open first, then the newest of what is closed."""
    asked = Verzoek.objects.of(actor.werkruimte).with_people()
    if scope is not Scope.ALLES:
        asked = asked.filter(aan__partij_id=actor.partij or 0)
    working = Q(links__ingetrokken_op=None, links__geldig_tot__gt=timezone.now())
    counted = asked.annotate(
        werkend=Count("links", filter=working), geopend=Max("links__geopend_op")
    )
    rows = [_row(one, today) for one in counted.order_by("-gemaakt_op", "-id")[:MOST]]
    return sorted(rows, key=lambda row: (row.staat is not VerzoekStaat.OPEN, row.verzoek.voor))


def _row(one: Verzoek, today: date) -> VerzoekRij:
    staat = VerzoekStaat(one.staat)
    return VerzoekRij(
        verzoek=one,
        staat=staat,
        is_te_laat=staat is VerzoekStaat.OPEN and one.voor < today,
        links=int(getattr(one, "werkend", 0)),
        geopend_op=getattr(one, "geopend", None),
    )
