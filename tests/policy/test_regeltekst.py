"""A term reads as the law says it: who reads 'vóór 1 oktober' knows that the first is too late."""

from datetime import date

import pytest

from openlea.core.duur import Duur
from openlea.core.termijn import (
    Altijd,
    Bij,
    Binnen,
    Jaarlijks,
    Jaarsoort,
    OmDe,
    Periode,
    PerJaar,
    Regel,
    Termijn,
)
from openlea.policy.regeltekst import term_in_words

OCTOBER = Jaarlijks(10, 1, voor=True)
WINDOW = Jaarlijks(1, 31, vanaf=(1, 10))
JUST_A_YEAR = PerJaar(Jaarsoort.KALENDERJAAR)


@pytest.mark.parametrize(
    ("regel", "said"),
    [
        (OCTOBER, "elk jaar vóór 1 oktober"),
        (Jaarlijks(3, 24), "elk jaar uiterlijk 24 maart"),
        (WINDOW, "elk jaar van 10 tot en met 31 januari"),
        (Jaarlijks(3, 1, vanaf=(12, 1)), "elk jaar van 1 december tot en met 1 maart"),
        (JUST_A_YEAR, "elk kalenderjaar, op een dag die je zelf kiest"),
        (PerJaar(Jaarsoort.SCHOOLJAAR, 2), "2 keer per schooljaar, op dagen die je zelf kiest"),
        (OmDe(4), "minstens eens per 4 jaar"),
        (OmDe(4, Jaarlijks(5, 1, voor=True)), "minstens eens per 4 jaar, vóór 1 mei"),
        (
            Periode(date(2026, 1, 1), date(2029, 12, 31)),
            "één keer, van 1 januari 2026 tot en met 31 december 2029",
        ),
        (
            Binnen(Duur.parse("6 weken"), "de aanmelding", Duur.parse("4 weken")),
            "binnen 6 weken na de aanmelding, één keer te verlengen met 4 weken",
        ),
        (Altijd(), "op elk moment"),
        (Bij("wijziging van de statuten"), "bij wijziging van de statuten"),
    ],
)
def test_every_way_to_say_a_term_has_words(regel: Regel, said: str) -> None:
    assert term_in_words(Termijn(regel=regel)) == said


def test_a_day_of_counting_is_no_day_to_hand_in() -> None:
    assert term_in_words(Termijn(regel=Jaarlijks(10, 1), telling=True)) == "elk jaar op 1 oktober"
