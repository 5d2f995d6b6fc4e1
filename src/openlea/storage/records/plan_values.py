"""Reads plans out of the register as plain values, each with what hangs on it."""

from collections.abc import Iterable
from dataclasses import dataclass

from openlea.core.plankaart import Plan
from openlea.core.plansoort import OverlegUitkomst
from openlea.core.verplichting import BewijsStaat
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.policy.zichtbaarheid import shows_field
from openlea.storage.records import models as records
from openlea.storage.records.scope import (
    documents_within,
    plannen_within,
    verplichtingen_within,
)


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


def proof_by(nummer: int, actor: Actor) -> "tuple[records.Bewijs, ...]":
    """Return where a plan is proof, with its obligation, soonest first; as far as one may see.

    What waits to be accepted is no business of outsiders; what was turned down is left out.
    """
    scope = actor.scope(Noun.TAAK, Verb.ZIEN)
    standing = records.Verplichting.objects.of(actor.werkruimte).standing()
    states = [BewijsStaat.AANVAARD]
    if shows_field(scope, "bewijs", "voorstel"):
        states.append(BewijsStaat.VOORGESTELD)
    found = records.Bewijs.objects.filter(
        plan=nummer,
        verplichting__in=verplichtingen_within(standing, scope, actor).order_by(),
        staat__in=[str(one) for one in states],
    )
    ordered = found.select_related("verplichting__partij")
    return tuple(ordered.order_by("verplichting__uiterlijk", "id"))


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
