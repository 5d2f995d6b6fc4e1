"""The terms of a decision, and what counts as new: sentences of the law, not of a program."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.duur import Duur
from openlea.policy.normen.beslistermijn import decide_before, placed_from
from openlea.policy.toelating import (
    EERSTE_TERMIJN,
    ELDERS,
    KLASSEN,
    LAATSTE_TERMIJN,
    TERUG,
    Tlvsoort,
    Toelating,
    term_of,
)

ASKED = date(2026, 11, 2)


def weken(n: int) -> Duur:
    return Duur.parse(f"{n} weken")


def test_golden_dates_of_the_zorgplicht_for_an_aanmelding_on_monday_2_november_2026() -> None:
    assert decide_before(ASKED, weken(6)) == date(2026, 12, 14)
    assert decide_before(ASKED, weken(6), weken(4)) == date(2027, 1, 11)
    assert placed_from(ASKED, weken(10)) == date(2027, 1, 12)


def test_the_classes_are_the_terms_of_the_law_in_days() -> None:
    assert ASKED + timedelta(days=EERSTE_TERMIJN) == decide_before(ASKED, weken(6))
    assert ASKED + timedelta(days=LAATSTE_TERMIJN) == decide_before(ASKED, weken(6), weken(4))


@pytest.mark.parametrize(("days", "name"), [(0, 0), (42, 0), (43, 1), (70, 1), (71, 2), (-1, 3)])
def test_the_last_day_of_a_term_is_in_time_and_a_decision_before_asking_is_unknown(
    days: int, name: int
) -> None:
    assert term_of(ASKED, ASKED + timedelta(days=days)) == KLASSEN[name]


def test_without_the_written_aanmelding_nothing_can_be_said() -> None:
    assert term_of(None, ASKED) == KLASSEN[3] == term_of(ASKED, None)


@given(st.integers(0, 400), st.integers(0, 400))
def test_taking_longer_is_never_judged_faster(one: int, more: int) -> None:
    first, later = (term_of(ASKED, ASKED + timedelta(days=n)) for n in (one, one + more))
    assert KLASSEN.index(first) <= KLASSEN.index(later)


def test_a_row_without_kind_or_first_day_is_no_decision() -> None:
    assert Toelating.of({"soort": "tlv_sbo", "start": ""}, "a") is None
    assert Toelating.of({"soort": "iets", "start": "2025-08-01"}, "a") is None


def test_back_to_a_regular_school_is_not_going_to_another_special_one() -> None:
    for where, name in (("regulier", TERUG), ("sbo", ELDERS), ("vso", ELDERS)):
        one = Toelating(
            leerling="a", soort=Tlvsoort.SBO, behoefte="zml", start=ASKED, bestemming=where
        )
        assert one.naar == name
