"""Reads plans out of the register as plain values, each with what hangs on it."""

from collections.abc import Iterable
from dataclasses import dataclass

from openlea.core.plankaart import Plan
from openlea.core.plansoort import OverlegUitkomst
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.storage.records import models as records
from openlea.storage.records.scope import documents_within, plannen_within


@dataclass(frozen=True, slots=True, kw_only=True)
class Planrecord:
    """A kept plan beside its plain value; `document` only if the actor may open it."""

    record: "records.Plan"
    plan: Plan
    houder: str
    document: "records.Document | None"


def plannen_seen(actor: Actor) -> tuple[Planrecord, ...]:
    """Return the plans that an actor may see, the newest of a kind first, in two queries."""
    scope = actor.scope(Noun.PLAN, Verb.ZIEN)
    rows = list(plannen_within(records.Plan.objects.of(actor.werkruimte), scope, actor))
    open_to = _open_to(actor, rows)
    seen = {row.pk for row in rows}
    return tuple(
        Planrecord(
            record=row,
            plan=plan_value(row, seen),
            houder=row.houder.naam,
            document=row.document if row.document_id in open_to else None,
        )
        for row in rows
    )


def plan_value(row: "records.Plan", seen: Iterable[int]) -> Plan:
    """Return a plan as a plain value; a successor that isn't seen is not named."""
    uitkomst = row.overleg_uitkomst
    return Plan(
        nummer=row.pk,
        soort=row.soort,
        titel=row.titel,
        houder=row.houder.code,
        van=row.van,
        tot=row.tot,
        vastgesteld_op=row.vastgesteld_op,
        vastgesteld_door=row.vastgesteld_door,
        overleg_op=row.overleg_op,
        overleg_uitkomst=OverlegUitkomst(uitkomst) if uitkomst else None,
        delen=tuple(str(one) for one in row.delen),
        opvolger=row.opvolger_id if row.opvolger_id in set(seen) else None,
    )


def _open_to(actor: Actor, rows: Iterable["records.Plan"]) -> set[int]:
    """Return which of the documents of these plans the actor may open."""
    named = {row.document_id for row in rows if row.document_id}
    every = records.Document.objects.filter(pk__in=named)
    scope = actor.scope(Noun.DOCUMENT, Verb.ZIEN)
    return set(documents_within(every, scope, actor).values_list("pk", flat=True))
