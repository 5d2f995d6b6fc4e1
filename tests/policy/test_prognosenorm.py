"""A forecast beside the norm of the law: the golden counts, and the average of a bestuur."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.policy.normen.opheffing import telling
from openlea.policy.prognosenorm import average_sizes, first_under, least_pupils

OPSLAG = Fraction(103, 100)


def test_with_a_norm_of_105_a_school_of_102_is_not_below() -> None:
    """101 pupils count as 104, 102 as 105 (indicators.md 3.5)."""
    assert least_pupils(105, OPSLAG) == 102


@given(st.integers(23, 200))
def test_the_least_pupils_meet_the_norm_and_one_fewer_do_not(norm: int) -> None:
    least = least_pupils(norm, OPSLAG)
    assert telling(least, OPSLAG) >= norm > telling(least - 1, OPSLAG)


def test_the_first_year_under_is_the_first_that_is_likelier_than_not() -> None:
    found = first_under((2026, 2027, 2028), (0.1, 0.5, 0.9), (0, 0, 0.2))
    assert (found.jaar, found.kans, found.kans_einde) == (2027, 0.5, 0.2)
    never = first_under((2026, 2027), (0.1, 0.3), (0, 0))
    assert (never.jaar, never.kans) == (None, 0.3)


@pytest.mark.parametrize(("norm", "needed"), [(105, 175.0), (84, 140.0), (200, 290.0)])
def test_a_bestuur_needs_ten_sixths_of_the_norm_or_290(norm: int, needed: float) -> None:
    sizes = {"A": [100.0, 200.0]}
    (found,) = average_sizes(sizes, {"A": [90.0, 190.0]}, norm, Fraction(10, 6), Fraction(290))
    assert (found.nu, found.straks, found.nodig) == (150, 140, needed)
