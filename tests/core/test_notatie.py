"""Money as Dutch readers write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.notatie import euro


@pytest.mark.parametrize(
    ("cents", "tekst"),
    [
        (-39_740_00, "€ -39.740"),
        (3_118_815_00, "€ 3.118.815"),
        (0, "€ 0"),
        (1, "€ 0,01"),
        (-5, "€ -0,05"),
        (1250, "€ 12,50"),
        (-1_000_99, "€ -1.000,99"),
        (100_000_000_00, "€ 100.000.000"),
    ],
)
def test_an_amount_is_written_the_dutch_way(cents: int, tekst: str) -> None:
    assert euro(cents) == tekst


@given(st.integers())
def test_no_cent_is_lost_in_writing(cents: int) -> None:
    heel, _, staart = euro(cents).removeprefix("€ ").partition(",")
    teken = -1 if heel.startswith("-") else 1
    gelezen = abs(int(heel.replace(".", ""))) * 100 + int(staart or 0)
    assert teken * gelezen == cents
