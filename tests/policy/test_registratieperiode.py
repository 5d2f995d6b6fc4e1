"""A period ends on a day that everybody counts alike, for from it runs how long rows are kept."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.errors import BadInput
from openlea.core.registratie import Periodesoort, Registratie
from openlea.policy.registratieperiode import kept_until, last_day, newest_period

DAYS = st.dates(date(2010, 1, 1), date(2090, 1, 1))


def registration(maanden: int, soort: Periodesoort = Periodesoort.PEILDATUM) -> Registratie:
    return Registratie(
        id="proef",
        titel="Proef",
        beleidsveld="voorschool",
        wat="Proef",
        houder="college",
        doel="Proef",
        grondslag="Proef",
        bron="https://voorbeeld.nl",
        bewaartermijn=maanden,
        bewaarreden="Proef",
        periode=soort,
        velden=(),
    )


@pytest.mark.parametrize(
    ("soort", "periode", "end"),
    [
        (Periodesoort.SCHOOLJAAR, "2026-2027", date(2027, 7, 31)),
        (Periodesoort.KALENDERJAAR, "2026", date(2026, 12, 31)),
        (Periodesoort.KWARTAAL, "2026-K4", date(2026, 12, 31)),
        (Periodesoort.KWARTAAL, "2026-K1", date(2026, 3, 31)),
        (Periodesoort.MAAND, "2028-02", date(2028, 2, 29)),
        (Periodesoort.PEILDATUM, "2026-10-01", date(2026, 10, 1)),
    ],
)
def test_each_kind_of_period_has_its_last_day(soort: Periodesoort, periode: str, end: date) -> None:
    assert last_day(soort, periode) == end


@pytest.mark.parametrize(
    ("soort", "periode"),
    [
        (Periodesoort.SCHOOLJAAR, "2026-2028"),
        (Periodesoort.KWARTAAL, "2026-K5"),
        (Periodesoort.MAAND, "2026-13"),
        (Periodesoort.PEILDATUM, "2026-02-30"),
        (Periodesoort.PEILDATUM, "999990019"),
        (Periodesoort.KALENDERJAAR, "999990019"),
    ],
)
def test_what_is_no_period_is_refused_with_how_it_is_written(
    soort: Periodesoort, periode: str
) -> None:
    with pytest.raises(BadInput, match="Schrijf de periode als") as refused:
        last_day(soort, periode)
    assert periode not in str(refused.value), "it may be a number of a person"


@given(st.sampled_from(Periodesoort), DAYS)
def test_the_period_proposed_today_is_one_that_may_be_delivered(
    soort: Periodesoort, today: date
) -> None:
    assert kept_until(registration(12, soort), newest_period(soort, today), today) >= today


def test_old_rows_brought_again_become_no_younger() -> None:
    today = date(2026, 11, 22)
    assert kept_until(registration(48), "2022-11-22", today) == today
    with pytest.raises(BadInput, match="21-11-2026"):
        kept_until(registration(48), "2022-11-21", today)


def test_a_period_far_ahead_is_a_typing_error() -> None:
    with pytest.raises(BadInput, match="toekomst"):
        kept_until(registration(48), "2030-01-01", date(2026, 11, 22))
