"""The difference with another forecast, in parts that sum to it and mean what they say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.policy.prognoseverschil import explain_difference

pupils = st.just(0.0) | st.floats(1, 900)
"""None, or at least one child: a millionth of a child makes a growth that no float can hold."""
many = st.lists(pupils, min_size=3, max_size=3)


@given(many, many, many, many)
def test_the_parts_sum_to_the_difference(
    ours: list[float], theirs: list[float], area: list[float], other: list[float]
) -> None:
    for one in explain_difference((2026, 2027, 2028), (ours, theirs), (area, other)):
        parts = one.niveau + one.instroom + one.doorstroom
        assert parts == pytest.approx(one.verschil, rel=1e-6, abs=1e-6)


def test_another_start_with_the_same_growth_is_level_alone() -> None:
    ours, theirs = (100.0, 110.0), (120.0, 132.0)
    last = explain_difference((2026, 2030), (ours, theirs), ((500.0, 550.0), (600.0, 660.0)))[-1]
    assert (last.niveau, last.instroom, last.doorstroom) == pytest.approx((22, 0, 0))


def test_an_area_that_grows_more_is_inflow_alone() -> None:
    last = explain_difference(
        (2026, 2030), ((100.0, 100.0), (100.0, 110.0)), ((500.0, 500.0), (500.0, 550.0))
    )[-1]
    assert (last.niveau, last.instroom, last.doorstroom) == pytest.approx((0, 10, 0))


def test_a_school_that_does_otherwise_than_its_area_is_going_on_alone() -> None:
    last = explain_difference(
        (2026, 2030), ((100.0, 100.0), (100.0, 90.0)), ((500.0, 500.0), (500.0, 500.0))
    )[-1]
    assert (last.niveau, last.instroom, last.doorstroom) == pytest.approx((0, 0, -10))
