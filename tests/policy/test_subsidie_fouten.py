"""What is said of a grant that can't be: at its own field, once, and in words that mend it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from openlea.core.begroting import Subsidie
from openlea.core.errors import Fout
from openlea.policy.subsidie_controle import check_subsidie

VASTGESTELD = Subsidie(
    kenmerk="S-1",
    post="P1",
    regeling="ASV",
    ontvanger="BIEB",
    jaar=2026,
    beschikt=100_00,
    beschikt_op=date(2026, 2, 1),
    vastgesteld=80_00,
    vastgesteld_op=date(2027, 5, 1),
)
OPEN: dict[str, Any] = {"vastgesteld": None, "vastgesteld_op": None}


@pytest.mark.parametrize(
    ("changes", "veld", "reden"),
    [
        ({"vastgesteld": None}, "vastgesteld", "Vul ook het vastgestelde bedrag in."),
        ({"vastgesteld_op": None}, "vastgesteld_op", "Vul ook de dag van de vaststelling in."),
        (
            {"vastgesteld_op": date(2026, 1, 31)},
            "vastgesteld_op",
            "De vaststelling ligt voor de beschikking van 1 februari 2026.",
        ),
        (
            {**OPEN, "teruggevorderd": 1},
            "teruggevorderd",
            "Terugvorderen kan pas na de vaststelling.",
        ),
        (
            {"teruggevorderd": 80_01},
            "teruggevorderd",
            "Dit is meer dan er is vastgesteld (€ 80).",
        ),
        (
            {"vastgesteld": 0, "teruggevorderd": 1},
            "teruggevorderd",
            "Dit is meer dan er is vastgesteld (€ 0).",
        ),
        (
            {"tussenrapportage_op": date(2026, 1, 31)},
            "tussenrapportage_op",
            "Dit ligt voor de beschikking van 1 februari 2026.",
        ),
    ],
)
def test_one_fault_is_said_once_and_in_words_that_mend_it(
    changes: dict[str, Any], veld: str, reden: str
) -> None:
    assert check_subsidie(replace(VASTGESTELD, **changes)) == (Fout("", veld, reden),)


@pytest.mark.parametrize(
    "changes",
    [
        {"vastgesteld_op": date(2026, 2, 1)},
        {"tussenrapportage_op": date(2026, 2, 1)},
        {"teruggevorderd": 80_00},
        {"vastgesteld": 0},
        OPEN,
    ],
    ids=["settled at once", "reported at once", "all reclaimed", "settled at nought", "open"],
)
def test_what_lies_just_within_the_rules_is_a_grant_like_any_other(changes: dict[str, Any]) -> None:
    assert check_subsidie(replace(VASTGESTELD, **changes)) == ()
