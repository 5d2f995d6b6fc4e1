"""Of a few persons not even their number is told."""

from hypothesis import given
from hypothesis import strategies as st

from openlea.policy.registratietelling import count_text


@given(st.integers(1, 4), st.integers(1, 4))
def test_fewer_than_five_all_look_the_same(one: int, other: int) -> None:
    assert count_text(one) == count_text(other) == "minder dan 5"


@given(st.integers(5, 10_000_000))
def test_from_five_on_the_number_itself_is_told(count: int) -> None:
    assert count_text(count).replace(".", "") == str(count)


def test_nobody_is_nobody() -> None:
    assert count_text(0) == "0"
