"""What is wrong with a plan that somebody wants to put in the register."""

from collections.abc import Collection, Iterator
from datetime import date

from openlea.core.errors import Fout
from openlea.core.plankaart import Plan

VERSTE_JAAR = 50
"""Years: no plan was decided or runs that far from today; such a date is a slip of the pen."""


def plan_faults(
    plan: Plan, soorten: Collection[str], delen: Collection[str], today: date
) -> Iterator[Fout]:
    """Yield every fault by the field it belongs to; `delen` are the parts that its kind has."""
    if not plan.titel.strip():
        yield Fout("", "titel", "Geef het plan een naam.")
    if plan.soort not in soorten:
        yield Fout("", "soort", "Kies een soort plan uit de lijst.")
    yield from _far("van", plan.van, today)
    yield from _far("tot", plan.tot, today)
    yield from _far("vastgesteld_op", plan.vastgesteld_op, today)
    yield from _far("overleg_op", plan.overleg_op, today)
    if plan.tot is not None and plan.tot < plan.van:
        yield Fout("", "tot", "De laatste dag ligt voor de eerste dag. Draai ze om.")
    yield from _past("vastgesteld_op", plan.vastgesteld_op, today)
    yield from _past("overleg_op", plan.overleg_op, today)
    if plan.overleg_uitkomst is not None and plan.overleg_op is None:
        yield Fout("", "overleg_op", "Vul in op welke dag het overleg was.")
    if unknown := sorted(set(plan.delen) - set(delen)):
        yield Fout("", "delen", f"Dit soort plan kent geen onderdeel {unknown[0]!r}.")


def fault_of_year(op: date, today: date) -> str:
    """Return what is wrong with a day that lies too far from today, or ''."""
    is_far = abs(op.year - today.year) > VERSTE_JAAR
    return f"Controleer het jaar: {op.year} ligt te ver weg." if is_far else ""


def _far(veld: str, op: date | None, today: date) -> Iterator[Fout]:
    if op is not None and (reden := fault_of_year(op, today)):
        yield Fout("", veld, reden)


def _past(veld: str, op: date | None, today: date) -> Iterator[Fout]:
    if op is not None and op > today:
        yield Fout("", veld, "Deze dag ligt in de toekomst. Laat het leeg tot het zover is.")
