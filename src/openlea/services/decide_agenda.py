"""Take the agenda a step further: from concept to vastgesteld, and to afgesloten at its end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from openlea.core.agenda import AgendaStaat
from openlea.core.errors import BadInput, NotAllowed, NotFound
from openlea.policy.agenda_staat import check_step
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records import models as records


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluit:
    """A decision on the agenda: the state it brings, by whom, when, and which partijen signed."""

    staat: AgendaStaat
    door: str = ""
    op: date | None = None
    ondertekenaars: Sequence[str] = ()
    geraadpleegd: str = ""


def decide_agenda(actor: Actor, besluit: Besluit, *, versie: int) -> records.Agenda:
    """Give the current agenda another state, with its decision, and return it.

    Raises BadInput per field when the step or the decision is not complete, Conflict when somebody
    was first, NotAllowed and NotFound as every verb.
    """
    if actor.scope(Noun.AGENDA, Verb.WIJZIGEN) is not Scope.ALLES:
        raise NotAllowed("Alleen wie de agenda beheert, legt een besluit vast.")
    agenda = records.Agenda.objects.current(actor.werkruimte)
    if agenda is None:
        raise NotFound("Er is nog geen agenda.")
    van, signed = AgendaStaat(agenda.staat), _partijen(actor, besluit.ondertekenaars)
    codes = [one.code for one in signed]
    if fouten := check_step(
        van, besluit.staat, besluit.door, besluit.op, codes, timezone.localdate()
    ):
        raise BadInput(fouten)
    with transaction.atomic():
        if (van, besluit.staat) == (AgendaStaat.CONCEPT, AgendaStaat.VASTGESTELD):
            agenda.besluit_door, agenda.besluit_op = besluit.door.strip(), besluit.op
            agenda.geraadpleegd = besluit.geraadpleegd.strip()
            _sign(agenda, signed)
        agenda.staat = besluit.staat
        keep_record(actor, agenda, versie=versie)
        log_deed(
            actor, "besluit over de agenda", agenda.titel, str(besluit.staat), noun=Noun.AGENDA
        )
    return agenda


def _sign(agenda: records.Agenda, signed: Sequence[records.Partij]) -> None:
    """Set who signed; the history tells it with the decision, in one line."""
    agenda.skip_history_when_saving = True  # type: ignore[attr-defined]
    try:
        agenda.ondertekenaars.set(signed)
    finally:
        del agenda.skip_history_when_saving  # type: ignore[attr-defined]


def _partijen(actor: Actor, codes: Sequence[str]) -> list[records.Partij]:
    return list(records.Partij.objects.of(actor.werkruimte).filter(code__in=list(codes)))
