"""A figure is written in Dutch with its unit, and its range is never written narrower."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.onthulling import Bereik
from openlea.policy.cijfertekst import (
    VAST,
    bereik_tekst,
    number_text,
    periode_tekst,
    rounded,
    waarde_in_zin,
)


@pytest.mark.parametrize(
    ("laag", "hoog", "decimals", "eenheid", "text"),
    [
        (4.4, 4.4, 1, "%", f"4,4{VAST}%"),
        (47, 50, 0, "leerlingen", f"47 tot 50{VAST}leerlingen"),
        (91235, 91235, 0, "", "91.235"),
        (92.04, 97.871, 1, "%", f"92,0 tot 97,9{VAST}%"),
        (0, 0, 2, "%", f"0,00{VAST}%"),
    ],
)
def test_a_number_and_a_range_in_dutch(
    laag: float, hoog: float, decimals: int, eenheid: str, text: str
) -> None:
    assert bereik_tekst(Bereik(laag, hoog), decimals, eenheid) == text


def test_a_sentence_that_names_the_unit_itself_gets_the_bare_number() -> None:
    assert waarde_in_zin(Bereik(47, 50), 0, "leerlingen") == "47 tot 50"
    assert waarde_in_zin(Bereik(0.5, 0.5), 1, "km") == f"0,5{VAST}km"


def test_half_goes_up_and_minus_nought_is_nought() -> None:
    assert (number_text(0.25, 1), number_text(-0.01, 1)) == ("0,3", "0,0")


@pytest.mark.parametrize(
    ("periode", "text"),
    [
        ("2024-10-01", f"1{VAST}oktober{VAST}2024"),
        ("2023/24", "schooljaar 2023/24"),
        ("2021", "2021"),
    ],
)
def test_a_period_in_words(periode: str, text: str) -> None:
    assert periode_tekst(periode) == text


@given(st.floats(0, 1e6, allow_nan=False), st.integers(0, 2))
def test_what_is_written_is_at_most_half_a_step_away(value: float, decimals: int) -> None:
    step = Decimal(1).scaleb(-decimals)
    assert abs(rounded(value, decimals) - Decimal(str(value))) <= step / 2
