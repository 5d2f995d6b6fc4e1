"""What is remembered of the content of a load: counts and shapes per column, never a single row."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolombeeld:
    """One column of one edition: how empty, how many different values, its sum, how it's written.

    `leeg` is a share, 0 to 1. `vormen` are the commonest ways in which the text is written, with
    their share: 9 is a digit, a and A are letters. `verdeling` tells of a column with few values,
    per value, the rows and the sum of what is counted in them.
    """

    leeg: float
    verschillend: int
    som: float | None = None
    vormen: Mapping[str, float] = field(default_factory=dict)
    verdeling: Mapping[str, tuple[int, float]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kengetallen:
    """One edition in a load: its rows, and the picture of each column."""

    rijen: int
    kolommen: Mapping[str, Kolombeeld] = field(default_factory=dict)
