"""A band holds the middle of comparable places, and never fewer of them than it claims."""

from hypothesis import given
from hypothesis import strategies as st

from openlea.core.onthulling import Bereik
from openlea.policy.band import FEWEST, band_of

NUMBERS = st.floats(-1000, 1000, allow_nan=False)
RANGES = st.tuples(NUMBERS, NUMBERS).map(lambda ends: Bereik(min(ends), max(ends)))


def test_of_few_places_there_is_no_middle() -> None:
    assert band_of([Bereik(1, 1)] * (FEWEST - 1)) is None


def test_ten_known_numbers_give_all_but_the_outer_two() -> None:
    band = band_of([Bereik(n, n) for n in range(1, 11)])
    assert band is not None
    assert (band.midden.laag, band.midden.hoog) == (2, 9)
    assert (band.uitersten, band.middelste, band.aantal) == (Bereik(1, 10), 5.5, 10)


@given(st.lists(RANGES, min_size=FEWEST, max_size=30))
def test_most_places_lie_in_the_band_and_all_between_the_outer_ends(some: list[Bereik]) -> None:
    band = band_of(some)
    assert band is not None
    within = [one for one in some if band.midden.laag <= one.laag and one.hoog <= band.midden.hoog]
    assert len(within) > len(some) / 2, "the page says: most"
    assert all(band.uitersten.laag <= o.laag and o.hoog <= band.uitersten.hoog for o in some)


@given(st.lists(RANGES, min_size=FEWEST, max_size=12))
def test_the_order_of_the_places_changes_nothing(some: list[Bereik]) -> None:
    assert band_of(some) == band_of(some[::-1])
