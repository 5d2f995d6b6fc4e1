"""Bad news comes with a reason; what sets two actions together is not told in passing."""

from datetime import UTC, datetime, timedelta

import pytest

from openlea.core.agenda import ActieStaat
from openlea.core.errors import Fout
from openlea.policy.actie_staat import (
    MET_REDEN,
    TE_MELDEN,
    check_melding,
    check_staat,
    may_take_back,
)


@pytest.mark.parametrize("staat", sorted(set(TE_MELDEN) - MET_REDEN))
def test_what_goes_as_agreed_or_runs_late_needs_no_explanation(staat: ActieStaat) -> None:
    assert check_melding(staat, "", "") == ()


@pytest.mark.parametrize(
    ("staat", "word"), [(ActieStaat.UITGESTELD, "uitgesteld"), (ActieStaat.GESTOPT, "gestopt")]
)
def test_who_puts_off_or_stops_says_why(staat: ActieStaat, word: str) -> None:
    asked = (Fout("", "blokkade", f"Schrijf waarom de actie is {word}."),)
    assert check_melding(staat, "", "") == asked
    assert check_melding(staat, "  ", "\n") == asked


@pytest.mark.parametrize("staat", sorted(MET_REDEN))
def test_the_reason_may_stand_in_either_field(staat: ActieStaat) -> None:
    assert check_melding(staat, "Er is geen locatie.", "") == ()
    assert check_melding(staat, "", "Er is geen locatie.") == ()


@pytest.mark.parametrize("staat", sorted(set(ActieStaat) - set(TE_MELDEN)))
def test_what_names_another_action_is_set_where_that_action_is_chosen(staat: ActieStaat) -> None:
    reden = f"'{staat.label}' kan niet met een melding. Wijzig daarvoor de actie."
    assert check_melding(staat, "Met een reden.", "") == (Fout("", "staat", reden),)


NAMES_ANOTHER = {ActieStaat.SAMENGEVOEGD, ActieStaat.OPGEVOLGD}


@pytest.mark.parametrize("staat", sorted(set(ActieStaat) - MET_REDEN - NAMES_ANOTHER))
def test_a_state_that_speaks_for_itself_needs_nothing_more(staat: ActieStaat) -> None:
    assert check_staat(staat, "", "", "", "") == ()


def test_an_action_that_was_merged_names_the_action_it_went_into() -> None:
    asked = Fout("", "samengevoegd_met", "Kies de actie waarin deze actie opgaat.")
    assert check_staat(ActieStaat.SAMENGEVOEGD, "reden", "", "1A2", "Agenda 2") == (asked,)
    assert check_staat(ActieStaat.SAMENGEVOEGD, "", "1A2", "", "") == ()


def test_an_action_that_goes_on_elsewhere_names_an_action_or_the_next_agenda() -> None:
    asked = Fout("", "opgevolgd_door", "Kies de actie die deze actie opvolgt.")
    assert check_staat(ActieStaat.OPGEVOLGD, "reden", "1A2", "", "") == (asked,)
    assert check_staat(ActieStaat.OPGEVOLGD, "", "", "1A2", "") == ()
    assert check_staat(ActieStaat.OPGEVOLGD, "", "", "", "Agenda 2028-2031") == ()


@pytest.mark.parametrize(
    ("staat", "word"), [(ActieStaat.UITGESTELD, "uitgesteld"), (ActieStaat.GESTOPT, "gestopt")]
)
def test_bad_news_has_its_reason_on_the_page_of_the_action_too(
    staat: ActieStaat, word: str
) -> None:
    asked = (Fout("", "staat_reden", f"Schrijf waarom de actie is {word}."),)
    assert check_staat(staat, "", "", "", "") == asked
    assert check_staat(staat, " ", "1A2", "1A2", "Agenda") == asked
    assert check_staat(staat, "Er is geen locatie.", "", "", "") == ()


def test_an_update_is_taken_back_by_who_made_it_within_a_day_and_by_nobody_else() -> None:
    told = datetime(2026, 11, 22, 10, tzinfo=UTC)
    late = told + timedelta(days=1)
    assert may_take_back(7, 7, told, told)
    assert may_take_back(7, 7, told, late)
    assert not may_take_back(7, 7, told, late + timedelta(seconds=1))
    assert not may_take_back(7, 8, told, told)
    assert not may_take_back(None, None, told, told)
