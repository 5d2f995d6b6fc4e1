"""Work that says nothing for two minutes is over; work that just waits is not."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.policy.werk import ONDERWEG, OPNIEUW, WerkStaat, is_silent, waits_long

NOW = datetime(2026, 9, 1, 12, tzinfo=UTC)


@given(st.sampled_from(WerkStaat), st.timedeltas(min_value=timedelta(0), max_value=timedelta(1)))
def test_only_running_work_can_fall_silent(staat: WerkStaat, ago: timedelta) -> None:
    silent = is_silent(staat, NOW - ago, NOW)
    assert silent is (staat is WerkStaat.LOOPT and ago > timedelta(minutes=2))


def test_running_work_that_never_gave_a_sign_is_silent() -> None:
    assert is_silent(WerkStaat.LOOPT, None, NOW)
    assert not is_silent(WerkStaat.WACHT, None, NOW)


@pytest.mark.parametrize(("seconds", "long"), [(60, False), (61, True)])
def test_waiting_over_a_minute_is_long(seconds: int, long: bool) -> None:
    asked = NOW - timedelta(seconds=seconds)
    assert waits_long(WerkStaat.WACHT, asked, NOW) is long
    assert not waits_long(WerkStaat.LOOPT, asked, NOW)


def test_work_is_underway_or_over_and_only_what_did_not_succeed_is_asked_again() -> None:
    assert set(WerkStaat) - ONDERWEG == OPNIEUW | {WerkStaat.KLAAR}
