"""A sentence on segregation says no more than the number: the nearest part, and never a trend."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.onthulling import Bereik
from openlea.policy.segregatietekst import (
    DELEN,
    between_sentence,
    chance_sentence,
    change_sentence,
    move_sentence,
    part_text,
    parts_text,
    residence_sentence,
)


@pytest.mark.parametrize(
    ("percent", "said"),
    [
        (0.0, "bijna niemand"),
        (12.9, "één op de acht"),
        (24.9, "één op de vier"),
        (33.3, "één op de drie"),
        (52.0, "de helft"),
        (100.0, "bijna iedereen"),
    ],
)
def test_a_percentage_is_said_as_the_nearest_part_people_use(percent: float, said: str) -> None:
    assert part_text(percent) == said


@given(st.floats(3, 95.9), st.floats(3, 95.9))
def test_more_is_never_said_as_less(one: float, other: float) -> None:
    order = list(DELEN.values())
    low, high = sorted((one, other))
    assert order.index(part_text(low)) <= order.index(part_text(high))


def test_a_range_is_said_from_end_to_end_unless_both_ends_sound_alike() -> None:
    assert parts_text(Bereik(20, 25)) == "één op de vijf tot één op de vier"
    assert parts_text(Bereik(24, 26)) == "één op de vier"


def test_the_sentence_names_chance_beside_what_was_counted() -> None:
    said = move_sentence("leerlingen", Bereik(24, 26), 13)
    assert "zou één op de vier naar een andere school moeten" in said
    assert "Bij toeval alleen al zou dat één op de acht zijn." in said


def test_what_can_be_chance_is_not_given_a_number_of_its_own() -> None:
    assert "kan toeval zijn" in chance_sentence(is_toeval=True, zonder_toeval=Bereik(20, 20))
    assert "één op de vijf" in chance_sentence(is_toeval=False, zonder_toeval=Bereik(20, 20))


def test_margins_that_touch_are_no_trend() -> None:
    assert "geen trend" in change_sentence(Bereik(10, 20), Bereik(20, 30))
    assert "zeker groter" in change_sentence(Bereik(10, 20), Bereik(21, 30))
    assert "meer op elkaar" in change_sentence(Bereik(21, 30), Bereik(10, 20))


def test_what_lies_between_boards_is_said_in_one_sentence() -> None:
    said = between_sentence("8 besturen", "hetzelfde bestuur", 44.7)
    assert "ongeveer 45\N{NO-BREAK SPACE}% tussen de 8 besturen" in said
    assert "Bijna alle verschil" in between_sentence("1 besturen", "hetzelfde bestuur", 0)


def test_residence_never_explains_more_than_all() -> None:
    assert "ongeveer 40\N{NO-BREAK SPACE}%" in residence_sentence(25, 10)
    assert residence_sentence(10, 20).endswith("naar schatting alles.")
    assert "verklaart" not in residence_sentence(0, 0)
    assert "bijna niets" in residence_sentence(40, 1)


def test_what_hidden_counts_decide_is_neither_chance_nor_more() -> None:
    said = chance_sentence(is_toeval=True, zonder_toeval=Bereik(20, 40), is_verborgen=True)
    assert "niet te zeggen" in said
