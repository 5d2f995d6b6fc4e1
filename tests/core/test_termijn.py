"""Every way to say by when gives the days that the law means, in every year and never silently."""

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.catalogue import Entry
from openlea.core.duur import Duur
from openlea.core.errors import CatalogueError
from openlea.core.termijn import (
    Altijd,
    Bij,
    Binnen,
    Jaarlijks,
    Jaarsoort,
    Moment,
    OmDe,
    Over,
    Periode,
    PerJaar,
    Regel,
    moments_in,
    schooljaar_of,
    stretch,
)
from openlea.core.termijnplank import read_termijn

JAREN = st.integers(1990, 2150)
FIXED = st.dates(date(2025, 1, 1), date(2025, 12, 31))
KEER = st.sampled_from([1, 2, 3, 4, 6, 12])
DAY = timedelta(days=1)


def read(**values: object) -> Regel:
    return read_termijn(Entry("X-1", Path("x.toml"), values)).regel


def lasts(regel: Regel, jaar: int) -> list[date]:
    return [moment.uiterlijk for moment in moments_in(regel, jaar)]


@pytest.mark.parametrize("jaar", [2024, 2026, 2028])
def test_before_1_october_is_30_september_also_on_a_sunday(jaar: int) -> None:
    regel = read(every_year="10-01", before=True)
    assert lasts(regel, jaar) == [date(jaar, 9, 30)]


def test_before_1_march_knows_leap_years() -> None:
    regel = read(every_year="03-01", before=True)
    assert [lasts(regel, jaar)[0].day for jaar in (2026, 2027, 2028)] == [28, 28, 29]


def test_before_1_january_is_the_last_day_of_the_year_itself() -> None:
    assert lasts(read(every_year="01-01", before=True), 2026) == [date(2026, 12, 31)]


def test_a_window_has_a_first_day_and_may_begin_the_year_before() -> None:
    januari = moments_in(read(every_year="01-31", since="01-10"), 2027)
    winter = moments_in(read(every_year="02-01", before=True, since="10-01"), 2027)
    assert [(one.vanaf, one.uiterlijk) for one in (*januari, *winter)] == [
        (date(2027, 1, 10), date(2027, 1, 31)),
        (date(2026, 10, 1), date(2027, 1, 31)),
    ]


def test_a_window_of_one_day_is_that_day() -> None:
    (moment,) = moments_in(read(every_year="01-10", since="01-10"), 2027)
    assert moment.vanaf == moment.uiterlijk == date(2027, 1, 10)


def test_once_a_year_is_the_whole_year_and_twice_is_once_in_each_half() -> None:
    once = moments_in(read(yearly="kalenderjaar"), 2026)
    assert once == (Moment(uiterlijk=date(2026, 12, 31), vanaf=date(2026, 1, 1), jaar=2026),)
    assert lasts(read(yearly="kalenderjaar", times=2), 2026) == [
        date(2026, 6, 30),
        date(2026, 12, 31),
    ]


def test_a_school_year_ends_on_31_july_and_is_told_in_the_year_in_which_it_ends() -> None:
    assert lasts(read(yearly="schooljaar"), 2026) == [date(2026, 7, 31)]
    assert lasts(read(yearly="schooljaar", times=3), 2026) == [
        date(2026, 3, 31),
        date(2026, 7, 31),
        date(2026, 11, 30),
    ]


def test_a_period_of_the_law_is_due_once_in_its_last_year() -> None:
    regel = read(period=date(2026, 1, 1), until=date(2029, 12, 31))
    assert regel == Periode(date(2026, 1, 1), date(2029, 12, 31))
    assert [jaar for jaar in range(2020, 2040) if moments_in(regel, jaar)] == [2029]


