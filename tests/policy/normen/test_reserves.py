"""The signaleringswaarde is what the Inspectie says, and where nobody read how, it is asked."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.errors import BadInput
from openlea.policy.normen.reserves import signal_of_swv
from tests.policy.normen.wet_op_dag import ask

MILJOEN = 1_000_000
AMOUNT = st.integers(0, 10**10)


@pytest.mark.parametrize(
    ("baten", "signal"),
    [
        (4 * MILJOEN, 250_000),
        (8 * MILJOEN, 280_000),
        (20 * MILJOEN, 700_000),
        (7_142_857, 250_000),
        ("7142858", Decimal("250000.03")),
    ],
)
def test_three_and_a_half_percent_and_250000_at_least(
    baten: int | str, signal: Decimal | int
) -> None:
    assert ask("signaleringswaarde_swv", baten=baten).waarde == signal


def test_the_sentence_names_the_amounts_in_euros() -> None:
    told = ask("signaleringswaarde_swv", baten=8 * MILJOEN).toelichting
    assert told.startswith("3,5 % van € 8.000.000 is € 280.000;")
    assert "ten minste € 250.000" in told


@pytest.mark.parametrize(
    ("vermogen", "oordeel"),
    [
        (280_000, "niet boven de signaleringswaarde"),
        ("280000.01", "boven de signaleringswaarde"),
    ],
)
def test_only_above_it_a_reason_is_asked(vermogen: int | str, oordeel: str) -> None:
    asked = ask("signaleringswaarde_swv", baten=8 * MILJOEN, vermogen=vermogen)
    assert asked.oordeel == oordeel


@pytest.mark.parametrize(
    ("baten", "signal"),
    [
        (15 * MILJOEN, 9_100_000),
        (12 * MILJOEN, 8_950_000),
        (3 * MILJOEN, 8_650_000),
        (0, 8_650_000),
    ],
)
def test_a_bestuur_adds_buildings_other_assets_and_a_buffer(baten: int, signal: int) -> None:
    asked = {"gebouwen": 10 * MILJOEN, "overige": 2 * MILJOEN, "baten": baten}
    assert ask("signaleringswaarde_bestuur", **asked).waarde == signal


def test_between_3_and_12_million_the_factor_is_asked_not_guessed() -> None:
    asked = {"gebouwen": 0, "overige": 0, "baten": 6 * MILJOEN}
    with pytest.raises(BadInput, match="niet nagelezen"):
        ask("signaleringswaarde_bestuur", **asked)
    with pytest.raises(BadInput, match="tussen 0,05 en 0,1"):
        ask("signaleringswaarde_bestuur", **asked, factor="0.2")
    for factor, signal in (("0.05", 300_000), ("0.08", 480_000), ("0.1", 600_000)):
        assert ask("signaleringswaarde_bestuur", **asked, factor=factor).waarde == signal


@given(AMOUNT, AMOUNT)
def test_more_money_never_lowers_the_signal(one: int, other: int) -> None:
    low, high = sorted((one, other))
    percentage, minimum = Fraction("3.5"), Fraction(250_000)
    found = [signal_of_swv(Fraction(each), percentage, minimum) for each in (low, high)]
    assert minimum <= found[0] <= found[1]
