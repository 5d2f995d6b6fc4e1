"""The fewest moves are the fewest: counted out on small markets, proved on a large one."""

from dataclasses import replace
from random import Random

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.optimize import OptimizeResult

from openlea.engines.spreading import (
    GAP,
    Outcome,
    Problem,
    evenness,
    frontier,
    solving,
    spread,
)
from tests.engines.spreading_proef import NAN, counted_out, keeps, market, markets, town


@given(markets())
@settings(max_examples=300, deadline=None)
def test_the_fewest_moves_and_then_the_least_travel_as_counted_out(problem: Problem) -> None:
    wanted, found = counted_out(problem), spread(problem)
    if wanted is None or found is None:
        assert wanted is None
        assert found is None
        return
    assert (found.moved, found.bound) == (wanted[0], wanted[0])
    assert found.extra == pytest.approx(wanted[1], abs=1e-9)


@given(markets())
@settings(max_examples=100, deadline=None)
def test_every_child_is_placed_and_every_limit_kept(problem: Problem) -> None:
    found = spread(problem)
    assume(found is not None)
    assert found is not None
    assert (found.flows.sum(axis=1) == problem.today.sum(axis=1)).all()
    assert (found.flows >= 0).all()
    assert keeps(problem, found.flows)
    assert found.bound <= found.moved
    assert int(np.abs(found.flows - problem.today).sum()) == 2 * found.moved


@given(markets(), st.sampled_from([0.05, 0.2, 0.4]))
@settings(max_examples=100, deadline=None)
def test_more_tolerance_never_needs_more_moves(problem: Problem, more: float) -> None:
    strict = spread(problem)
    assume(strict is not None)
    wide = spread(replace(problem, tolerance=min(1.0, problem.tolerance + more)))
    assert strict is not None
    assert wide is not None
    assert wide.moved <= strict.moved


@given(markets(), st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_other_names_for_places_change_nothing(problem: Problem, chance: Random) -> None:
    order = list(range(problem.today.shape[1]))
    chance.shuffle(order)
    renamed = replace(
        problem,
        today=problem.today[:, order],
        distance=problem.distance[:, order],
        capacity=problem.capacity[order],
        least=problem.least[order],
        target=problem.target[:, order],
    )
    one, other = spread(problem), spread(renamed)
    if one is None or other is None:
        assert one is other is None
        return
    assert (one.moved, round(one.extra, 9)) == (other.moved, round(other.extra, 9))


def test_who_meets_it_today_stays_even_when_a_shorter_way_exists() -> None:
    problem = market(
        [[5, 5], [5, 5]], [0, 1], [[9, 1], [1, 9]], [20, 20], [[0.5, 0.5], [NAN, NAN]], 0.0
    )
    found = spread(problem)
    assert found is not None
    assert (found.moved, found.extra, found.gap, found.proved) == (0, 0.0, 0.0, True)
    assert (found.flows == problem.today).all()


def test_who_is_beyond_the_limit_today_may_stay_but_nobody_is_sent_there() -> None:
    problem = market(
        [[10, 0], [0, 10]], [0, 1], [[8, 1], [1, 8]], [20, 20], [[0.5, 0.5], [NAN, NAN]], 0.5,
        limit=2,
    )  # fmt: skip
    assert spread(problem).moved == 0  # type: ignore[union-attr]
    closer = spread(replace(problem, tolerance=0.1))
    assert closer is not None
    # Only those who live near the other place may go there.
    assert (closer.flows <= problem.today)[~problem.allowed].all()
    assert closer.extra < 0


@pytest.mark.parametrize("tolerance", [0.1, 0.05, 0.03])
def test_a_town_of_27_schools_is_proved_within_one_per_cent(tolerance: float) -> None:
    found = spread(town(2, tolerance), seconds=60)
    assert found is not None
    assert found.gap <= GAP
    assert found.proved
    assert 0 < found.bound <= found.moved


def test_nothing_found_in_time_is_refused_and_half_a_proof_is_marked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    problem = town(0)
    late = OptimizeResult({"status": 1, "x": None})
    monkeypatch.setattr(solving, "minimise", lambda *_, **__: late)
    with pytest.raises(TimeoutError, match="within 5 seconds"):
        spread(problem, seconds=5)
    half = Outcome(flows=problem.today, moved=100, bound=98, extra=0.0)
    assert (half.gap, half.proved) == (0.02, False)
    assert replace(half, bound=99).proved


def test_the_frontier_keeps_no_point_that_another_beats() -> None:
    problem = town(1)
    points = frontier(problem, tolerances=[0.05, 0.1, 0.2, 0.5, 0.9])
    marks = [(p.tolerance, p.outcome.moved, round(p.travel, 9)) for p in points]
    assert marks == sorted(marks)
    for one in marks:
        assert not any(
            other != one and all(a <= b for a, b in zip(other, one, strict=True)) for other in marks
        )
    # Nobody moves at 20 points already, so 50 and 90 say nothing more.
    assert [p.tolerance for p in points] == [0.05, 0.1, 0.2]
    assert points[-1].outcome.moved == 0
    assert points[0].evenness < points[-1].evenness


def test_a_longer_way_needs_fewer_moves_or_none_is_gained() -> None:
    points = frontier(town(0), tolerances=[0.1], limits=[2.5, 3.0, 4.0])
    moved = [point.outcome.moved for point in points]
    assert [point.limit for point in points] == sorted(point.limit for point in points)
    assert moved == sorted(moved, reverse=True)


def test_evenness_is_nought_for_alike_and_one_for_apart_and_nothing_without_a_group() -> None:
    problem = market(
        [[5, 5], [5, 5]], [0, 1], [[1, 1], [1, 1]], [20, 20], [[0.5, 0.5], [NAN, NAN]], 0.0
    )
    assert evenness(problem, problem.today) == 0
    assert evenness(problem, np.array([[10, 0], [0, 10]])) == 1
    assert evenness(problem, np.array([[6, 2], [2, 6]])) == pytest.approx(0.5)
    assert np.isnan(evenness(problem, np.array([[0, 0], [5, 5]])))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"tolerance": 1.5}, "tolerance"),
        ({"capacity": np.array([1])}, "capacity has shape"),
        ({"least": np.array([99, 0])}, "least above capacity"),
        ({"distance": np.full((2, 2), NAN)}, "known"),
        ({"distance": np.full((2, 2), np.inf)}, "can't be reached"),
        ({"group": np.array([0, 2])}, "row of targets"),
        ({"target": np.array([0.5, 0.5])}, "groups × places"),
    ],
)
def test_what_means_nothing_is_refused(change: dict[str, object], said: str) -> None:
    problem = market(
        [[5, 5], [5, 5]], [0, 1], [[1, 1], [1, 1]], [20, 20], [[0.5, 0.5], [NAN, NAN]], 0.0
    )
    with pytest.raises(ValueError, match=said):
        replace(problem, **change)  # type: ignore[arg-type]
