"""A length of time means one thing, and a legal term of it ends where the law says it does."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.duur import LANGSTE, Duur, Tijdseenheid
from openlea.core.feestdagen import is_free, next_open_day

DAYS = st.dates(date(1970, 1, 1), date(2150, 12, 31))
DUREN = st.builds(Duur, st.integers(1, 60), st.sampled_from(Tijdseenheid))


@pytest.mark.parametrize(
    ("text", "duur"),
    [
        ("1 dag", Duur(1, Tijdseenheid.DAG)),
        ("6 weken", Duur(6, Tijdseenheid.WEEK)),
        (" 3 maanden ", Duur(3, Tijdseenheid.MAAND)),
        ("4 jaar", Duur(4, Tijdseenheid.JAAR)),
    ],
)
def test_a_length_is_read_as_people_write_it(text: str, duur: Duur) -> None:
    assert Duur.parse(text) == duur


@pytest.mark.parametrize(
    "text", ["", "weken", "0 weken", "6", "-1 dag", "6 uur", "1,5 jaar", "٦ weken"]
)
def test_what_is_no_length_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="write '6 weken'"):
        Duur.parse(text)


def test_one_is_written_as_one() -> None:
    assert [str(Duur.parse(text)) for text in ("1 week", "2 weken", "1 jaar")] == [
        "1 week",
        "2 weken",
        "1 jaar",
    ]


@given(DUREN)
def test_a_length_reads_back_as_it_is_written(duur: Duur) -> None:
    assert Duur.parse(str(duur)) == duur


@pytest.mark.parametrize(
    ("duur", "start", "end"),
    [
        # A month later is the same day of the month, or the last day when there is none.
        ("1 maand", date(2026, 1, 31), date(2026, 3, 2)),
        ("1 maand", date(2028, 1, 31), date(2028, 2, 29)),
        ("3 maanden", date(2026, 3, 31), date(2026, 6, 30)),
        # Leap day: a year later there is none, and a year is not moved for a weekend.
        ("1 jaar", date(2028, 2, 29), date(2029, 2, 28)),
        ("4 jaar", date(2028, 2, 29), date(2032, 2, 29)),
        # The day itself doesn't count.
        ("6 weken", date(2026, 11, 2), date(2026, 12, 14)),
        ("2 dagen", date(2026, 11, 2), date(2026, 11, 4)),
        # Saturday, Sunday and holidays: on to the first day after.
        ("4 weken", date(2026, 11, 7), date(2026, 12, 7)),
        ("6 weken", date(2026, 11, 13), date(2026, 12, 28)),
        ("2 dagen", date(2026, 4, 1), date(2026, 4, 7)),
        # Three days or more hold two open days: Tuesday and Wednesday after Easter (article 2).
        ("3 dagen", date(2026, 4, 2), date(2026, 4, 8)),
        ("3 dagen", date(2026, 11, 5), date(2026, 11, 9)),
        ("1 week", date(2026, 12, 24), date(2026, 12, 31)),
        # Longer than 12 weeks, 3 months or 90 days: not moved (article 4).
        ("12 weken", date(2026, 9, 5), date(2026, 11, 30)),
        ("13 weken", date(2026, 9, 5), date(2026, 12, 5)),
        ("4 maanden", date(2026, 8, 5), date(2026, 12, 5)),
        ("91 dagen", date(2026, 9, 5), date(2026, 12, 5)),
    ],
)
def test_a_term_ends_as_the_algemene_termijnenwet_says(duur: str, start: date, end: date) -> None:
    assert Duur.parse(duur).ends_on(start) == end


@given(DUREN, DAYS)
def test_a_term_never_ends_before_it_starts(duur: Duur, start: date) -> None:
    assert duur.after(start) > start
    assert duur.ends_on(start) >= duur.after(start)


@given(DUREN, DAYS)
def test_only_a_short_term_runs_on_and_no_further_than_the_law_says(
    duur: Duur, start: date
) -> None:
    end = duur.ends_on(start)
    if duur.aantal > LANGSTE[duur.eenheid]:
        assert end == duur.after(start)
        return
    first = next_open_day(duur.after(start))
    days = [start + timedelta(days=at) for at in range(1, (end - start).days + 1)]
    open_days = [day for day in days if not is_free(day)]
    assert end == open_days[-1]
    assert end == first or (end > first and len(open_days) == 2)
    assert len(days) < 3 or len(open_days) >= 2 or duur.after(start) < start + timedelta(days=3)


@given(DUREN, DAYS, st.integers(1, 40))
def test_what_starts_later_never_ends_sooner(duur: Duur, start: date, later: int) -> None:
    assert duur.ends_on(start) <= duur.ends_on(start + timedelta(days=later))


@given(st.integers(1, 60), st.sampled_from(Tijdseenheid), DAYS)
def test_one_more_is_never_sooner(aantal: int, eenheid: Tijdseenheid, start: date) -> None:
    assert Duur(aantal, eenheid).after(start) <= Duur(aantal + 1, eenheid).after(start)


@given(st.integers(1, 60), DAYS)
def test_summer_time_takes_no_day_away(aantal: int, start: date) -> None:
    assert (Duur(aantal, Tijdseenheid.WEEK).after(start) - start).days == 7 * aantal
