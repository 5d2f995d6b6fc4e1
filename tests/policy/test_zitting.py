"""A third of the seats is of parents, and never more than half."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.policy.zitting import Zetel, Zittingstaat, days_left, judge_seats, state_of_seat

TODAY = date(2026, 11, 22)


def seats(total: int, parents: int) -> list[Zetel]:
    return [
        Zetel(
            naam=f"Lid {number}",
            benoemd_op=date(2024, 1, 1),
            tot=date(2027, 12, 31),
            voordracht_ouders=number < parents,
        )
        for number in range(total)
    ]


@pytest.mark.parametrize(
    ("total", "parents", "fout"),
    [(5, 2, ""), (5, 1, "ontbreekt"), (6, 2, ""), (6, 3, ""), (5, 3, "meerderheid"), (0, 0, "")],
)
def test_a_third_and_no_majority_sits_for_parents(total: int, parents: int, fout: str) -> None:
    found = judge_seats(seats(total, parents), TODAY)
    assert fout in found.fout
    assert bool(fout) == bool(found.fout)


def test_a_seat_that_is_over_or_to_come_is_not_counted() -> None:
    over = Zetel(naam="Oud", benoemd_op=date(2020, 1, 1), tot=TODAY - timedelta(days=1))
    later = Zetel(naam="Nieuw", benoemd_op=TODAY + timedelta(days=1), tot=date(2031, 1, 1))
    assert judge_seats([over, later, *seats(3, 1)], TODAY).zetels == 3


@pytest.mark.parametrize(
    ("benoemd", "tot", "staat"),
    [
        (date(2020, 1, 1), TODAY - timedelta(days=1), Zittingstaat.VERLOPEN),
        (date(2023, 1, 1), TODAY, Zittingstaat.LOOPT_AF),
        (date(2023, 1, 1), date(2027, 5, 22), Zittingstaat.LOOPT_AF),
        (date(2023, 1, 1), date(2027, 5, 23), Zittingstaat.ZIT),
        (date(2027, 1, 1), date(2030, 12, 31), Zittingstaat.KOMT),
    ],
)
def test_a_seat_asks_attention_half_a_year_ahead(
    benoemd: date, tot: date, staat: Zittingstaat
) -> None:
    zetel = Zetel(naam="Lid", benoemd_op=benoemd, tot=tot)
    assert state_of_seat(zetel, TODAY) is staat
    assert (days_left(zetel, TODAY) < 0) == (staat is Zittingstaat.VERLOPEN)


def test_who_sat_all_terms_can_not_be_appointed_again() -> None:
    last = Zetel(naam="Lid", benoemd_op=TODAY, tot=TODAY, termijn=2, hoogste_termijn=2)
    assert not last.herbenoembaar
    first = Zetel(naam="Lid", benoemd_op=TODAY, tot=TODAY)
    assert first.herbenoembaar


@given(st.integers(0, 30), st.integers(0, 30))
def test_what_is_called_right_is_what_the_law_asks(total: int, parents: int) -> None:
    parents = min(total, parents)
    found = judge_seats(seats(total, parents), TODAY)
    assert (not found.fout) == (3 * parents >= total and 2 * parents <= total)
