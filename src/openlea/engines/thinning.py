"""A line drawn with fewer points, never farther from the first than a given distance.

After Douglas and Peucker, 'Algorithms for the reduction of the number of points required to
represent a digitized line or its caricature', Cartographica 10 (1973).
"""

from collections.abc import Sequence

Point = tuple[int, int]
"""A point on a grid: how far to the east, how far to the north."""
Line = tuple[Point, ...]


def thin(line: Line, tolerance: float, stretch: float = 1.0) -> Line:
    """Return the line with both ends and the points that lie farther off than `tolerance`.

    `tolerance` is in steps of the grid to the north; `stretch` is how long a step to the east is
    beside it. A line and the same line backwards keep the same points.
    """
    forward = min(line, line[::-1])
    kept = _kept(forward, tolerance, stretch)
    return kept if forward == line else kept[::-1]


def _kept(line: Line, tolerance: float, stretch: float) -> Line:
    keep = {0, len(line) - 1}
    waiting = [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        far, index = _farthest(line, first, last, stretch)
        if far > tolerance**2:
            keep.add(index)
            waiting += [(first, index), (index, last)]
    return tuple(line[index] for index in sorted(keep))


def _farthest(line: Line, first: int, last: int, stretch: float) -> tuple[float, int]:
    """Return the greatest squared distance to the piece between two points, and where it is."""
    far, index = 0.0, first
    for here in range(first + 1, last):
        distance = _distance(line[here], line[first], line[last], stretch)
        if distance > far:
            far, index = distance, here
    return far, index


def _distance(point: Point, start: Point, end: Point, stretch: float) -> float:
    """Return the squared distance from a point to the piece between two others."""
    along_x, along_y = (end[0] - start[0]) * stretch, end[1] - start[1]
    x, y = (point[0] - start[0]) * stretch, point[1] - start[1]
    length = along_x**2 + along_y**2
    part = max(0.0, min(1.0, (x * along_x + y * along_y) / length)) if length else 0.0
    return float((x - part * along_x) ** 2 + (y - part * along_y) ** 2)


def area(ring: Sequence[Point]) -> float:
    """Return twice the area that a ring holds in steps of the grid; under nought: clockwise."""
    following = (*ring[1:], ring[0])
    return sum(x * n - m * y for (x, y), (m, n) in zip(ring, following, strict=True))
