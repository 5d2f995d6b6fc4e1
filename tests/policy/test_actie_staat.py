"""Bad news comes with a reason; what sets two actions together is not told in passing."""

import pytest

from openlea.core.agenda import ActieStaat
from openlea.core.errors import Fout
from openlea.policy.actie_staat import MET_REDEN, TE_MELDEN, check_melding


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
