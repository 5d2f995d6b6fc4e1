"""Where the nodes and edges of a drawn graph stand."""

from collections.abc import Mapping
from dataclasses import dataclass

Edge = tuple[str, str]
Size = tuple[float, float]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """A node: its layer from 0, its left top corner and its size, in the units of the sizes."""

    layer: int
    x: float
    y: float
    width: float
    height: float

    @property
    def centre(self) -> float:
        """Return the x of the middle."""
        return self.x + self.width / 2

    @property
    def bottom(self) -> float:
        """Return the y of the lower side."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Drawing:
    """Where everything stands. A route runs from the edge's own start to its own end.

    `turned` are the edges that run up, because they close a cycle.
    """

    spots: Mapping[str, Spot]
    routes: Mapping[Edge, tuple[Point, ...]]
    turned: frozenset[Edge]
    width: float
    height: float
