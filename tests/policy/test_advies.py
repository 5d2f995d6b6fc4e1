"""School advice: the golden numbers, and intervals that hold what they must."""

from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from openlea.policy.advies import ADVIEZEN, Heroverweging, is_higher, wilson


def test_the_golden_numbers_of_reconsidered_advice() -> None:
    """Of 200 pupils the test says more of 60; 48 are raised and 12 motivated: 30 % and 80 %."""
    found = Heroverweging(leerlingen=200, hoger=60, bijgesteld=48, gemotiveerd=12)
    assert (found.heroverwogen, found.bijstelling, found.zonder_reden) == (30.0, 80.0, 0)


def test_of_nobody_there_is_no_share() -> None:
    found = Heroverweging(leerlingen=0, hoger=0, bijgesteld=0, gemotiveerd=0)
    assert (found.heroverwogen, found.bijstelling) == (None, None)
    assert wilson(0, 0) is None


def test_an_advice_that_is_unknown_is_neither_higher_nor_lower() -> None:
    assert is_higher("havo", None) is None
    assert is_higher("", "vwo") is None
    assert is_higher("havo", "vmbo_gt") is True
    assert is_higher("havo", "havo") is False


@given(st.sampled_from(ADVIEZEN), st.sampled_from(ADVIEZEN))
def test_of_two_advices_at_most_one_is_higher(one: str, other: str) -> None:
    assert not (is_higher(one, other) and is_higher(other, one))
    assert bool(is_higher(one, other) or is_higher(other, one)) == (one != other)


@given(st.integers(1, 4000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_is_that_of_wilson_as_scipy_has_it(counts: tuple[int, int]) -> None:
    deel, geheel = counts
    oracle = binomtest(deel, geheel).proportion_ci(method="wilson")
    found = wilson(deel, geheel)
    assert found is not None
    assert abs(found.laag - 100 * oracle.low) < 1e-6
    assert abs(found.hoog - 100 * oracle.high) < 1e-6
    assert found.laag <= 100 * deel / geheel + 1e-9 <= found.hoog + 2e-9
