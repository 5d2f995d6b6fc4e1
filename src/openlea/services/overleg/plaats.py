"""Where an item stands: its place in a meeting, and the meeting that comes after another."""

from django.db.models import F, Max, Q

from openlea.core.errors import BadInput, Fout
from openlea.core.overleg import PuntStaat, VergaderingStaat
from openlea.policy.vergaderplanning import VOORBEREIDEN
from openlea.storage.records.models import Agendapunt, Vergadering

SLUITING = "Sluiting"
"""The part of an agenda that stays the end, as the kinds on the shelf call it."""
TE_LAAT = "Deze vergadering is al begonnen, geweest of afgelast. De agenda verandert niet meer."


def refuse_unless_prepared(vergadering: Vergadering) -> None:
    """Raise BadInput for a meeting whose agenda is no longer prepared."""
    if VergaderingStaat(vergadering.staat) not in VOORBEREIDEN:
        raise BadInput([Fout("", "", TE_LAAT)])


def refuse_unless_open(punt: Agendapunt) -> None:
    """Raise BadInput for an item that was dealt with, carried over or dropped."""
    if punt.staat != PuntStaat.OPEN:
        staat = PuntStaat(punt.staat).label.lower()
        raise BadInput([Fout("", "", f"Dit punt is al {staat}.")])


def make_place(vergadering: Vergadering) -> int:
    """Return the last place of a meeting; what closes a meeting makes room and stays the end."""
    punten = vergadering.punten.order_by("volgorde", "id")
    last = punten.last()
    if last is None:
        return 0
    if last.sectie != SLUITING:
        return last.volgorde + 1
    closing = punten.filter(sectie=SLUITING, volgorde__gte=_after_the_rest(vergadering))
    place = min(closing.values_list("volgorde", flat=True), default=last.volgorde)
    closing.update(volgorde=F("volgorde") + 1)
    return place


def _after_the_rest(vergadering: Vergadering) -> int:
    """Return the place after the items that do not close the meeting."""
    rest = vergadering.punten.exclude(sectie=SLUITING)
    last = rest.aggregate(last=Max("volgorde"))["last"]
    return 0 if last is None else last + 1


def next_meeting(after: Vergadering) -> Vergadering | None:
    """Return the first meeting of the same series after this one that is still prepared."""
    later = Q(op__gt=after.op) | Q(op=after.op, pk__gt=after.pk)
    comes = Vergadering.objects.of(after.werkruimte_id).filter(
        later, reeks_id=after.reeks_id, staat__in=[str(one) for one in VOORBEREIDEN]
    )
    return comes.first()