@pytest.mark.parametrize(
    ("values", "regel"),
    [
        ({"every": "4 jaar"}, OmDe(4)),
        (
            {"every": "4 jaar", "every_year": "05-01", "before": True},
            OmDe(4, Jaarlijks(5, 1, True)),
        ),
        (
            {"within": "6 weken", "after": "aanmelding", "extend": "4 weken"},
            Binnen(Duur.parse("6 weken"), "aanmelding", Duur.parse("4 weken")),
        ),
        ({"always": True}, Altijd()),
        ({"on_event": "wijziging"}, Bij("wijziging")),
    ],
    ids=str,
)
def test_what_hangs_on_something_else_has_no_day_of_its_own(
    values: Mapping[str, object], regel: Regel
) -> None:
    assert read(**values) == regel
    assert moments_in(regel, 2026) == ()


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"every_year": "10-01", "yearly": "schooljaar"},
        {"every_year": "02-29"},
        {"every_year": "13-01"},
        {"every_year": "1-10"},
        {"every_year": "10-01", "times": 2},
        {"yearly": "kalenderjaar", "times": 5},
        {"yearly": "kalenderjaar", "times": 0},
        {"yearly": "weken"},
        {"yearly": "kalenderjaar", "before": True},
        {"every": "6 weken"},
        {"period": date(2026, 1, 1)},
        {"within": "6 weken"},
        {"within": "zes weken", "after": "iets"},
        {"within": "6 weken", "after": "iets", "since": "01-10"},
        {"always": True, "until": date(2026, 1, 1)},
        {"always": False},
        {"every_year": "10-01", "before": "ja"},
        {"always": True, "telling": 1},
        {"always": True, "kleur": "rood"},
    ],
    ids=str,
)
def test_a_way_that_is_not_on_the_list_is_refused_and_the_file_named(
    values: Mapping[str, object],
) -> None:
    with pytest.raises(CatalogueError, match=r"x\.toml"):
        read(**values)


@pytest.mark.parametrize(
    ("over", "uiterlijk", "told"),
    [
        (Over.NIETS, date(2026, 9, 30), ""),
        (Over.VORIG_SCHOOLJAAR, date(2026, 9, 30), "schooljaar 2025-2026"),
        (Over.SCHOOLJAAR, date(2026, 7, 31), "schooljaar 2025-2026"),
        (Over.SCHOOLJAAR, date(2026, 8, 1), "schooljaar 2026-2027"),
        (Over.VOLGEND_SCHOOLJAAR, date(2026, 7, 31), "schooljaar 2026-2027"),
        (Over.VORIG_KALENDERJAAR, date(2026, 7, 15), "2025"),
        (Over.KALENDERJAAR, date(2026, 12, 31), "2026"),
        (Over.VOLGEND_KALENDERJAAR, date(2026, 11, 15), "2027"),
    ],
)
def test_a_report_is_about_the_stretch_that_was_closed(
    over: Over, uiterlijk: date, told: str
) -> None:
    assert stretch(over, uiterlijk) == told


@given(st.dates(date(1990, 1, 1), date(2150, 12, 31)))
def test_every_day_lies_in_one_school_year(day: date) -> None:
    first = date(schooljaar_of(day), 8, 1)
    assert first <= day < date(first.year + 1, 8, 1)


@given(FIXED, st.booleans(), JAREN)
def test_a_yearly_day_comes_once_in_every_year_and_in_that_year(
    day: date, voor: bool, jaar: int
) -> None:
    (moment,) = moments_in(Jaarlijks(day.month, day.day, voor), jaar)
    assert moment.uiterlijk.year == moment.jaar == jaar
    named = date(jaar + (voor and (day.month, day.day) == (1, 1)), day.month, day.day)
    assert moment.uiterlijk == (named - DAY if voor else named)


@given(FIXED, FIXED, st.booleans(), JAREN)
def test_a_window_never_ends_before_it_starts_nor_lasts_more_than_a_year(
    last: date, first: date, voor: bool, jaar: int
) -> None:
    regel = Jaarlijks(last.month, last.day, voor, (first.month, first.day))
    (moment,) = moments_in(regel, jaar)
    assert moment.vanaf is not None
    assert moment.vanaf <= moment.uiterlijk
    assert (moment.uiterlijk - moment.vanaf).days <= 366


@given(st.sampled_from(Jaarsoort), KEER, JAREN)
def test_the_parts_of_years_lie_against_each_other_without_a_gap(
    soort: Jaarsoort, keer: int, jaar: int
) -> None:
    regel = PerJaar(soort, keer)
    moments = [*moments_in(regel, jaar), *moments_in(regel, jaar + 1)]
    assert len(moments) == 2 * keer
    assert all(one.uiterlijk.year == one.jaar for one in moments)
    for one, after in pairwise(moments):
        assert after.vanaf == one.uiterlijk + DAY
    assert len({(one.jaar, one.nummer) for one in moments}) == 2 * keer
