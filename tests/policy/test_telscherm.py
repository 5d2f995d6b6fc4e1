"""Counts over registrations: what is small can't be seen, nor worked out from what is shown."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from openlea.core.onthulling import Bereik
from openlea.core.telling import TOTAAL, Gebied, Telrij, as_plain, from_plain
from openlea.policy.afscherming import SMALLEST
from openlea.policy.telscherm import measured, screened, single, together

PC4 = ("1211", "1212", "1213")
STANDEN = ("geplaatst", "wachtlijst", "onbekend")


def table(counts: list[list[int]]) -> tuple[Telrij, ...]:
    """Return a table of three areas and three states, protected."""
    given = {(g, m): counts[r][c] for r, g in enumerate(PC4) for c, m in enumerate(STANDEN)}
    return screened(given, PC4, STANDEN, gebied=Gebied.PC4, totaal="doelgroep")


def found(rows: tuple[Telrij, ...], maat: str, code: str = TOTAAL) -> Bereik | None:
    return next(one.bereik for one in rows if (one.maat, one.code) == (maat, code))


def test_what_is_large_is_shown_with_its_totals() -> None:
    rows = table([[20, 10, 0], [30, 5, 7], [40, 8, 9]])
    assert found(rows, "geplaatst", "1211") == Bereik(20, 20)
    assert found(rows, "onbekend", "1211") == Bereik(0, 0)
    assert found(rows, "doelgroep", "1212") == Bereik(42, 42)
    assert found(rows, "doelgroep") == Bereik(129, 129)
    assert {one.gebied for one in rows if one.code == TOTAAL} == {Gebied.GEHEEL}


def test_a_small_count_is_hidden_with_others_that_would_betray_it() -> None:
    rows = table([[20, 3, 11], [30, 6, 7], [40, 8, 9]])
    hidden = [one for one in rows if one.bereik is None or one.bereik.precies is None]
    assert ("wachtlijst", "1211") in {(one.maat, one.code) for one in hidden}
    assert len(hidden) >= 4, "at least two in its row and two in its column"


counts = st.lists(st.lists(st.integers(0, 12), min_size=3, max_size=3), min_size=3, max_size=3)


@given(counts)
def test_the_truth_lies_in_every_range_and_no_range_betrays_a_small_count(
    true: list[list[int]],
) -> None:
    rows = table(true)
    for (r, g), (c, m) in product(enumerate(PC4), enumerate(STANDEN)):
        bereik = found(rows, m, g)
        if bereik is not None:
            assert bereik.laag <= true[r][c] <= bereik.hoog
        if 0 < true[r][c] < SMALLEST:
            assert bereik is None or bereik.precies is None


@given(counts)
def test_what_is_shown_leaves_every_small_count_another_value(true: list[list[int]]) -> None:
    """The reader's own sums: within one row or column a small count is never the only unknown."""
    rows = table(true)
    lines = [[(g, m) for m in (*STANDEN, "doelgroep")] for g in (*PC4, TOTAAL)]
    lines += [[(g, m) for g in (*PC4, TOTAAL)] for m in (*STANDEN, "doelgroep")]
    for line in lines:
        ranges = [found(rows, m, g) for g, m in line]
        unknown = [one for one in ranges if one is None or one.precies is None]
        assert len(unknown) != 1


def test_one_count_that_stands_alone_is_a_range_when_it_is_small() -> None:
    assert single("verwijzing", 3).bereik == Bereik(1, 4)
    assert single("verwijzing", 0).bereik == Bereik(0, 0)
    assert single("verwijzing", 5).bereik == Bereik(5, 5)


def test_a_median_of_few_persons_is_not_told() -> None:
    assert measured("dagen", 12.5, 9).bereik is None
    assert measured("dagen", 12.5, 10).bereik == Bereik(12.5, 12.5)
    assert measured("dagen", None, 40).bereik is None


def test_the_same_number_in_two_tables_is_as_wide_as_the_widest() -> None:
    shown = Telrij(maat="geplaatst", bereik=Bereik(7, 7))
    hidden = Telrij(maat="geplaatst", bereik=Bereik(0, 9))
    assert together([shown], [hidden]) == (hidden,)
    assert together([shown], [Telrij(maat="geplaatst")]) == (Telrij(maat="geplaatst"),)


def test_two_different_counts_of_one_thing_are_a_mistake() -> None:
    with pytest.raises(ValueError, match="counted twice"):
        together([single("geplaatst", 8)], [single("geplaatst", 9)])


def test_rows_are_kept_as_they_were() -> None:
    rows = (*table([[20, 3, 11], [30, 6, 7], [40, 8, 9]]), measured("dagen", 12.5, 3))
    assert from_plain(as_plain(rows)) == rows


def test_where_nothing_was_counted_the_totals_are_nought() -> None:
    rows = screened({}, (), STANDEN, gebied=Gebied.PC4, totaal="doelgroep")
    assert {one.maat for one in rows} == {*STANDEN, "doelgroep"}
    assert {one.bereik for one in rows} == {Bereik(0, 0)}


@settings(max_examples=60, deadline=None)
@given(counts)
def test_who_solves_all_sums_at_once_still_does_not_know_a_small_count(
    true: list[list[int]],
) -> None:
    """An attacker with linear programming over every shown cell and total of the table."""
    rows = table(true)
    cells = list(product(PC4, STANDEN))
    equations = [
        ([float(g in (code, TOTAAL) and m in (maat, "doelgroep")) for code, maat in cells], shown)
        for g, m in product((*PC4, TOTAAL), (*STANDEN, "doelgroep"))
        if (shown := found(rows, m, g)) is not None and shown.precies is not None
    ]
    for place, (code, maat) in enumerate(cells):
        if 0 < true[PC4.index(code)][STANDEN.index(maat)] < SMALLEST:
            assert _width(equations, cells, place) >= 1


def _width(equations: list[tuple[list[float], Bereik]], cells: list, place: int) -> float:  # type: ignore[type-arg]
    """Return how far apart the lowest and the highest are that one cell can still be."""
    left = [row for row, _ in equations] or None
    right = [shown.laag for _, shown in equations] or None
    ends = []
    for sign in (1.0, -1.0):
        goal = [sign * (one == place) for one in range(len(cells))]
        solved = linprog(goal, A_eq=left, b_eq=right, bounds=(0, 500))
        ends.append(sign * solved.fun)
    return float(ends[1] - ends[0])
