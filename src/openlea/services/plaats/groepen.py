"""Which groups of children a trial tells about: never fewer than five, and never all but four."""

from collections.abc import Callable, Mapping, Sequence

from openlea.core.plaatsing import Criterium, Kind
from openlea.policy.afscherming import SMALLEST

Parts = Mapping[str, Sequence[int]]
DOELGROEP = "doelgroep"
GROUPS: Mapping[str, Callable[[Kind], bool]] = {
    DOELGROEP: lambda kind: kind.doelgroep,
    "geen_doelgroep": lambda kind: not kind.doelgroep,
    "indicatie": lambda kind: kind.indicatie,
    "broer_of_zus": lambda kind: bool(kind.scholen.get(Criterium.BROER_ZUS)),
    "geen_broer_of_zus": lambda kind: not kind.scholen.get(Criterium.BROER_ZUS),
}


def parts_of(kinderen: Sequence[Kind]) -> Parts:
    """Return the children of every group and PC4 of at least five, where the rest is none or five.

    What a group lacks can be computed from the whole, so the rest counts as a group too.
    """
    found: dict[str, list[int]] = {naam: [] for naam in GROUPS}
    for n, kind in enumerate(kinderen):
        for naam, holds in GROUPS.items():
            if holds(kind):
                found[naam].append(n)
        if kind.pc4:
            found.setdefault(f"pc4 {kind.pc4}", []).append(n)
    small = {naam for naam, own in found.items() if not _showable(len(own), len(kinderen))}
    homes = [naam for naam in found if naam.startswith("pc4")]
    hidden = sum(len(found[naam]) for naam in homes if naam in small)
    if 0 < hidden < SMALLEST:
        shown = sorted((len(found[naam]), naam) for naam in homes if naam not in small)
        small |= {naam for _, naam in shown[:1]}
    return {naam: found[naam] for naam in sorted(found) if naam not in small}


def _showable(part: int, whole: int) -> bool:
    return part >= SMALLEST and (whole == part or whole - part >= SMALLEST)
