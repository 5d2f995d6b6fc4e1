"""A grant holds together from decision to settlement, and says what comes next."""

from dataclasses import replace
from datetime import date

import pytest

from openlea.core.begroting import Subsidie
from openlea.core.errors import Fout
from openlea.policy.subsidie_controle import check_subsidie, is_overdue, next_step

BESCHIKT = Subsidie(
    kenmerk="S-1",
    post="P1",
    regeling="ASV",
    ontvanger="BIEB",
    jaar=2026,
    beschikt=100_00,
    beschikt_op=date(2026, 2, 1),
)
VASTGESTELD = replace(BESCHIKT, vastgesteld=80_00, vastgesteld_op=date(2027, 5, 1))


def test_a_grant_that_was_decided_or_settled_holds_together() -> None:
    assert check_subsidie(BESCHIKT) == ()
    assert check_subsidie(VASTGESTELD) == ()
    assert check_subsidie(replace(VASTGESTELD, teruggevorderd=80_00)) == ()
    assert check_subsidie(replace(BESCHIKT, tussenrapportage_op=date(2026, 2, 1))) == ()


def test_a_grant_settled_at_nought_is_settled() -> None:
    assert check_subsidie(replace(VASTGESTELD, vastgesteld=0)) == ()


@pytest.mark.parametrize(
    ("subsidie", "fout"),
    [
        (
            replace(VASTGESTELD, vastgesteld=None),
            Fout("", "vastgesteld", "Vul ook het vastgestelde bedrag in."),
        ),
        (
            replace(VASTGESTELD, vastgesteld_op=None),
            Fout("", "vastgesteld_op", "Vul ook de dag van de vaststelling in."),
        ),
        (
            replace(VASTGESTELD, vastgesteld_op=date(2026, 1, 31)),
            Fout(
                "",
                "vastgesteld_op",
                "De vaststelling ligt voor de beschikking van 1 februari 2026.",
            ),
        ),
        (
            replace(BESCHIKT, teruggevorderd=1),
            Fout("", "teruggevorderd", "Terugvorderen kan pas na de vaststelling."),
        ),
        (
            replace(VASTGESTELD, teruggevorderd=80_01),
            Fout("", "teruggevorderd", "Dit is meer dan er is vastgesteld (€ 80)."),
        ),
        (
            replace(VASTGESTELD, vastgesteld=0, teruggevorderd=1),
            Fout("", "teruggevorderd", "Dit is meer dan er is vastgesteld (€ 0)."),
        ),
        (
            replace(BESCHIKT, tussenrapportage_op=date(2026, 1, 31)),
            Fout("", "tussenrapportage_op", "Dit ligt voor de beschikking van 1 februari 2026."),
        ),
    ],
)
def test_what_can_not_be_is_named_by_its_field(subsidie: Subsidie, fout: Fout) -> None:
    assert check_subsidie(subsidie) == (fout,)


def test_a_settlement_on_the_day_of_the_decision_can_be() -> None:
    assert check_subsidie(replace(VASTGESTELD, vastgesteld_op=BESCHIKT.beschikt_op)) == ()


@pytest.mark.parametrize(
    ("subsidie", "today", "step"),
    [
        (BESCHIKT, date(2026, 1, 31), "Beschikking op 1 februari 2026"),
        (BESCHIKT, date(2026, 2, 1), "Na 2026: stel de subsidie vast"),
        (BESCHIKT, date(2026, 12, 31), "Na 2026: stel de subsidie vast"),
        (BESCHIKT, date(2027, 1, 1), "Stel de subsidie vast: 2026 is voorbij"),
        (VASTGESTELD, date(2027, 4, 30), "Stel de subsidie vast: 2026 is voorbij"),
        (VASTGESTELD, date(2027, 5, 1), "Klaar"),
        (replace(VASTGESTELD, teruggevorderd=1), date(2027, 5, 1), "Klaar"),
    ],
)
def test_a_grant_says_what_comes_next(subsidie: Subsidie, today: date, step: str) -> None:
    assert next_step(subsidie, today) == step


@pytest.mark.parametrize(
    ("today", "step"),
    [
        (date(2026, 9, 1), "Tussenrapportage vóór 1 september 2026"),
        (date(2026, 9, 2), "De tussenrapportage moest er vóór 1 september 2026 zijn"),
        (date(2027, 1, 1), "Stel de subsidie vast: 2026 is voorbij"),
    ],
)
def test_a_report_halfway_comes_first_and_the_settlement_after_the_year(
    today: date, step: str
) -> None:
    halfway = replace(BESCHIKT, tussenrapportage_op=date(2026, 9, 1))
    assert next_step(halfway, today) == step


def test_a_grant_is_overdue_from_the_year_after_until_it_is_settled() -> None:
    assert not is_overdue(VASTGESTELD, date(2026, 12, 31))
    assert is_overdue(VASTGESTELD, date(2027, 1, 1))
    assert not is_overdue(VASTGESTELD, date(2027, 5, 1))
