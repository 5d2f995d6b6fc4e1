"""What an index is made of adds up to it: per school, per cluster, over time, and of ranges."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from openlea.engines.segregation import (
    INDICES,
    FloatArray,
    between_within,
    change,
    index_range,
    indices,
    local,
)
from openlea.engines.segregation.areas import areas_of
from openlea.engines.segregation.change import fitted

TABLES = st.integers(3, 8).flatmap(
    lambda units: arrays(np.float64, (units, 3), elements=st.integers(0, 40).map(float))
)
M, H = "wederzijdse_informatie", "theil_h"


def zeros(table: FloatArray) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
    """Return one area for all units."""
    return np.zeros(len(table), dtype=np.intp)


@given(TABLES)
def test_what_the_units_give_is_the_whole(table: FloatArray) -> None:
    whole = indices(table, zeros(table))
    parts = local(table, zeros(table))
    if not np.isnan(whole[M][0]):
        assert parts[:, 0].sum() == pytest.approx(whole[M][0], abs=1e-10)
    if whole["dissimilariteit"][0] > 0:
        assert parts[:, 1].sum() == pytest.approx(1)


def test_a_unit_keeps_its_place_whatever_the_order_of_the_areas() -> None:
    table = np.array([[40, 10], [5, 5], [10, 40], [9, 1]], dtype=float)
    mixed = local(table, np.array([1, 0, 1, 0]))
    assert mixed[[0, 2]] == pytest.approx(local(table[[0, 2]], np.array([0, 0])))


@given(TABLES, st.lists(st.integers(0, 2), min_size=8, max_size=8))
def test_between_and_within_add_up_for_m_and_for_h(table: FloatArray, labels: list[int]) -> None:
    whole = indices(table, zeros(table))
    for name, parts in between_within(table, zeros(table), labels[: len(table)]).items():
        if not np.isnan(whole[name][0]):
            inside = np.nansum(parts.weight * parts.within)
            assert parts.between[0] + inside == pytest.approx(whole[name][0], abs=1e-10)
            assert parts.within_total[0] == pytest.approx(inside, abs=1e-10)


def test_a_board_in_two_municipalities_counts_in_each_by_itself() -> None:
    table = np.array([[40, 10], [10, 40], [30, 10], [15, 30], [5, 60], [9, 9]], dtype=float)
    area, board = [0, 0, 0, 1, 1, 1], [7, 7, 3, 7, 3, 3]
    both = between_within(table, np.array(area), board)[M]
    alone = between_within(table[3:], zeros(table[3:]), board[3:])[M]
    assert both.area.tolist() == [0, 0, 1, 1]
    assert both.cluster.tolist() == [3, 7, 3, 7]
    assert both.between[1] == pytest.approx(alone.between[0])
    assert both.within[2:] == pytest.approx(alone.within)


def test_fitting_gives_the_published_table_of_karmel_and_maclachlan() -> None:
    # Karmel and Maclachlan 1988, as in elbersb/segregation, tests/testthat/test_ipf.R
    first = np.array([[100, 50], [50, 50], [100, 50]], dtype=float)
    last = np.array([[125, 100], [100, 100], [100, 75]], dtype=float)
    margins = last.sum(axis=1) / 600, last.sum(axis=0)[None] / 600
    found = fitted(first / 400, *margins, areas_of([0, 0, 0])) * 600
    expected = [[134.7, 90.3], [85.5, 114.5], [104.8, 70.2]]
    assert np.abs(found - expected).max() <= 0.05 + 1e-9


@pytest.mark.parametrize(("axis", "part"), [("unit", "sizes"), ("group", "population")])
def test_a_change_of_sizes_alone_is_no_change_of_spread(axis: str, part: str) -> None:
    # elbersb/segregation, tests/testthat/test_mutual_difference.R
    before = np.array([[25, 25], [28, 2], [2, 18]], dtype=float)
    after = before.copy()
    if axis == "unit":
        after[2] *= 2
    else:
        after[:, 1] *= 2
    found = change(before, after, zeros(before))
    parts = {each: abs(getattr(found, each)[0]) for each in ("sizes", "population", "spread")}
    assert parts["spread"] == pytest.approx(0, abs=1e-6)
    if part == "sizes":
        assert max(parts, key=lambda each: parts[each]) == "sizes"


@given(TABLES, st.data())
def test_the_parts_of_a_change_add_up_to_it(before: FloatArray, data: st.DataObject) -> None:
    after = data.draw(arrays(np.float64, before.shape, elements=st.integers(0, 40).map(float)))
    found = change(before, after, zeros(before))
    parts = found.closed + found.opened + found.population + found.sizes + found.spread
    assert found.after - found.before == pytest.approx(parts, abs=1e-9)
    back = change(after, before, zeros(before))
    assert back.spread == pytest.approx(-found.spread, abs=1e-9), "back is the opposite of there"


def test_what_closed_and_what_opened_is_told_apart() -> None:
    before = np.array([[25, 25], [28, 2], [2, 18], [0, 0]], dtype=float)
    after = np.array([[25, 25], [28, 2], [0, 0], [5, 40]], dtype=float)
    found = change(before, after, zeros(before))
    assert found.closed[0] < 0 < found.opened[0]
    rest = found.population + found.sizes + found.spread
    assert rest == pytest.approx(0, abs=1e-12), "the two that stayed didn't change"


@st.composite
def boxes(draw: st.DrawFn) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Draw least and most counts, and counts in between."""
    units = draw(st.integers(2, 7))
    low = draw(arrays(np.float64, (units, 2), elements=st.integers(0, 20).map(float)))
    wide = draw(arrays(np.float64, (units, 2), elements=st.integers(0, 6).map(float)))
    part = draw(arrays(np.float64, (units, 2), elements=st.floats(0, 1)))
    return low, low + wide, low + np.round(wide * part)


@given(boxes())
def test_a_range_contains_every_exact_value(box: tuple[FloatArray, FloatArray, FloatArray]) -> None:
    low, high, between = box
    found = index_range(low, high, zeros(low))
    for counts in (between, low, high):
        exact = indices(counts, zeros(low))
        for name in INDICES:
            if not np.isnan(exact[name][0]):
                least, most = found[name][0][0], found[name][1][0]
                assert least - 1e-12 <= exact[name][0] <= most + 1e-12, name


@given(TABLES)
def test_a_range_of_nothing_is_the_value(table: FloatArray) -> None:
    found, exact = index_range(table, table, zeros(table)), indices(table[:, :2], zeros(table))
    pair = np.stack([table[:, 0], table[:, 1:].sum(axis=1)], axis=1)
    exact = indices(pair, zeros(table))
    for name in INDICES:
        for end in found[name]:
            assert end == pytest.approx(exact[name], abs=1e-12, nan_ok=True)


def test_three_hidden_cells_of_twenty_leave_a_narrow_range() -> None:
    a = [30, 25, 12, 8, 40, 22, 1, 1, 1, 15]
    low = np.array([a, [100, 150, 180, 200, 60, 120, 210, 190, 220, 150]], dtype=float).T
    high = low.copy()
    high[6:9, 0] = 4
    found = index_range(low, high, zeros(low))
    assert found["dissimilariteit"][0] == pytest.approx(0.441, abs=1e-3)
    assert found["dissimilariteit"][1] == pytest.approx(0.485, abs=1e-3)


def test_a_range_that_is_crossed_is_refused() -> None:
    with pytest.raises(ValueError, match="must not pass"):
        index_range([[2, 3], [1, 1]], [[1, 3], [1, 1]], [0, 0])
