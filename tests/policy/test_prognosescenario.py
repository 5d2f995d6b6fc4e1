"""Scenarios differ only in what they say, and houses bring children with a source."""

import pytest

from openlea.policy.prognosescenario import SCENARIOS, Woningbouw, children_in_houses


def test_who_was_born_already_differs_in_no_scenario() -> None:
    for one in SCENARIOS:
        assert one.births(6)[:4] == (1, 1, 1, 1)


def test_low_middle_and_high_lie_in_that_order_every_year() -> None:
    low, middle, high = (
        [a * b for a, b in zip(one.births(20), one.growth(20), strict=True)] for one in SCENARIOS
    )
    assert all(a < b < c for a, b, c in zip(low, middle, high, strict=True))
    assert middle == [1] * 20


def test_houses_bring_children_when_ready_and_after_that_their_youngest_each_year() -> None:
    """Without those a new street would have no child of four left once the first grew up."""
    plan = Woningbouw(
        jaar=2027, woningen=200, kinderen_per_woning={4: 0.05, 5: 0.04}, bron="gemeente"
    )
    found = children_in_houses((plan, plan), (2026, 2027, 2028), (4, 5, 6))
    assert found == [[0, 0, 0], [20, 16, 0], [20, 0, 0]]


def test_houses_that_stood_before_the_first_year_are_in_the_count_already() -> None:
    plan = Woningbouw(jaar=2025, woningen=200, kinderen_per_woning={4: 0.05}, bron="gemeente")
    assert children_in_houses((plan,), (2026, 2027), (4, 5)) == [[0, 0], [0, 0]]


@pytest.mark.parametrize("wrong", [{"woningen": -1}, {"kinderen_per_woning": {4: -0.1}}])
def test_houses_without_a_source_or_below_nought_are_refused(wrong: dict[str, object]) -> None:
    good = {"jaar": 2027, "woningen": 1, "kinderen_per_woning": {4: 0.1}, "bron": "gemeente"}
    with pytest.raises(ValueError, match="kleiner dan 0"):
        Woningbouw(**(good | wrong))  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="waar het aantal"):
        Woningbouw(**(good | {"bron": " "}))  # type: ignore[arg-type]
