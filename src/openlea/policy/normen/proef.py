"""Tries the worked examples of a duty, so that who writes one of his own sees what is off."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from openlea.core.errors import OpenLeaError
from openlea.core.plicht import Plicht, Voorbeeld
from openlea.policy.normen.register import find_norm
from openlea.policy.normen.uitkomst import Uitkomst
from openlea.policy.normen.wetsdag import Wetsdag


def try_examples(plicht: Plicht, plichten: Mapping[str, Plicht]) -> tuple[str, ...]:
    """Return what is off in the examples of a duty, in sentences; none when all come out.

    `plichten` is the whole shelf: a norm asks the law for its numbers there.
    """
    return tuple(
        f"Voorbeeld {number}: {fault}"
        for number, one in enumerate(plicht.voorbeelden, start=1)
        for fault in _faults(plicht, one, plichten)
    )


def told(uitkomst: Uitkomst) -> str:
    """Return an outcome as an example writes it: 105, 38.33, 2026-10-01, ja."""
    if isinstance(uitkomst.waarde, bool | None):
        return uitkomst.waarde_tekst
    if isinstance(uitkomst.waarde, Decimal):
        return f"{uitkomst.waarde.normalize():f}"
    return uitkomst.waarde.isoformat()


def _faults(plicht: Plicht, one: Voorbeeld, plichten: Mapping[str, Plicht]) -> Iterator[str]:
    if one.norm:
        yield from _norm(one, plichten)
        return
    holds = plicht.in_force(one.op)
    if one.verwacht is None:
        if holds:
            yield f"op {one.op} geldt de regel wel."
        return
    if not holds:
        yield f"op {one.op} geldt de regel niet."
        return
    waarden = plicht.on(one.op).waarden
    for naam, expected in one.verwacht.items():
        found = waarden[naam].waarde if naam in waarden else None
        if found != expected:
            said = "is er niet" if found is None else f"is {found}"
            yield f"'{naam}' {said} op {one.op}, en niet {expected}."


def _norm(one: Voorbeeld, plichten: Mapping[str, Plicht]) -> Iterator[str]:
    try:
        norm = find_norm(one.norm)
        found = told(norm.judge(one.gegeven, Wetsdag.on(plichten, norm.plichten, one.op)))
    except OpenLeaError as refused:
        yield f"{one.norm} is niet te berekenen: {refused}"
        return
    if found != one.uitkomst:
        yield f"{one.norm} komt uit op {found}, en niet op {one.uitkomst}."
