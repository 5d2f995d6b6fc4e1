"""Why two forecasts of one school differ: where they start, how the area grows, and the rest.

Another forecast tells only totals. A school's number is then its start, times the growth of all
schools of its area together, times what it grows more than those. The three parts sum exactly to
the difference.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

LEAST: Final = 1e-6
"""From nobody, or in an area that empties, no growth can be told: all is level then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prognoseverschil:
    """Theirs less ours in one year, in pupils, and its three parts.

    `niveau`: they start from another number; `instroom`: they expect another growth of the area;
    `doorstroom`: they expect this school to do otherwise than its area.
    """

    jaar: int
    wij: float
    zij: float
    niveau: float
    instroom: float
    doorstroom: float

    @property
    def verschil(self) -> float:
        """Return theirs less ours."""
        return self.zij - self.wij


def explain_difference(
    jaren: Sequence[int],
    school: tuple[Sequence[float], Sequence[float]],
    gebied: tuple[Sequence[float], Sequence[float]],
) -> tuple[Prognoseverschil, ...]:
    """Return the parts per year; both pairs are ours and theirs, from the first common year on."""
    (ours, theirs), (whole, other) = school, gebied
    return tuple(
        _parts(
            jaar,
            (ours[0], theirs[0]),
            (ours[at], theirs[at]),
            (_part(whole[at], whole[0]), _part(other[at], other[0])),
        )
        for at, jaar in enumerate(jaren)
    )


def _part(value: float, first: float) -> float:
    return value / first if first >= LEAST else 1.0


def _parts(
    jaar: int,
    start: tuple[float, float],
    now: tuple[float, float],
    area: tuple[float, float],
) -> Prognoseverschil:
    wij, zij = now
    if min(*start, *area) < LEAST:
        return Prognoseverschil(
            jaar=jaar, wij=wij, zij=zij, niveau=zij - wij, instroom=0.0, doorstroom=0.0
        )
    growth = (wij / start[0], zij / start[1])
    own = (growth[0] / area[0], growth[1] / area[1])
    return Prognoseverschil(
        jaar=jaar,
        wij=wij,
        zij=zij,
        niveau=(start[1] - start[0]) * growth[0],
        instroom=start[1] * (area[1] - area[0]) * (own[0] + own[1]) / 2,
        doorstroom=start[1] * (own[1] - own[0]) * (area[0] + area[1]) / 2,
    )
