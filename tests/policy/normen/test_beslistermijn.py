"""A term to decide ends on a day on which somebody can decide, and never before it began."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.duur import Duur
from openlea.core.feestdagen import is_free
from openlea.policy.normen.beslistermijn import decide_before, placed_from
from tests.policy.normen.wet_op_dag import ask

ZES, VIER, TIEN = Duur.parse("6 weken"), Duur.parse("4 weken"), Duur.parse("10 weken")
DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))


def test_a_pupil_who_came_on_2_november_is_decided_on_by_14_december() -> None:
    assert ask("zorgplicht", aanmelding="2026-11-02").waarde == date(2026, 12, 14)


def test_four_weeks_more_end_on_11_january() -> None:
    asked = ask("zorgplicht", aanmelding="2-11-2026", verlengd="ja")
    assert asked.waarde == date(2027, 1, 11)


def test_without_a_decision_the_pupil_is_placed_from_12_january() -> None:
    asked = ask("tijdelijke_plaatsing", aanmelding="2026-11-02")
    assert asked.waarde == date(2027, 1, 12)


def test_a_term_that_would_end_at_christmas_runs_on_and_is_lengthened_only_once() -> None:
    # Six weeks after 13 November 2026 is Christmas, a Friday: Monday the 28th is the first day.
    assert decide_before(date(2026, 11, 13), ZES) == date(2026, 12, 28)
    # The four weeks are added to the six, not to the day it ran on to.
    assert decide_before(date(2026, 11, 13), ZES, VIER) == date(2027, 1, 22)


@pytest.mark.parametrize(
    ("norm", "told"),
    [
        ("opp", {"inschrijving": "2026-08-31"}),
        ("vervangende_leerplicht", {"aanvraag": "2026-08-31"}),
    ],
)
def test_six_weeks_from_31_august_is_12_october(norm: str, told: dict[str, str]) -> None:
    assert ask(norm, **told).waarde == date(2026, 10, 12)


def test_a_year_without_a_decree_on_free_days_says_so() -> None:
    assert "niet bekend" not in ask("opp", inschrijving="2026-08-31").stappen[0]
    assert "in 2030 met een feestdag" in ask("opp", inschrijving="2030-08-31").stappen[0]


@given(DAYS)
def test_nobody_is_placed_while_the_school_may_still_decide(start: date) -> None:
    last = decide_before(start, ZES, VIER)
    assert placed_from(start, TIEN) == last + timedelta(days=1)


@given(DAYS)
def test_lengthening_never_shortens_and_no_end_is_a_free_day(start: date) -> None:
    first, last = decide_before(start, ZES), decide_before(start, ZES, VIER)
    assert start < first < last
    assert not is_free(first)
    assert not is_free(last)
