"""The hours of voorschoolse educatie count day by day, and a group is held to its size."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.errors import NotInForce
from openlea.policy.normen.voorschoolse_educatie import counted_hours, staff_needed
from tests.policy.normen.wet_op_dag import ask

DAGEN = st.lists(st.decimals("0", "24", places=2), min_size=1, max_size=7)


@pytest.mark.parametrize(
    ("dagen", "weken", "counted", "oordeel"),
    [
        ("8,8", 40, 720, "voldoet niet"),
        ("6,6,4", 40, 960, "voldoet"),
        ("5,5,5", 40, 900, "voldoet niet"),
        ("5,5,4", 46, 966, "voldoet"),
        ("4;4;4;3,5", 41, Decimal("953.25"), "voldoet niet"),
    ],
)
def test_what_a_day_has_above_six_hours_does_not_count(
    dagen: str, weken: int, counted: Decimal | int, oordeel: str
) -> None:
    uitkomst = ask("ve_uren", dagen=dagen, weken=weken)
    assert (uitkomst.waarde, uitkomst.oordeel) == (counted, oordeel)


def test_before_august_2020_the_norm_of_960_hours_did_not_hold() -> None:
    with pytest.raises(NotInForce, match="2020-08-01"):
        ask("ve_uren", date(2020, 7, 31), dagen="6,6", weken=40)


@pytest.mark.parametrize(
    ("kinderen", "needed", "oordeel"),
    [
        (0, 0, "mag"),
        (1, 1, "mag"),
        (8, 1, "mag"),
        (9, 2, "mag"),
        (16, 2, "mag"),
        (17, 3, "groep te groot"),
    ],
)
def test_one_beroepskracht_for_eight_children_and_sixteen_at_most(
    kinderen: int, needed: int, oordeel: str
) -> None:
    uitkomst = ask("ve_groep", kinderen=kinderen)
    assert (uitkomst.waarde, uitkomst.oordeel) == (needed, oordeel)


def test_a_group_with_too_few_beroepskrachten_is_said_to_have_too_few() -> None:
    assert ask("ve_groep", kinderen=9, beroepskrachten=1).oordeel == "te weinig beroepskrachten"
    assert ask("ve_groep", kinderen=9, beroepskrachten=2).oordeel == "mag"


def test_ten_hours_of_coaching_for_every_child_of_the_target_group() -> None:
    assert ask("pbm_uren", kinderen=38).waarde == 380


@given(DAGEN, st.integers(0, 53).map(Decimal))
def test_longer_days_never_count_for_more_than_the_cap(
    dagen: list[Decimal], weken: Decimal
) -> None:
    counted = counted_hours(dagen, weken, Decimal(1), Decimal(6))
    assert counted <= min(sum(dagen), Decimal(6) * len(dagen)) * weken
    longer = [uren + 1 for uren in dagen]
    assert counted_hours(longer, weken, Decimal(1), Decimal(6)) >= counted


@given(st.integers(0, 1000))
def test_no_beroepskracht_has_more_than_eight_children_and_none_is_idle(kinderen: int) -> None:
    needed = staff_needed(kinderen, 8)
    assert 8 * (needed - 1) < kinderen <= 8 * needed or needed == kinderen == 0
