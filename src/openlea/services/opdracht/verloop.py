"""The story of an assignment: when its state and that of its proposals changed, and by whom."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from openlea.core.opdracht import OpdrachtStaat, VoorstelStaat
from openlea.services.opdracht.beelden import Opdrachtbeeld
from openlea.storage.records.models import Opdracht, Voorstel


@dataclass(frozen=True, slots=True, kw_only=True)
class Verloopregel:
    """One change of state: when, by whom, what, and why if that was said."""

    op: datetime
    door: str
    wat: str
    reden: str = ""


def story_of(beeld: Opdrachtbeeld) -> tuple[Verloopregel, ...]:
    """Return every change of state of an assignment and its proposals, newest first."""
    lines = [*_of_opdracht(beeld.record), *_of_voorstellen([v.record for v in beeld.voorstellen])]
    return tuple(sorted(lines, key=lambda one: one.op, reverse=True))


def _of_opdracht(opdracht: Opdracht) -> Iterator[Verloopregel]:
    before = ""
    rows = Opdracht.history.filter(id=opdracht.pk).select_related("history_user")
    for row in rows.order_by("history_id"):
        # What its proposals do to it is told with the proposals.
        follows = OpdrachtStaat.VOORSTEL in {row.staat, before}
        is_end = row.staat in {OpdrachtStaat.AFGEROND, OpdrachtStaat.INGETROKKEN}
        if row.staat != before and (is_end or not follows):
            label = OpdrachtStaat(row.staat).label
            wat = "Opgesteld" if row.staat == OpdrachtStaat.CONCEPT else label
            reden = row.reden if row.staat == OpdrachtStaat.INGETROKKEN else ""
            yield Verloopregel(op=row.history_date, door=_who(row), wat=wat, reden=reden)
        before = row.staat


def _of_voorstellen(voorstellen: Sequence[Voorstel]) -> Iterator[Verloopregel]:
    before = dict[int, str]()
    rows = Voorstel.history.filter(id__in=[one.pk for one in voorstellen])
    for row in rows.select_related("history_user").order_by("history_id"):
        staat = VoorstelStaat(row.staat)
        if before.get(row.id) != row.staat and staat is not VoorstelStaat.CONCEPT:
            wat = f"Voorstel '{row.titel}': {staat.label.lower()}"
            yield Verloopregel(op=row.history_date, door=_who(row), wat=wat, reden=row.reden)
        before[row.id] = row.staat


def _who(row: object) -> str:
    who = getattr(row, "history_user", None)
    return who.naam if who else ""
