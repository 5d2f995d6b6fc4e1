"""A budget is divided to the last euro, the same for everyone, whatever row somebody stands in."""

from fractions import Fraction
from itertools import permutations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from openlea.engines.apportionment import (
    Infeasible,
    Method,
    Undecided,
    combine,
    divide,
    divide_held,
    swing,
)

DIVISORS = {Method.JEFFERSON: lambda has: has + 1, Method.WEBSTER: lambda has: 2 * has + 1}
WEIGHTS = st.lists(st.integers(0, 60), min_size=1, max_size=7).filter(any)
BUDGETS = st.integers(0, 90)
METHODS = st.sampled_from(list(Method))


def by_hand(
    budget: int, weights: list[int], method: Method, low: list[int], high: list[int]
) -> list[int]:
    """Return the division of a divisor method, one unit at a time; ties as declared."""
    amounts = list(low)
    while sum(amounts) < budget:
        claims = {
            place: (Fraction(weight, DIVISORS[method](amounts[place])), weight, -place)
            for place, weight in enumerate(weights)
            if weight and amounts[place] < high[place]
        }
        amounts[max(claims, key=claims.__getitem__)] += 1
    return amounts


def shares_within(
    budget: int, weights: list[int], low: list[int], high: list[int]
) -> list[Fraction]:
    """Return the exact broken shares within limits: all that is free has one rate per weight."""
    steps = sorted(
        {
            Fraction(edge, w)
            for w, lo, hi in zip(weights, low, high, strict=True)
            if w
            for edge in (lo, hi)
        }
        | {Fraction(0)}
    )

    def at(rate: Fraction) -> list[Fraction]:
        return [
            min(max(w * rate, Fraction(lo)), Fraction(hi)) if w else Fraction(lo)
            for w, lo, hi in zip(weights, low, high, strict=True)
        ]

    under = max((rate for rate in steps if sum(at(rate)) <= budget), default=Fraction(0))
    free = sum(
        w for w, lo, hi in zip(weights, low, high, strict=True) if w and lo <= w * under < hi
    )
    left = budget - sum(at(under))
    return at(under + Fraction(left, free)) if free else at(under)


@st.composite
def limited(draw: st.DrawFn) -> tuple[int, list[int], list[int], list[int]]:
    weights = draw(WEIGHTS)
    low = [draw(st.integers(0, 8)) for _ in weights]
    high = [lo + draw(st.integers(0, 40)) for lo in low]
    most = sum(hi if w else lo for w, lo, hi in zip(weights, low, high, strict=True))
    return draw(st.integers(sum(low), most)), weights, low, high


@given(BUDGETS, WEIGHTS, METHODS)
def test_the_parts_are_whole_and_add_up(budget: int, weights: list[int], method: Method) -> None:
    amounts = divide(budget, weights, method=method, order=range(len(weights)))
    assert amounts.dtype == np.int64
    assert amounts.sum() == budget
    assert all(not amount for amount, weight in zip(amounts, weights, strict=True) if not weight)


@given(st.integers(0, 2**40), st.lists(st.floats(0, 1e9), min_size=1, max_size=9), METHODS)
def test_broken_weights_and_large_budgets_add_up_too(
    budget: int, weights: list[float], method: Method
) -> None:
    assume(max(weights) > 0)
    assert divide(budget, weights, method=method, order=range(len(weights))).sum() == budget


@given(st.integers(0, 10**9), st.lists(st.integers(0, 10**9), min_size=1, max_size=9))
def test_largest_remainder_keeps_the_quota(budget: int, weights: list[int]) -> None:
    assume(any(weights))
    amounts = divide(budget, weights, order=range(len(weights)))
    for amount, weight in zip(amounts, weights, strict=True):
        quota = Fraction(budget * weight, sum(weights))
        assert quota // 1 <= amount <= -(-quota // 1)


