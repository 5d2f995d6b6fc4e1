"""The share beyond the limit holds for whatever the hidden counts are, and not for a handful."""

from hypothesis import given
from hypothesis import strategies as st

from openlea.core.onthulling import Bereik
from openlea.policy.vervoer import share_beyond

NOBODY = Bereik(0, 0)
COUNT = st.tuples(st.integers(5, 60), st.integers(0, 30), st.integers(0, 100))


@given(far=COUNT, near=COUNT)
def test_every_share_that_the_ranges_leave_room_for_lies_within(
    far: tuple[int, int, int], near: tuple[int, int, int]
) -> None:
    ends = [Bereik(low, low + more) for low, more, _ in (far, near)]
    real = [low + more * part / 100 for low, more, part in (far, near)]
    every = Bereik(ends[0].laag + ends[1].laag, ends[0].hoog + ends[1].hoog)
    found = share_beyond(every, ends[0], NOBODY)
    assert found is not None
    assert found.laag - 1e-9 <= 100 * real[0] / sum(real) <= found.hoog + 1e-9
    assert 0 <= found.laag <= found.hoog <= 100


def test_a_golden_share_takes_the_least_of_one_with_the_most_of_the_other() -> None:
    # 10 to 40 beyond, 30 to 60 not: 10 of 70 at least, 40 of 70 at most.
    found = share_beyond(Bereik(40, 100), Bereik(10, 40), NOBODY)
    assert found is not None
    assert (found.laag, found.hoog) == (1000 / 70, 4000 / 70)


def test_whose_distance_is_unknown_counts_neither_as_near_nor_as_far() -> None:
    found = share_beyond(Bereik(25, 25), Bereik(10, 10), Bereik(5, 5))
    assert found == Bereik(50, 50)


def test_a_share_of_fewer_than_ten_is_not_told() -> None:
    assert share_beyond(Bereik(9, 36), Bereik(3, 12), NOBODY) is None
