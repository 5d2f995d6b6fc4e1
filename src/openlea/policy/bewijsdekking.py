"""Which parts of a duty its proof covers, and since which day it is proven."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from openlea.core.verplichting import BewijsStaat

HEEL = ""
"""The part that stands for the whole duty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewijsdeel:
    """One proof as far as cover needs it; no `onderwerpen` is the whole. `op` is its date."""

    staat: BewijsStaat
    op: date | None
    onderwerpen: tuple[str, ...] = ()


def states_by_part(bewijzen: Iterable[Bewijsdeel]) -> Mapping[str, tuple[BewijsStaat, ...]]:
    """Return the states of the proof per part, as policy.verplichting.state_of_proof asks."""
    found: dict[str, tuple[BewijsStaat, ...]] = {}
    for one in bewijzen:
        for deel in one.onderwerpen or (HEEL,):
            found[deel] = (*found.get(deel, ()), one.staat)
    return found


def proven_on(bewijzen: Iterable[Bewijsdeel], onderdelen: Sequence[str]) -> date | None:
    """Return the first day on which the accepted proof covers the whole, or None.

    That is the day on the proof, not the day on which somebody looked at it.
    """
    accepted = [
        (one.op, one)
        for one in bewijzen
        if one.staat is BewijsStaat.AANVAARD and one.op is not None
    ]
    covered: set[str] = set()
    for op, one in sorted(accepted, key=lambda pair: pair[0]):
        covered.update(one.onderwerpen or (HEEL,))
        if HEEL in covered or (onderdelen and covered.issuperset(onderdelen)):
            return op
    return None