@given(BUDGETS, WEIGHTS)
def test_the_largest_remainders_get_the_last_units(budget: int, weights: list[int]) -> None:
    quotas = [Fraction(budget * weight, sum(weights)) for weight in weights]
    whole = [int(quota) for quota in quotas]
    first = sorted(range(len(weights)), key=lambda x: (-(quotas[x] - whole[x]), -weights[x], x))
    for place in first[: budget - sum(whole)]:
        whole[place] += 1
    assert divide(budget, weights, order=range(len(weights))).tolist() == whole


@given(limited(), st.sampled_from(list(DIVISORS)))
def test_a_divisor_method_is_what_unit_by_unit_gives(
    case: tuple[int, list[int], list[int], list[int]], method: Method
) -> None:
    budget, weights, low, high = case
    amounts = divide(
        budget, weights, floor=low, ceiling=high, method=method, order=range(len(weights))
    )
    assert amounts.tolist() == by_hand(budget, weights, method, low, high)


@given(
    st.integers(0, 2**40),
    st.lists(st.integers(0, 2**50), min_size=2, max_size=7).filter(any),
    st.sampled_from(list(DIVISORS)),
)
def test_however_large_nobody_is_left_with_a_better_claim(
    budget: int, weights: list[int], method: Method
) -> None:
    amounts = divide(budget, weights, method=method, order=range(len(weights))).tolist()
    assert sum(amounts) == budget
    by = DIVISORS[method]
    pairs = [
        (weight, amount, -place)
        for place, (weight, amount) in enumerate(zip(weights, amounts, strict=True))
    ]
    last = [(Fraction(w, by(has - 1)), w, place) for w, has, place in pairs if has]
    following = [(Fraction(w, by(has)), w, place) for w, has, place in pairs if w]
    assert not last or min(last) > max(following)


@given(BUDGETS, WEIGHTS, st.sampled_from(list(DIVISORS)))
def test_a_larger_budget_takes_from_nobody(budget: int, weights: list[int], method: Method) -> None:
    order = range(len(weights))
    less = divide(budget, weights, method=method, order=order)
    assert (divide(budget + 1, weights, method=method, order=order) >= less).all()


def test_largest_remainder_can_take_when_the_budget_grows() -> None:
    """The paradox of Alabama: this is why the other methods are offered."""
    less, more = (divide(n, [6, 6, 2]).tolist() for n in (10, 11))
    assert (less, more) == ([4, 4, 2], [5, 5, 1])


@given(limited())
def test_within_limits_the_quota_is_that_of_what_is_left(
    case: tuple[int, list[int], list[int], list[int]],
) -> None:
    budget, weights, low, high = case
    found = divide_held(budget, weights, floor=low, ceiling=high, order=range(len(weights)))
    assert found.amounts.sum() == budget
    assert (found.amounts >= low).all()
    assert (found.amounts <= high).all()
    exact = shares_within(budget, weights, low, high)
    for amount, share, held, lo, hi in zip(
        found.amounts, exact, found.held, low, high, strict=True
    ):
        assert abs(amount - share) < 1
        assert not held or amount == (lo if held < 0 else hi)


@given(BUDGETS, WEIGHTS, METHODS, st.randoms(use_true_random=False))
def test_the_row_somebody_stands_in_changes_nothing(
    budget: int, weights: list[int], method: Method, chance: "np.random.Generator"
) -> None:
    order = list(range(len(weights)))
    amounts = divide(budget, weights, method=method, order=order)
    chance.shuffle(order)
    shuffled = divide(budget, [weights[x] for x in order], method=method, order=order)
    assert shuffled.tolist() == [amounts[x] for x in order]


@given(BUDGETS, WEIGHTS, METHODS, st.integers(2, 10**6))
def test_the_unit_of_the_weights_changes_nothing(
    budget: int, weights: list[int], method: Method, times: int
) -> None:
    order = range(len(weights))
    amounts = divide(budget, weights, method=method, order=order)
    scaled = divide(budget, [w * times for w in weights], method=method, order=order)
    assert scaled.tolist() == amounts.tolist()
    broken = divide(budget, [w / 64 for w in weights], method=method, order=order)
    whole = divide(budget, [w * 1.0 for w in weights], method=method, order=order)
    assert broken.tolist() == whole.tolist()


