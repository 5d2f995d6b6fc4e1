"""What is remembered of the content of a load: counts and marks per column, never a single row."""

from collections.abc import Mapping
from dataclasses import dataclass, field

INHOUD, SAMENHANG, GROEP = 24, 96, 24
"""How many fingerprints are drawn: of the values, of what goes with which key, and in a group."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolombeeld:
    """One column of one edition: how empty, how many different values, its sum, its marks.

    `leeg` and `beschadigd` (damaged letters) are shares, 0 to 1. `verdeling` tells of a column
    with few values, per value, the rows and the sum of what is counted in them. `inhoud` marks
    which values there are, `samenhang` which value goes with which key, `groepen` what is counted
    at which key within one value of this column: each is a small fixed draw of fingerprints, so
    that two loads can be laid beside each other without keeping a row.
    """

    leeg: float = 0.0
    verschillend: int = 0
    som: float | None = None
    beschadigd: float = 0.0
    verdeling: Mapping[str, tuple[int, float]] = field(default_factory=dict)
    inhoud: tuple[int, ...] = ()
    samenhang: tuple[int, ...] = ()
    groepen: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kengetallen:
    """One edition in a load: its rows, those whose key comes twice, the picture of each column.

    `verborgen` counts the rows with a hidden count. `merkwijze` says how the fingerprints were
    made: only those made the same way can be compared.
    """

    rijen: int
    dubbel: int = 0
    verborgen: int = 0
    merkwijze: str = ""
    kolommen: Mapping[str, Kolombeeld] = field(default_factory=dict)


def likeness(one: tuple[int, ...], other: tuple[int, ...], size: int) -> float:
    """Return how much two columns share, 0 to 1, from their draws of at most `size` fingerprints.

    Both draws hold the lowest fingerprints of all, so the lowest of both together are a fair draw
    from the two columns together (a bottom-k sketch, Broder 1997).
    """
    together = sorted({*one, *other})[:size]
    if not together:
        return 1.0
    both = {*one} & {*other}
    return sum(mark in both for mark in together) / len(together)
