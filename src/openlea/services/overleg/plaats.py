"""Where an item stands: its place in a meeting, and the meeting that comes after another."""

from django.db.models import Max, Q

from openlea.core.errors import BadInput, Fout
from openlea.core.overleg import PuntStaat, VergaderingStaat
from openlea.policy.vergaderplanning import VOORBEREIDEN
from openlea.storage.records.models import Agendapunt, Vergadering

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


def last_place(vergadering: Vergadering) -> int:
    """Return the place after all items of a meeting."""
    last = vergadering.punten.aggregate(last=Max("volgorde"))["last"]
    return 0 if last is None else last + 1


def next_meeting(after: Vergadering) -> Vergadering | None:
    """Return the first meeting of the same series after this one that is still prepared."""
    later = Q(op__gt=after.op) | Q(op=after.op, pk__gt=after.pk)
    comes = Vergadering.objects.of(after.werkruimte_id).filter(
        later, reeks_id=after.reeks_id, staat__in=[str(one) for one in VOORBEREIDEN]
    )
    return comes.first()