@given(st.lists(WEIGHTS, min_size=1, max_size=4), BUDGETS, METHODS)
def test_scenarios_together_are_what_each_is_alone(
    rows: list[list[int]], budget: int, method: Method
) -> None:
    places = min(map(len, rows))
    table = [row[:places] for row in rows]
    assume(all(any(row) for row in table))
    together = divide(budget, table, method=method, order=range(places))
    alone = [divide(budget, row, method=method, order=range(places)).tolist() for row in table]
    assert together.tolist() == alone


def test_a_tie_is_refused_rather_than_left_to_the_row() -> None:
    for method in Method:
        with pytest.raises(Undecided):
            divide(1, [3, 3], method=method)
        assert divide(1, [3, 3], method=method, order=[2, 1]).tolist() == [0, 1]


def test_at_an_equal_claim_the_larger_weight_goes_first() -> None:
    """Rests of a half for both; the larger place loses least when the other way round."""
    for order in permutations(range(2)):
        assert divide(2, [1, 3], order=order).tolist() == [0, 2]


def test_what_cannot_be_says_which_limit_and_by_how_much() -> None:
    with pytest.raises(Infeasible) as floors:
        divide(10, [1, 1], floor=[6, 7])
    assert (floors.value.limit, floors.value.amount) == ("floor", 3)
    with pytest.raises(Infeasible) as ceilings:
        divide(10, [[1, 1], [1, 0]], ceiling=[5, 5])
    ceiling = ceilings.value
    assert (ceiling.limit, ceiling.amount, ceiling.scenario) == ("ceiling", 5, 1)
    with pytest.raises(Infeasible) as nothing:
        divide(10, [0, 0])
    assert nothing.value.amount == 10


@pytest.mark.parametrize(
    ("weights", "more"),
    [
        ([-1, 2], {}),
        ([float("nan")], {}),
        ([], {}),
        ([1, 2], {"floor": [0.5, 1]}),
        ([1, 2], {"floor": [3, 3], "ceiling": [2, 9]}),
        ([1, 2], {"order": [1, 1]}),
    ],
)
def test_a_number_that_cannot_be_meant_is_refused(
    weights: list[float], more: dict[str, list[float]]
) -> None:
    with pytest.raises(ValueError, match=r"weight|floor|order"):
        divide(10, weights, **more)


def test_the_share_of_two_gemeenten_in_the_oab_money() -> None:
    assert divide(400_000, [145, 55]).tolist() == [290_000, 110_000]


POINTS = st.lists(
    st.lists(st.integers(0, 9), min_size=4, max_size=4), min_size=2, max_size=3
).filter(lambda rows: any(map(any, rows)))


@given(POINTS)
def test_shares_of_criteria_add_up_and_equal_points_give_equal_shares(
    points: list[list[int]],
) -> None:
    shares = combine(points, [1 + x for x in range(len(points))])
    assert shares.sum() == pytest.approx(1)
    columns = list(zip(*points, strict=True))
    for one, other in permutations(range(4), 2):
        assert columns[one] != columns[other] or shares[one] == shares[other]


def test_a_criterion_without_points_leaves_its_weight_to_the_others() -> None:
    assert combine([[0, 0], [1, 3]], [60, 40]).tolist() == [0.25, 0.75]


def test_a_weight_a_tenth_lower_and_higher_is_that_division() -> None:
    points, weights = [[1, 3, 0], [2, 0, 2]], [50.0, 30.0]
    found = swing(1000, points, weights, order=range(3))
    assert found.shape == (2, 2, 3)
    lower = divide(1000, combine(points, [45.0, 30.0]), order=range(3))
    higher = divide(1000, combine(points, [50.0, 33.0]), order=range(3))
    assert found[0, 0].tolist() == lower.tolist()
    assert found[1, 1].tolist() == higher.tolist()
