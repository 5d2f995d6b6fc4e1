"""What a delivery looks like beside the earlier one, told without a number under five."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.policy.leveringverschil import (
    Aanvulwijze,
    Gelijkenis,
    Leveringverschil,
    likeness,
    proposed,
    told,
)

COUNTS = st.integers(0, 3000)
VERSCHILLEN = st.builds(
    Leveringverschil, beide=COUNTS, alleen_oud=COUNTS, alleen_nieuw=COUNTS, gewijzigd=COUNTS
)


@pytest.mark.parametrize(
    ("beide", "oud", "nieuw", "soort"),
    [
        (100, 0, 3, Gelijkenis.CORRECTIE),
        (95, 5, 5, Gelijkenis.CORRECTIE),
        (2, 98, 60, Gelijkenis.AANVULLING),
        (0, 100, 100, Gelijkenis.AANVULLING),
        (30, 70, 0, Gelijkenis.DEEL),
        (40, 60, 40, Gelijkenis.ANDERS),
    ],
)
def test_it_is_called_what_a_person_would_call_it(
    beide: int, oud: int, nieuw: int, soort: Gelijkenis
) -> None:
    made = Leveringverschil(beide=beide, alleen_oud=oud, alleen_nieuw=nieuw, gewijzigd=0)
    assert likeness(made) is soort


def test_the_same_rows_are_the_same_whatever_the_numbers() -> None:
    made = Leveringverschil(beide=3, alleen_oud=0, alleen_nieuw=0, gewijzigd=0, gelijk=True)
    assert likeness(made) is Gelijkenis.HETZELFDE


@given(VERSCHILLEN)
def test_only_less_than_a_whole_is_proposed_as_an_addition(verschil: Leveringverschil) -> None:
    part = likeness(verschil) in {Gelijkenis.AANVULLING, Gelijkenis.DEEL}
    assert (proposed(likeness(verschil)) is Aanvulwijze.VULT_AAN) == part


@given(VERSCHILLEN)
def test_no_sentence_holds_a_number_from_one_to_four(verschil: Leveringverschil) -> None:
    for zin in told(verschil):
        numbers = re.findall(r"\d+", zin.replace(".", "").replace("minder dan 5", ""))
        assert not {"1", "2", "3", "4"} & set(numbers), zin


@given(COUNTS.filter(lambda n: n > 50), st.integers(1, 4), st.integers(0, 3000))
def test_a_hidden_number_does_not_follow_from_the_total_of_persons(
    beide: int, hidden: int, nieuw: int
) -> None:
    made = Leveringverschil(beide=beide, alleen_oud=hidden, alleen_nieuw=nieuw, gewijzigd=0)
    assert "ongeveer" in told(made)[0], "total of the earlier minus those in both is the hidden one"
