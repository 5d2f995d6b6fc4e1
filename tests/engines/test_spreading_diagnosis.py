"""What can't be done says which limit bites, and how far it must give."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings

from openlea.engines.spreading import Diagnosis, Kind, Problem, diagnose, spread
from tests.engines.spreading_proef import NAN, market, markets, town


def apart(**change: object) -> Problem:
    """Return two groups, each alone in its own place, three units from the other place."""
    made = market(
        [[10, 0], [0, 10]], [0, 1], [[1, 3], [3, 1]], [10, 10], [[0.5, 0.5], [NAN, NAN]], 0.0,
        limit=3,
    )  # fmt: skip
    return replace(made, **change)  # type: ignore[arg-type]


def alone(problem: Problem) -> dict[Kind, float]:
    """Return how far each kind of limit must give when it alone gives."""
    return {one.kind: one.amount for one in diagnose(problem).alone}


def test_what_can_be_done_has_no_limit_that_bites() -> None:
    assert diagnose(apart()) == Diagnosis()


def test_a_short_way_bites_and_says_how_long_it_must_be() -> None:
    found = alone(apart(limit=np.full(2, 1.0)))
    assert found == {Kind.TRAVEL: 3.0, Kind.MIX: 0.5}


def test_too_few_seats_bite_at_the_place_that_lacks_them() -> None:
    (only,) = diagnose(apart(capacity=np.array([8, 10]))).alone
    assert (only.kind, only.amount) == (Kind.CAPACITY, 2.0)
    assert sum(pupils for _, pupils in only.places) == 2


def test_the_least_that_a_place_must_keep_bites() -> None:
    problem = apart(least=np.array([10, 10]), capacity=np.array([20, 20]), limit=np.zeros(2))
    assert Kind.LEAST not in alone(problem)
    problem = replace(problem, least=np.array([12, 0]), tolerance=0.5)
    assert alone(problem) == {Kind.LEAST: 2.0, Kind.TRAVEL: 3.0}


def test_an_impossible_mix_says_how_wide_it_must_be() -> None:
    problem = apart(target=np.array([[0.36, 0.36], [NAN, NAN]]))
    found = alone(problem)
    assert found == {Kind.MIX: 0.14}
    wide = replace(problem, tolerance=0.14)
    assert spread(wide) is not None
    assert spread(replace(problem, tolerance=0.13)) is None


def test_two_limits_that_only_together_bite_are_named_together() -> None:
    problem = apart(limit=np.full(2, 1.0), capacity=np.array([8, 10]), tolerance=0.1)
    found = diagnose(problem)
    assert found.alone == ()
    assert found.together == ((Kind.CAPACITY, Kind.TRAVEL), (Kind.CAPACITY, Kind.MIX))


@given(markets())
@settings(max_examples=60, deadline=None)
def test_what_the_diagnosis_says_is_enough_and_a_little_less_is_not(problem: Problem) -> None:
    assume(spread(problem) is None)
    for one in diagnose(problem).alone:
        assert spread(_given(problem, one.kind, one.amount, dict(one.places))) is not None
        if one.kind is Kind.MIX:
            less = max(problem.tolerance, round(one.amount - 0.01, 2))
            assert spread(replace(problem, tolerance=less)) is None
        if one.kind is Kind.TRAVEL:
            shorter = np.maximum(problem.limit, one.amount - 0.5)
            assert spread(replace(problem, limit=shorter)) is None


def _given(problem: Problem, kind: Kind, amount: float, places: dict[int, int]) -> Problem:
    pupils = np.array([places.get(place, 0) for place in range(problem.today.shape[1])])
    if kind is Kind.CAPACITY:
        return replace(problem, capacity=problem.capacity + pupils)
    if kind is Kind.LEAST:
        return replace(problem, least=problem.least - pupils)
    if kind is Kind.TRAVEL:
        return replace(problem, limit=np.maximum(problem.limit, amount))
    return replace(problem, tolerance=amount)


@pytest.mark.parametrize("limit", [0.3])
def test_a_town_that_can_not_names_a_way_that_can(limit: float) -> None:
    problem = town(2, 0.05, limit)
    assert spread(problem) is None
    found = {one.kind: one.amount for one in diagnose(problem).alone}
    assert found[Kind.TRAVEL] > limit
    assert spread(replace(problem, limit=np.full(50, found[Kind.TRAVEL]))) is not None
    assert spread(replace(problem, tolerance=found[Kind.MIX])) is not None
