"""Rates of small units lean on the region, and a unit that closes makes nobody grow."""

import numpy as np
import pytest

from openlea.engines.forecast import interest, rates
from openlea.engines.forecast.history import History, entry_share, last_ratio, last_value, plan_of


def test_units_that_differ_by_luck_alone_get_the_rate_of_the_region() -> None:
    random = np.random.default_rng(1)
    first = random.poisson(20, (400, 1, 1)).astype(float)
    counts = np.concatenate([first, random.binomial(first.astype(int), 0.9)], axis=1)
    table = np.concatenate([counts, counts], axis=2)
    table[:, 1, 1] = random.binomial(first[:, 0, 0].astype(int), 0.9)
    found = rates(table)
    assert found.region[0] == pytest.approx(0.9, abs=0.02)
    assert found.strength[0] > 500, "nothing to learn from one unit"
    assert np.abs(found.ratio - found.region).max() < 0.05


def test_a_large_unit_keeps_its_own_rate_and_a_small_one_leans_on_the_region() -> None:
    before = np.array([1000.0, 6.0] * 30)
    after = np.where(before > 10, np.where(np.arange(60) % 4, 700, 990), 0.0)
    after[1::2] = np.where(np.arange(30) % 2, 3, 6)
    table = np.zeros((60, 2, 2))
    table[:, 0, 0], table[:, 1, 1] = before, after
    found = rates(table)
    large, small = found.ratio[0, 0], found.ratio[1, 0]
    assert large == pytest.approx(0.99, abs=0.03)
    assert abs(small - found.region[0]) < abs(1.0 - found.region[0])


def test_the_newest_year_weighs_three_times_the_oldest() -> None:
    table = np.zeros((1, 2, 4))
    table[0, 0] = 1e6
    table[0, 1, 1:] = [0.8e6, 0.9e6, 1.0e6]
    assert rates(table).ratio[0, 0] == pytest.approx((0.8 + 2 * 0.9 + 3 * 1.0) / 6)


def test_one_year_tells_no_rate() -> None:
    with pytest.raises(ValueError, match="between two years"):
        rates(np.ones((2, 3, 1)))


def test_interest_is_the_mean_of_shares_and_no_area_sends_more_than_it_has() -> None:
    counts = np.array([[[[40, 48, 40]], [[20, 30, 30]]]], dtype=float)
    population = np.array([[[100, 120, 100]]], dtype=float)
    found = interest(counts, population, (1, 1, 1))
    assert found[0, :, 0] == pytest.approx([0.4, (0.2 + 0.25 + 0.3) / 3])
    crowded = interest(counts * 2.5, population, (1, 1, 1))
    assert crowded.sum(axis=1) == pytest.approx(np.array([[1.0]]))


def closing() -> History:
    """Two units of thirty per age; the second closes in the last year, and all go to the first."""
    counts = np.full((2, 3, 4), 30.0)
    counts[1, :, 3], counts[0, :, 3] = 0, 60
    return History.of(counts, np.zeros(2, dtype=np.intp))


def test_what_comes_from_a_unit_that_closed_is_no_growth() -> None:
    plan, _, found = plan_of(closing(), 3)
    assert found.ratio[0] == pytest.approx([1.0, 1.0], abs=1e-6)
    assert plan.entry[:, 0] == pytest.approx(60.0), "its entry goes to who is left"
    assert plan.entry[:, 1].tolist() == [0, 0, 0]


def test_the_shares_of_an_area_keep_what_entered_there() -> None:
    history = closing()
    assert entry_share(history).sum() == pytest.approx(1.0)


def test_a_known_population_is_used_as_far_as_it_goes() -> None:
    counts = np.full((1, 2, 3), 50.0)
    history = History(
        counts=counts,
        area=np.zeros(1, dtype=np.intp),
        population=np.array([[100, 100, 100, 80, 60]]),
    )
    plan, _, _ = plan_of(history, 3)
    assert plan.entry[:2, 0].tolist() == [40, 30]
    assert plan.entry[2, 0] == pytest.approx(0.5 * (100 + 2 * 80 + 3 * 60) / 6)


def test_the_plain_forecasts_are_what_they_say() -> None:
    counts = np.array([[[10.0, 10.0], [20.0, 8.0]]])
    history = History.of(counts, np.zeros(1, dtype=np.intp))
    assert last_value(history, 2).tolist() == [[18, 18]]
    assert last_ratio(history, 1).tolist() == [[pytest.approx(10 + 10 * 0.8)]]
    grown = History.of(np.array([[[10.0, 12.0]]]), np.zeros(1, dtype=np.intp))
    assert last_ratio(grown, 2)[0].tolist() == pytest.approx([14.4, 17.28])
