"""A hidden count is a range, and stays one through sums and shares."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.onthulling import NUL, Bereik, Status, share_of, status_of

counts = st.one_of(
    st.integers(0, 60).map(lambda n: Bereik(n, n)), st.just(Bereik(1, 4)), st.just(NUL)
)


@given(counts, counts)
def test_the_range_of_a_share_is_exactly_what_the_counts_allow(deel: Bereik, rest: Bereik) -> None:
    """Trying every count inside the two ranges gives the same lowest and highest share."""
    tried = [
        100 * part / (part + other)
        for part, other in product(
            range(int(deel.laag), int(deel.hoog) + 1), range(int(rest.laag), int(rest.hoog) + 1)
        )
        if part + other
    ]
    found = share_of(deel, rest)
    assert (found is None) == (not tried)
    if found:
        assert found.laag == pytest.approx(min(tried))
        assert found.hoog == pytest.approx(max(tried))


@given(counts, counts, counts)
def test_a_sum_of_ranges_does_not_depend_on_the_order(a: Bereik, b: Bereik, c: Bereik) -> None:
    assert (a + b) + c == a + (b + c) == (c + a) + b
    assert a + NUL == a


@given(counts, counts)
def test_overlap_says_that_one_number_can_be_in_both(a: Bereik, b: Bereik) -> None:
    shared = set(range(int(a.laag), int(a.hoog) + 1)) & set(range(int(b.laag), int(b.hoog) + 1))
    assert a.overlapt(b) == b.overlapt(a) == bool(shared)


def test_a_range_with_crossed_ends_is_refused() -> None:
    with pytest.raises(ValueError, match="is empty"):
        Bereik(4, 1)


@pytest.mark.parametrize(
    ("bereik", "status"),
    [
        (None, Status.ONBEKEND),
        (Bereik(0, 0), Status.NUL),
        (Bereik(7, 7), Status.BEKEND),
        (Bereik(1, 4), Status.VERBORGEN),
        (Bereik(0, 4), Status.VERBORGEN),
    ],
)
def test_nothing_nought_a_number_and_a_range_are_four_different_marks(
    bereik: Bereik | None, status: Status
) -> None:
    assert status_of(bereik) is status
