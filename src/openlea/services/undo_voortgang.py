"""Take an update back, for who made it and within a day: everything stands as it stood before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from openlea.core.errors import Conflict, NotAllowed, NotFound
from openlea.core.verzoek import VerzoekStaat
from openlea.policy.actie_staat import may_take_back
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_actie import find_actie
from openlea.services.inlezen.reconcile import Reconciler
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records import models as records
from openlea.storage.records.werkruimte import InWerkruimte

STAND = ("staat", "staat_reden", "samengevoegd_met_id", "opgevolgd_door_id", "bijgewerkt_op")
METING = ("werkelijk", "peildatum")
INTUSSEN = "Er is daarna iets veranderd aan deze actie. Doe een nieuwe melding als iets niet klopt."


@dataclass(frozen=True, slots=True)
class Venster:
    """The moments between which an update was kept, and who kept it."""

    van: datetime
    tot: datetime
    persoon: int | None

    def rows_of(self, model: Any, **wanted: Any) -> list[Any]:
        """Return what the history of a kind of record says of this update."""
        within = {"history_date__gte": self.van, "history_date__lte": self.tot}
        found = model.history.filter(history_user_id=self.persoon, **within, **wanted)
        return list(found.order_by("history_id"))


@transaction.atomic
def undo_voortgang(actor: Actor, nummer: int) -> str:
    """Take an update back and return the code of its action.

    The state of the action and what was measured become what the history says they were; the ask
    that it answered is open again. Raises Conflict when somebody worked on since, NotAllowed for an
    update of somebody else or of longer ago, and NotFound.
    """
    told = records.Voortgang.objects.filter(pk=nummer, werkruimte_id=actor.werkruimte)
    found = told.select_related("actie").first()
    if found is None:
        raise NotFound("Deze melding is er niet.")
    actie = find_actie(actor, Noun.VOORTGANG, Verb.MAKEN, found.actie.code)
    if actie.pk != found.actie_id:
        raise NotFound("Deze melding is er niet.")
    if not may_take_back(found.door_id, actor.persoon, found.gemaakt_op, timezone.now()):
        raise NotAllowed("Alleen wie de melding deed, neemt haar terug, en binnen een dag.")
    if actie.voortgang.filter(pk__gt=found.pk).exists():
        raise Conflict(INTUSSEN)
    venster = _window(actor, found, actie.code)
    _restore(actor, actie, _first(venster.rows_of(records.Actie, id=actie.pk)), STAND)
    for row in venster.rows_of(records.Jaarwaarde, werkruimte_id=actor.werkruimte):
        _measure_back(actor, row)
    _reopen(actor, venster.rows_of(records.Verzoek, onderwerp_code=actie.code))
    Reconciler(actor).remove("Voortgang", [(found.pk, found)])
    log_deed(actor, "melding teruggenomen", actie.code, noun=Noun.VOORTGANG)
    return actie.code


def _window(actor: Actor, found: records.Voortgang, code: str) -> Venster:
    """Return when the update was kept: from its own first line until its line in the log."""
    made = found.history
    begun = made.filter(history_type="+").values_list("history_date", flat=True).first()
    lines = records.Logregel.objects.filter(
        werkruimte_id=actor.werkruimte, persoon=found.door, werk="voortgang gemeld"
    )
    ended = lines.filter(onderwerp=code, moment__gte=begun or found.gemaakt_op)
    last = ended.order_by("moment").values_list("moment", flat=True).first()
    if begun is None or last is None:
        raise Conflict(INTUSSEN)
    return Venster(begun, last, actor.persoon)


def _first(rows: Sequence[Any]) -> Any:
    if not rows:
        raise Conflict(INTUSSEN)
    return rows[0]


def _restore(actor: Actor, record: InWerkruimte, row: Any, names: Sequence[str]) -> None:
    """Give a record what it held before a line of its history, if nobody changed it since."""
    if any(getattr(record, name) != getattr(row, name) for name in names):
        raise Conflict(INTUSSEN)
    earlier = type(row).objects.filter(id=row.id, history_id__lt=row.history_id)
    before = _first(earlier.order_by("-history_id")[:1])
    for name in names:
        setattr(record, name, getattr(before, name))
    keep_record(actor, record)


def _measure_back(actor: Actor, row: Any) -> None:
    """Take one measurement back; a year that the update made, goes."""
    now = records.Jaarwaarde.objects.filter(pk=row.id).first()
    if now is None or any(getattr(now, name) != getattr(row, name) for name in METING):
        raise Conflict(INTUSSEN)
    if row.history_type == "+":
        Reconciler(actor).remove("Jaarwaarden", [(now.pk, now)])
    else:
        _restore(actor, now, row, METING)


def _reopen(actor: Actor, rows: Sequence[Any]) -> None:
    """Open again what the update answered, unless it has been asked anew since."""
    asked = records.Verzoek.objects.of(actor.werkruimte)
    done = asked.filter(pk__in=[row.id for row in rows], staat=VerzoekStaat.GEDAAN)
    for one in list(done):
        if asked.open().filter(sleutel=one.sleutel).exists():
            continue
        one.staat, one.gedaan_op, one.gedaan_door = str(VerzoekStaat.OPEN), None, None
        keep_record(actor, one)
