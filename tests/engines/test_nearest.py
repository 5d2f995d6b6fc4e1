"""The nearest are found alike whatever the units, and lacking something brings nobody nearer."""

from math import dist, sqrt
from statistics import pstdev

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from openlea.engines.nearest import Values, nearest, standardised

COLUMNS = 3
ROWS = st.lists(
    st.lists(st.integers(-50, 50), min_size=COLUMNS, max_size=COLUMNS), min_size=3, max_size=12
)
WEIGHTS = st.lists(st.integers(1, 5), min_size=COLUMNS, max_size=COLUMNS)


def table(rows: list[list[int]]) -> list[Values]:
    """Return the rows as numbers; a column of equals has nothing to standardise, so it's left."""
    assume(all(pstdev(column) for column in zip(*rows, strict=True)))
    return [[float(value) for value in row] for row in rows]


@given(ROWS, WEIGHTS)
def test_the_distance_is_the_one_of_euclid_on_stretched_axes(
    rows: list[list[int]], weights: list[int]
) -> None:
    features = table(rows)
    columns = list(zip(*rows, strict=True))
    stretch = [sqrt(w) / pstdev(column) for w, column in zip(weights, columns, strict=True)]
    points = [[v * s for v, s in zip(row, stretch, strict=True)] for row in rows]
    for near in nearest(features, weights, 0, len(rows)):
        assert near.distance == pytest.approx(dist(points[0], points[near.row]), abs=1e-9)
        assert sum(part or 0 for part in near.parts) == pytest.approx(near.distance**2, abs=1e-9)


@given(ROWS, WEIGHTS, st.integers(1, 1000), st.integers(-1000, 1000))
def test_another_unit_changes_no_distance(
    rows: list[list[int]], weights: list[int], times: int, plus: int
) -> None:
    features = table(rows)
    other = [[value * times + plus for value in row] for row in rows]
    again = {near.row: near.distance for near in nearest(other, weights, 0, len(rows))}
    for near in nearest(features, weights, 0, len(rows)):
        assert again[near.row] == pytest.approx(near.distance, abs=1e-6)


@given(ROWS, WEIGHTS)
def test_it_is_never_near_itself_and_the_nearest_come_first(
    rows: list[list[int]], weights: list[int]
) -> None:
    found = nearest(table(rows), weights, 1, len(rows))
    assert sorted(near.row for near in found) == [n for n in range(len(rows)) if n != 1]
    assert [near.distance for near in found] == sorted(near.distance for near in found)


def test_equals_keep_the_order_in_which_they_were_given() -> None:
    found = nearest([[0.0], [1.0], [1.0], [-1.0], [5.0]], [1.0], 0, 3)
    assert [near.row for near in found] == [1, 2, 3]


def test_lacking_a_feature_brings_nobody_nearer_than_the_others_on_average() -> None:
    features: list[Values] = [[0.0, 0.0], [2.0, 2.0], [2.0, None], [-2.0, -2.0]]
    found = {near.row: near for near in nearest(features, [1.0, 1.0], 0, 3)}
    scaled = [row[0] or 0.0 for row in standardised(features)]
    assert found[2].distance == pytest.approx(abs(scaled[2] - scaled[0]) * sqrt(2))
    assert found[2].parts[1] is None


def test_who_shares_nothing_is_left_out_and_a_constant_says_nothing() -> None:
    (only,) = nearest([[1.0, None], [None, 3.0], [1.0, 9.0]], [1.0, 1.0], 0, 5)
    assert (only.row, only.distance) == (2, 0.0)


@pytest.mark.parametrize("weights", [[1.0], [0.0, 0.0], [-1.0, 2.0]])
def test_weights_that_make_no_distance_are_refused(weights: list[float]) -> None:
    with pytest.raises(ValueError, match="weight"):
        nearest([[0.0, 0.0], [0.0, 0.0]], weights, 0, 1)
