"""A share says of how many, and of nothing there is no share."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from openlea.policy.aandeel import Aandeel


@given(st.lists(st.booleans()))
def test_what_holds_and_what_does_not_is_the_whole(verdicts: list[bool]) -> None:
    share = Aandeel.of(verdicts)
    rest = Aandeel.of(not verdict for verdict in verdicts)
    assert share.van == rest.van == len(verdicts)
    assert share.aantal + rest.aantal == share.van


def test_a_share_is_exact_so_that_a_third_stays_a_third() -> None:
    assert Aandeel(1, 3).fraction == Fraction(1, 3)
    assert Aandeel(0, 3).fraction == 0


def test_of_nothing_there_is_no_share_rather_than_nought() -> None:
    assert Aandeel.of([]).fraction is None


def test_a_share_names_its_whole_because_a_percentage_of_three_misleads() -> None:
    assert str(Aandeel.of([True, False, True])) == "2 van 3"
