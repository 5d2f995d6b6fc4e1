"""The draws have the mean of the plan and the spread of exact counts, and luck is shared."""

import tracemalloc

import numpy as np
import pytest

from openlea.engines.forecast import Limit, Move, Plan, Spread, Wish, project, simulate

UNITS, AGES, YEARS = 12, 8, 10
DRAWS = 4000


def plan(units: int = UNITS, size: float = 30.0, entry: float = 1.0, **more: object) -> Plan:
    random = np.random.default_rng(4)
    start = random.gamma(8, size / 8, (units, AGES)).round()
    return Plan(
        start=start,
        ratio=np.full((units, AGES - 1), 0.96),
        entry=np.repeat(start[:, :1].T, YEARS, axis=0) * entry,
        **more,  # type: ignore[arg-type]
    )


AREA = np.repeat(np.arange(4), UNITS // 4)


def spread(units: int = UNITS) -> Spread:
    return Spread(
        entry_level=np.full(units, 0.1),
        entry_unit=0.05,
        entry_common=0.03,
        ratio_unit=np.full(units, 0.01),
        ratio_common=0.01,
        churn=0.05,
    )


def exact(given: Plan, draws: int) -> np.ndarray:
    """Return totals [draw, unit, year] by NumPy's own binomial and Poisson, unit by unit."""
    random = np.random.default_rng(9)
    found = np.zeros((draws, len(given.start), given.years))
    for unit, start in enumerate(given.start):
        now = np.repeat(start[None].astype(int), draws, axis=0)
        for year in range(given.years):
            later = np.zeros_like(now)
            later[:, 1:] = random.binomial(now[:, :-1], given.ratio[unit])
            later[:, 0] = random.poisson(given.entry[year, unit], draws)
            now, found[:, unit, year] = later, later.sum(axis=1)
    return found


@pytest.mark.parametrize("size", [5.0, 30.0])
def test_without_doubt_the_draws_are_those_of_exact_counts(size: float) -> None:
    given = plan(size=size)
    fan = simulate(given, Spread.none(UNITS), AREA, Wish(draws=DRAWS))
    peer = np.quantile(exact(given, DRAWS), fan.levels, axis=0)
    assert fan.quantiles == pytest.approx(peer, rel=0.01, abs=1.6), "people come whole there"
    width, wanted = np.ptp(fan.quantiles, axis=0).mean(), np.ptp(peer, axis=0).mean()
    assert width == pytest.approx(wanted, rel=0.05)


def test_the_middle_follows_the_plan_also_for_tiny_units() -> None:
    given = plan(size=3.0)
    fan = simulate(given, Spread.none(UNITS), AREA, Wish(draws=DRAWS, levels=(0.5,)))
    assert fan.areas[0].sum() == pytest.approx(project(given).totals[1:].sum(), rel=0.01)


def test_the_same_seed_gives_the_same_and_another_nearly_the_same() -> None:
    given = plan()
    one, two = (simulate(given, spread(), AREA, Wish(seed=7)) for _ in range(2))
    other = simulate(given, spread(), AREA, Wish(seed=8))
    assert (one.quantiles == two.quantiles).all()
    assert other.quantiles == pytest.approx(one.quantiles, rel=0.1)


def test_a_higher_scenario_is_higher_in_every_quantile() -> None:
    low = simulate(plan(), spread(), AREA)
    high = simulate(plan(entry=1.1), spread(), AREA)
    assert (high.quantiles[:, :, 1:] > low.quantiles[:, :, 1:] - 0.3).all()
    assert (high.areas > low.areas - 0.5).all()


def test_what_one_unit_wins_in_luck_the_others_lose() -> None:
    """Were units on their own, the spread of an area would be that of its units, squared up."""
    apart = Spread(
        entry_level=np.full(UNITS, 0.2),
        entry_unit=0.0,
        entry_common=0.0,
        ratio_unit=np.zeros(UNITS),
        ratio_common=0.0,
    )
    shared = simulate(plan(size=60), apart, AREA)
    alone = simulate(plan(size=60), apart, np.arange(UNITS))
    lonely = np.sqrt((np.ptp(alone.quantiles, axis=0).reshape(4, 3, YEARS) ** 2).sum(axis=1))
    assert (np.ptp(shared.areas, axis=0)[:, 3:] < 0.8 * lonely[:, 3:]).all()


def test_doubt_grows_with_the_years_and_no_count_falls_below_nought() -> None:
    fan = simulate(plan(size=4), spread(), AREA, Wish(levels=(0.001, 0.1, 0.5, 0.9)))
    assert (fan.quantiles >= 0).all()
    width = (fan.quantiles[3] - fan.quantiles[1]).mean(axis=0)
    assert (np.diff(width[:5]) > 0).all()


def test_the_chance_to_end_is_that_of_three_years_in_a_row() -> None:
    given = plan()
    least = project(given).totals[-1]
    fan = simulate(given, spread(), AREA, Wish(limit=Limit(least=least)))
    assert fan.under is not None
    assert fan.ended is not None
    assert (fan.ended[:, :2] == 0).all()
    assert (np.diff(fan.ended, axis=1) >= 0).all(), "an end isn't taken back"
    assert (fan.ended <= np.maximum.accumulate(fan.under, axis=1) + 1e-9).all()
    never = simulate(given, spread(), AREA, Wish(limit=Limit(least=np.zeros(UNITS))))
    assert never.under is not None
    assert not never.under.any()


def test_a_wider_interval_lies_around_the_same_middle() -> None:
    one = simulate(plan(), spread(), AREA)
    two = simulate(plan(), spread(), AREA, Wish(widen=np.full((UNITS, YEARS), 2.0)))
    assert two.quantiles[1] == pytest.approx(one.quantiles[1])
    assert np.ptp(two.quantiles, axis=0) == pytest.approx(2 * np.ptp(one.quantiles, axis=0))


def test_a_closed_unit_is_empty_in_every_draw_and_its_neighbour_fuller() -> None:
    moves = (Move(unit=0, begin=2, to=(1,), share=(1.0,)),)
    fan = simulate(plan(moves=moves), spread(), AREA)
    assert (fan.quantiles[:, 0, 2:] < 0.01).all()
    assert (fan.quantiles[0, 1, 2:] > simulate(plan(), spread(), AREA).quantiles[0, 1, 2:]).all()
    with pytest.raises(ValueError, match="within one area"):
        simulate(plan(moves=(Move(unit=0, to=(11,), share=(1.0,)),)), spread(), AREA)


def test_arrivals_and_leaving_have_the_mean_of_the_plan() -> None:
    more = {"arrivals": np.full((YEARS, UNITS, AGES), 1.5), "leaving": np.full((UNITS, AGES), 0.1)}
    given = plan(**more)
    fan = simulate(given, Spread.none(UNITS), AREA, Wish(draws=DRAWS))
    wanted = project(given).totals[1:].T
    assert fan.quantiles[1] == pytest.approx(wanted, rel=0.04)


def test_many_draws_of_many_units_are_never_all_kept() -> None:
    units, draws = 600, 1000
    given = plan(units=units)
    tracemalloc.start()
    simulate(given, spread(units), np.arange(units) // 15, Wish(draws=draws))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < units * YEARS * draws * 4, "less than the totals of all draws alone"
