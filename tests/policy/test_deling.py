"""Nothing crosses without the word of both sides, and each side stops it alone."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.agenda import Zichtbaarheid
from openlea.core.deling import Delingstap, Delingzijde
from openlea.core.samenwerking import DelingStaat
from openlea.policy.deling import GEDEELD, after_step, crosses_on, is_waiting, steps_of
from openlea.policy.vandaag_delingen import of_delingen

DAY = date(2026, 6, 1)
MOVES = st.lists(st.tuples(st.sampled_from(list(Delingzijde)), st.sampled_from(list(Delingstap))))


def play(moves: list[tuple[Delingzijde, Delingstap]]) -> DelingStaat:
    staat = DelingStaat.AANGEBODEN
    for zijde, stap in moves:
        staat = after_step(staat, zijde, stap) or staat
    return staat


@given(MOVES)
def test_without_the_yes_of_the_other_side_nothing_ever_crosses(
    moves: list[tuple[Delingzijde, Delingstap]],
) -> None:
    said_yes = (Delingzijde.ONTVANGER, Delingstap.AANVAARDEN) in moves
    if not said_yes:
        assert not crosses_on(play(moves), DAY, None, DAY)


@given(MOVES, MOVES)
def test_what_either_side_stopped_never_crosses_again(
    before: list[tuple[Delingzijde, Delingstap]], after: list[tuple[Delingzijde, Delingstap]]
) -> None:
    accepted = play([*before, (Delingzijde.ONTVANGER, Delingstap.AANVAARDEN)])
    for zijde in Delingzijde:
        stopped = after_step(accepted, zijde, Delingstap.INTREKKEN)
        if accepted is DelingStaat.AANVAARD:
            assert stopped is DelingStaat.INGETROKKEN
    ended = play([*before, (Delingzijde.AANBIEDER, Delingstap.INTREKKEN), *after])
    assert ended is not DelingStaat.AANVAARD


def test_the_side_that_offers_cannot_agree_with_itself() -> None:
    offered = DelingStaat.AANGEBODEN
    assert after_step(offered, Delingzijde.AANBIEDER, Delingstap.AANVAARDEN) is None
    assert steps_of(offered, Delingzijde.AANBIEDER) == (Delingstap.INTREKKEN,)


@pytest.mark.parametrize("staat", [DelingStaat.GEWEIGERD, DelingStaat.INGETROKKEN])
@pytest.mark.parametrize("zijde", list(Delingzijde))
def test_what_is_over_stays_over(staat: DelingStaat, zijde: Delingzijde) -> None:
    assert steps_of(staat, zijde) == ()


@pytest.mark.parametrize(
    ("van", "tot", "crosses"),
    [
        (DAY, DAY, True),
        (date(2026, 6, 2), None, False),
        (date(2026, 1, 1), date(2026, 5, 31), False),
        (date(2026, 1, 1), None, True),
    ],
)
def test_it_crosses_on_the_first_and_last_day_and_not_outside(
    van: date, tot: date | None, crosses: bool
) -> None:
    assert crosses_on(DelingStaat.AANVAARD, van, tot, DAY) is crosses


def test_an_offer_whose_days_are_over_asks_no_answer() -> None:
    assert is_waiting(DelingStaat.AANGEBODEN, DAY, DAY)
    assert not is_waiting(DelingStaat.AANGEBODEN, date(2026, 5, 31), DAY)
    assert not is_waiting(DelingStaat.AANVAARD, None, DAY)


def test_what_is_internal_is_never_shared() -> None:
    assert Zichtbaarheid.INTERN not in GEDEELD


def test_one_point_of_the_day_names_who_waits_and_many_are_counted() -> None:
    (one,) = of_delingen(["Inclusiever onderwijs"])
    (many,) = of_delingen(["A", "B"])
    assert one.tekst == "Inclusiever onderwijs wil met jullie delen"
    assert many.tekst == "2 werkruimten willen met jullie delen"
    assert list(of_delingen([])) == []
