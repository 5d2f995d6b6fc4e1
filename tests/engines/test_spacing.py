"""Things on a row stand as near as they can to where they want to be, in order and apart."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.engines.spacing import place, rising, spread

AIMS = st.lists(st.floats(-100, 100), max_size=7)
CLOSE = 1e-6


def miss(values: list[float], aims: list[float]) -> float:
    """Return the sum of squared distances."""
    return sum((value - aim) ** 2 for value, aim in zip(values, aims, strict=True))


@given(AIMS)
def test_rising_values_never_fall_and_keep_the_total(aims: list[float]) -> None:
    values = rising(aims)
    assert all(right >= left - CLOSE for left, right in pairwise(values))
    assert sum(values) == pytest.approx(sum(aims), abs=CLOSE)


@given(AIMS, AIMS)
def test_no_other_rising_values_are_nearer(aims: list[float], other: list[float]) -> None:
    rival = sorted((other * 7 + [0.0] * 7)[: len(aims)])
    assert miss(rising(aims), aims) <= miss(rival, aims) + CLOSE


def test_what_rises_already_stays_and_what_falls_meets_in_the_middle() -> None:
    assert rising([1, 2, 2, 5]) == [1, 2, 2, 5]
    assert rising([3, 1]) == [2, 2]
    assert rising([1, 6, 3, 0]) == [1, 3, 3, 3]


def test_neighbours_stand_apart_by_half_their_widths_and_the_gap() -> None:
    widths = {"a": 10.0, "b": 30.0}
    assert spread(["a", "b"], [0, 0], widths, 5) == [-12.5, 12.5]
    assert spread(["a", "b"], [0, 100], widths, 5) == [0, 100]
    assert spread(["a", "b"], [100, 0], widths, 5) == [37.5, 62.5]
    assert spread([], [], widths, 5) == []


def test_a_row_without_links_is_packed_around_the_middle() -> None:
    widths = {"a": 10.0, "b": 20.0, "c": 10.0}
    assert place([["a", "b", "c"]], [], widths, 4) == {"a": -19, "b": 0, "c": 19}


def test_who_has_one_neighbour_stands_straight_below_it() -> None:
    found = place([["a", "b"], ["c"]], [("b", "c")], dict.fromkeys("abc", 10.0), 4)
    assert found["c"] == pytest.approx(found["b"])
