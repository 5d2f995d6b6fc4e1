"""The indices are those of the textbooks, and keep the laws that every index of spread keeps."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from openlea.engines.segregation import INDICES, FloatArray, indices, reflection

GOLDENS = {  # a, b: D, xPx, xPy, normalised; worked out by hand
    "G1": ((40, 10), (10, 40), 0.60, 0.68, 0.32, 0.36),
    "G2": ((30, 15, 5), (10, 30, 60), 0.50, 0.5577, 0.4423, 0.3365),
    "G3": ((10, 10), (40, 40), 0.0, 0.2, 0.8, 0.0),
    "G4": ((20, 0), (0, 30), 1.0, 1.0, 0.0, 1.0),
}
COUNTS = st.integers(2, 9).flatmap(
    lambda units: arrays(np.float64, (units, 3), elements=st.integers(1, 60).map(float))
)
PAIRS = COUNTS.map(lambda table: table[:, :2])
BOUNDED = [name for name in INDICES if name != "wederzijdse_informatie"]


def one(counts: FloatArray, group: int = 0) -> dict[str, float]:
    """Return the indices of a table that is one area."""
    found = indices(counts, np.zeros(len(counts), dtype=int), group=group)
    return {name: float(values[0]) for name, values in found.items()}


@pytest.mark.parametrize("case", GOLDENS.values(), ids=GOLDENS)
def test_the_index_is_what_one_finds_by_hand(
    case: tuple[tuple[int, ...], tuple[int, ...], float, float, float, float],
) -> None:
    a, b, *expected = case
    found = one(np.array([a, b], dtype=float).T)
    names = ("dissimilariteit", "isolatie", "blootstelling", "genormaliseerd")
    assert [found[name] for name in names] == pytest.approx(expected, abs=5e-5)


def test_d_is_that_of_the_published_example_of_elbers() -> None:
    # elbersb/segregation, tests/testthat/test_dissimilarity.R
    assert one(np.array([[100, 0], [60, 40], [40, 60], [0, 100]]))["dissimilariteit"] == 0.6
    assert one(np.array([[80, 20], [80, 20], [20, 80], [20, 80]]))["dissimilariteit"] == 0.6


def test_all_areas_in_one_pass_are_each_by_itself() -> None:
    tables = [np.array([a, b], dtype=float).T for a, b, *_ in GOLDENS.values()]
    area = np.repeat(np.arange(len(tables)) * 2, [len(each) for each in tables])
    shuffled = np.random.default_rng(1).permutation(len(area))
    found = indices(np.concatenate(tables)[shuffled], area[shuffled])
    for name in INDICES:
        alone = [one(each)[name] for each in tables]
        assert found[name][::2] == pytest.approx(alone, abs=1e-12)
        assert np.isnan(found[name][1::2]).all(), "an area without units has no value"


@pytest.mark.parametrize(
    "counts", [[[3, 4]], [[3, 0], [4, 0]], [[0, 3], [0, 4]], [[3, 4], [0, 0]]], ids=str
)
def test_what_is_not_defined_is_no_number(counts: list[list[float]]) -> None:
    assert all(np.isnan(value) for value in one(np.array(counts, dtype=float)).values())


def test_nothing_given_is_nothing_found() -> None:
    assert all(values.size == 0 for values in indices(np.zeros((0, 2)), []).values())


@pytest.mark.parametrize(
    ("counts", "area", "group"),
    [
        ([[1, -1]], [0], 0),
        ([[1, np.nan]], [0], 0),
        ([[1], [2]], [0, 0], 0),
        ([[1, 2]], [0, 0], 0),
        ([[1, 2]], [-1], 0),
        ([[1, 2]], [0.5], 0),
        ([[1, 2]], [0], 2),
    ],
)
def test_what_can_not_be_counted_is_refused(counts: object, area: object, group: int) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        indices(counts, area, group=group)  # type: ignore[arg-type]


@given(COUNTS)
def test_an_index_stays_within_its_bounds(counts: FloatArray) -> None:
    found = one(counts)
    assert all(-1e-12 <= found[name] <= 1 + 1e-12 for name in BOUNDED)
    entropy_most = np.log(min(counts.shape))
    assert -1e-12 <= found["wederzijdse_informatie"] <= entropy_most + 1e-12


@given(PAIRS)
def test_isolation_and_exposure_are_all_there_is(counts: FloatArray) -> None:
    found = one(counts)
    assert found["isolatie"] + found["blootstelling"] == pytest.approx(1)


@given(PAIRS)
def test_normalised_isolation_is_the_variance_ratio_and_the_index_of_the_oecd(
    counts: FloatArray,
) -> None:
    found = one(counts)
    share = counts[:, 0].sum() / counts.sum()
    assert found["genormaliseerd"] == pytest.approx(found["variantieverhouding"], abs=1e-12)
    oecd = 1 - found["blootstelling"] / (1 - share)
    assert found["genormaliseerd"] == pytest.approx(oecd, abs=1e-12)


@given(PAIRS)
def test_both_groups_are_spread_equally_unevenly(counts: FloatArray) -> None:
    here, there = one(counts), one(counts, group=1)
    for name in set(INDICES) - {"isolatie", "blootstelling"}:
        assert here[name] == pytest.approx(there[name], abs=1e-10)


@given(COUNTS)
def test_information_is_the_same_seen_from_the_units(counts: FloatArray) -> None:
    name = "wederzijdse_informatie"
    assert one(counts)[name] == pytest.approx(one(counts.T)[name], abs=1e-12)


@given(COUNTS, st.randoms(use_true_random=False))
def test_the_order_of_units_and_of_other_groups_is_nothing(
    counts: FloatArray, dice: object
) -> None:
    order = np.random.default_rng(hash(dice) % 2**32).permutation(len(counts))
    other = one(counts[order][:, [0, 2, 1]])
    assert one(counts) == pytest.approx(other, abs=1e-10)


@given(COUNTS, st.integers(2, 4))
def test_units_of_the_same_composition_count_as_one(counts: FloatArray, parts: int) -> None:
    split = np.concatenate([counts, counts[:1] * parts])
    merged = counts.copy()
    merged[0] *= 1 + parts
    assert one(split) == pytest.approx(one(merged), abs=1e-10)


@given(COUNTS, st.integers(2, 50))
def test_more_of_everybody_changes_nothing(counts: FloatArray, times: int) -> None:
    assert one(counts) == pytest.approx(one(counts * times), abs=1e-10)


@given(PAIRS, st.integers(2, 50))
def test_d_and_gini_do_not_care_how_large_a_group_is(counts: FloatArray, times: int) -> None:
    more = counts * [times, 1]
    for name in ("dissimilariteit", "gini", "atkinson"):
        assert one(counts)[name] == pytest.approx(one(more)[name], abs=1e-10)


@given(PAIRS)
def test_gini_lies_between_d_and_the_most_that_d_allows(counts: FloatArray) -> None:
    found = one(counts)
    uneven = found["dissimilariteit"]
    assert uneven - 1e-10 <= found["gini"] <= uneven * (2 - uneven) + 1e-10


@given(PAIRS)
def test_gini_by_one_sort_is_gini_over_all_pairs(counts: FloatArray) -> None:
    a, b = counts.T
    pairs = np.abs(a[:, None] * b - (a[:, None] * b).T).sum() / (2 * a.sum() * b.sum())
    assert one(counts)["gini"] == pytest.approx(pairs, abs=1e-10)


def test_a_school_fifteen_points_above_its_neighbourhood_passes_ten_and_not_twenty() -> None:
    found = reflection([0.45, 0.40, 0.05, np.nan], [0.30, 0.30, 0.30, 0.30])
    assert found.difference[:3] == pytest.approx([15, 10, -25])
    assert found.outside_ten.tolist() == [True, False, True, False]
    assert found.outside_twenty.tolist() == [False, False, True, False]
    with pytest.raises(ValueError, match="from 0 to 1"):
        reflection([45], [0.3])
