"""A source has one state; what asks a person goes before what is only old."""

from datetime import date

import pytest

from openlea.core.bron import Cadans
from openlea.policy.bronstaat import BronStaat, is_outdated, newest_day, staat_of

TODAY = date(2026, 11, 22)


def test_a_yearly_count_is_old_when_the_next_must_have_come_out() -> None:
    assert not is_outdated(Cadans.JAARLIJKS, date(2025, 10, 1), None, TODAY)
    assert is_outdated(Cadans.JAARLIJKS, date(2024, 10, 1), None, TODAY)


def test_what_comes_once_never_gets_old_unless_it_no_longer_holds() -> None:
    assert not is_outdated(Cadans.EENMALIG, date(2016, 1, 1), None, TODAY)
    assert is_outdated(Cadans.EENMALIG, date(2016, 1, 1), date(2018, 1, 1), TODAY)


def test_without_a_day_nothing_is_said_of_age() -> None:
    assert newest_day(("onbekend",)) is None
    assert not is_outdated(Cadans.WEKELIJKS, None, None, TODAY)
    assert newest_day(("2023/24", "2024-10-01")) == date(2024, 10, 1)


@pytest.mark.parametrize(
    ("loaded", "held", "changed", "outdated", "staat"),
    [
        (True, True, True, True, BronStaat.VASTGEHOUDEN),
        (True, False, True, True, BronStaat.GEWIJZIGD),
        (True, False, False, True, BronStaat.VEROUDERD),
        (True, False, False, False, BronStaat.ACTUEEL),
        (False, False, False, False, BronStaat.ONTBREEKT),
        (False, False, True, False, BronStaat.GEWIJZIGD),
    ],
)
def test_the_state_is_the_first_thing_to_act_on(
    loaded: bool, held: bool, changed: bool, outdated: bool, staat: BronStaat
) -> None:
    assert staat_of(loaded=loaded, held=held, changed=changed, outdated=outdated) is staat
