"""Who must go to school, from which day to which day, also when born on a day that isn't always."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.errors import BadInput
from openlea.core.feestdagen import is_free
from openlea.policy.normen.leerplicht import (
    Leeftijden,
    Leerling,
    Schoolplicht,
    birthday,
    ends_on,
    kwalificatie_ends_on,
    schoolplicht_on,
    starts_on,
)
from tests.policy.normen.wet_op_dag import ask, wet_of

LEEFTIJDEN = Leeftijden.of(wet_of("leerplichtig"))
BORN = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("geboren", "begin"),
    [
        ("2021-09-14", date(2026, 10, 1)),
        ("2021-10-01", date(2026, 11, 2)),
        ("2021-09-30", date(2026, 10, 1)),
        ("2021-12-31", date(2027, 1, 4)),
        ("2022-07-05", date(2027, 8, 2)),
    ],
)
def test_it_begins_on_the_first_school_day_of_the_next_month(geboren: str, begin: date) -> None:
    assert ask("leerplicht_begin", geboren=geboren).waarde == begin


def test_the_answer_says_that_school_holidays_are_not_known() -> None:
    assert "vakantie" in ask("leerplicht_begin", geboren="2022-07-05").toelichting


@pytest.mark.parametrize(
    ("geboren", "einde"),
    [
        ("2010-03-02", date(2026, 7, 31)),
        ("2010-07-31", date(2026, 7, 31)),
        ("2010-08-01", date(2027, 7, 31)),
    ],
)
def test_it_ends_with_the_school_year_in_which_somebody_turns_16(geboren: str, einde: date) -> None:
    assert ask("leerplicht_einde", geboren=geboren).waarde == einde


def test_twelve_whole_school_years_end_it_sooner() -> None:
    early = ask("leerplicht_einde", geboren="2010-03-02", eerste_schooljaar=2013)
    late = ask("leerplicht_einde", geboren="2010-03-02", eerste_schooljaar=2014)
    assert (early.waarde, late.waarde) == (date(2025, 7, 31), date(2026, 7, 31))
    assert "Na 12 volledige schooljaren" in early.toelichting


def test_the_kwalificatieplicht_follows_until_the_eighteenth_birthday() -> None:
    uitkomst = ask("kwalificatieplicht", geboren="2010-03-02")
    assert uitkomst.waarde == date(2028, 3, 2)
    assert "begint op 1 augustus 2026" in uitkomst.toelichting


def test_a_startkwalificatie_ends_it_on_the_day_of_the_diploma() -> None:
    asked = ask("kwalificatieplicht", geboren="2010-03-02", startkwalificatie="2027-07-10")
    assert asked.waarde == date(2027, 7, 10)


@pytest.mark.parametrize(
    ("diploma", "einde"), [("2026-08-01", None), ("2026-08-02", date(2026, 8, 2))]
)
def test_a_diploma_on_its_first_day_leaves_no_day_of_it(diploma: str, einde: date | None) -> None:
    asked = ask("kwalificatieplicht", geboren="2010-03-02", startkwalificatie=diploma)
    assert asked.waarde == einde


@pytest.mark.parametrize(
    "told", [{"uitgezonderd": "ja"}, {"startkwalificatie": "2026-07-10"}], ids=str
)
def test_it_never_begins_for_who_is_excepted_or_has_the_diploma(told: dict[str, str]) -> None:
    uitkomst = ask("kwalificatieplicht", geboren="2010-03-02", **told)
    assert uitkomst.waarde is None
    assert uitkomst.waarde_tekst == "geen"
    assert uitkomst.oordeel == "geen kwalificatieplicht"


@pytest.mark.parametrize(
    ("op", "oordeel"),
    [
        (date(2026, 7, 31), "leerplichtig"),
        (date(2026, 8, 1), "kwalificatieplichtig"),
        (date(2028, 3, 1), "kwalificatieplichtig"),
        (date(2028, 3, 2), "niet leerplichtig of kwalificatieplichtig"),
    ],
)
def test_what_holds_on_a_day_changes_on_that_day_itself(op: date, oordeel: str) -> None:
    assert ask("leerplichtig", op, geboren="2010-03-02").oordeel == oordeel


def test_a_toddler_is_not_yet_leerplichtig() -> None:
    asked = ask("leerplichtig", date(2026, 9, 30), geboren="2021-09-14")
    assert (asked.waarde, asked.oordeel) == (False, "nog niet leerplichtig")
    assert ask("leerplichtig", date(2026, 10, 1), geboren="2021-09-14").oordeel == "leerplichtig"


def test_born_on_29_february_turns_five_on_the_first_of_march() -> None:
    assert birthday(date(2024, 2, 29), 5) == date(2029, 3, 1)
    assert birthday(date(2024, 2, 29), 16) == date(2040, 2, 29)
    uitkomst = ask("leerplicht_begin", geboren="2024-02-29")
    # 1 April 2029 is Easter Sunday, and the day after is a holiday too.
    assert uitkomst.waarde == date(2029, 4, 3)
    assert "29 februari is er dat jaar niet" in uitkomst.toelichting


@pytest.mark.parametrize(
    "told", [{"eerste_schooljaar": 1990}, {"startkwalificatie": "2011-01-01"}], ids=str
)
def test_school_before_the_child_can_walk_is_refused(told: dict[str, object]) -> None:
    with pytest.raises(BadInput, match="geboorte"):
        ask("kwalificatieplicht", geboren="2010-03-02", **told)


@given(BORN)
def test_it_begins_within_the_month_after_the_fifth_birthday_on_a_day_with_school(
    geboren: date,
) -> None:
    fifth, start = birthday(geboren, 5), starts_on(geboren, LEEFTIJDEN)
    assert (start.year * 12 + start.month) - (fifth.year * 12 + fifth.month) == 1
    assert not is_free(start)
    first = start.replace(day=1)
    assert all(is_free(first + timedelta(days=day)) for day in range(start.day - 1))


@given(BORN, st.integers(3, 7), st.booleans())
def test_the_days_follow_each_other(geboren: date, after: int, uitgezonderd: bool) -> None:
    leerling = Leerling(
        geboren=geboren, eerste_schooljaar=geboren.year + after, uitgezonderd=uitgezonderd
    )
    start, end = starts_on(geboren, LEEFTIJDEN), ends_on(leerling, LEEFTIJDEN)
    free = kwalificatie_ends_on(leerling, LEEFTIJDEN)
    assert start < end
    assert (end.month, end.day) == (7, 31)
    assert end <= ends_on(Leerling(geboren=geboren), LEEFTIJDEN)
    assert (free is None) == uitgezonderd
    assert free is None or end < free == birthday(geboren, 18)


@given(BORN, st.dates(date(1995, 1, 1), date(2080, 12, 31)))
def test_every_day_has_one_answer_that_the_dates_agree_with(geboren: date, op: date) -> None:
    leerling = Leerling(geboren=geboren)
    found = schoolplicht_on(leerling, op, LEEFTIJDEN)
    start, end = starts_on(geboren, LEEFTIJDEN), ends_on(leerling, LEEFTIJDEN)
    assert (found is Schoolplicht.LEERPLICHTIG) == (start <= op <= end)
    assert (found is Schoolplicht.NOG_NIET) == (op < start)
    assert (found is Schoolplicht.NIET) == (op >= birthday(geboren, 18) and op > end)
