"""A grant says what comes next, and never names a term that it doesn't hold itself."""

from dataclasses import replace
from datetime import date

import pytest

from openlea.core.begroting import Subsidie
from openlea.policy.subsidie_controle import check_subsidie, is_overdue, next_step

GRANT = Subsidie(
    kenmerk="S-1",
    post="P",
    regeling="Regeling",
    ontvanger="bieb",
    jaar=2025,
    beschikt=1000,
    beschikt_op=date(2025, 1, 10),
)
REPORT = replace(GRANT, tussenrapportage_op=date(2025, 9, 1))
SETTLED = replace(GRANT, vastgesteld=900, vastgesteld_op=date(2026, 3, 1))


@pytest.mark.parametrize(
    ("grant", "today", "step"),
    [
        (GRANT, date(2025, 1, 9), "Beschikking op 10 januari 2025"),
        (REPORT, date(2025, 9, 1), "Tussenrapportage vóór 1 september 2025"),
        (REPORT, date(2025, 9, 2), "De tussenrapportage moest er vóór 1 september 2025 zijn"),
        (GRANT, date(2025, 12, 31), "Na 2025: stel de subsidie vast"),
        (GRANT, date(2026, 1, 1), "Stel de subsidie vast: 2025 is voorbij"),
        (REPORT, date(2026, 1, 1), "Stel de subsidie vast: 2025 is voorbij"),
        (SETTLED, date(2026, 2, 28), "Stel de subsidie vast: 2025 is voorbij"),
        (SETTLED, date(2026, 3, 1), "Klaar"),
    ],
)
def test_the_next_step_follows_from_what_is_known_on_a_day(
    grant: Subsidie, today: date, step: str
) -> None:
    assert next_step(grant, today) == step


def test_a_grant_is_overdue_only_after_its_year_and_before_its_settlement() -> None:
    assert not is_overdue(GRANT, date(2025, 12, 31))
    assert is_overdue(GRANT, date(2026, 1, 1))
    assert not is_overdue(SETTLED, date(2026, 3, 1))


def test_a_grant_that_holds_together_gives_no_fault() -> None:
    whole = replace(SETTLED, teruggevorderd=900, tussenrapportage_op=date(2025, 1, 10))
    assert check_subsidie(whole) == ()


@pytest.mark.parametrize(
    ("grant", "veld"),
    [
        (replace(GRANT, vastgesteld=1), "vastgesteld_op"),
        (replace(GRANT, vastgesteld_op=date(2026, 1, 1)), "vastgesteld"),
        (replace(SETTLED, vastgesteld_op=date(2025, 1, 9)), "vastgesteld_op"),
        (replace(GRANT, teruggevorderd=1), "teruggevorderd"),
        (replace(SETTLED, teruggevorderd=901), "teruggevorderd"),
        (replace(GRANT, tussenrapportage_op=date(2025, 1, 9)), "tussenrapportage_op"),
    ],
)
def test_every_fault_stands_at_its_field(grant: Subsidie, veld: str) -> None:
    assert [fout.cel for fout in check_subsidie(grant)] == [veld]
