"""What the system proposes as proof: what fits the duty, the partij and the year, and no more."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from openlea.core.catalogue import SHIPPED
from openlea.core.plankaart import Plan
from openlea.core.plichtenplank import read_plichten
from openlea.core.termijn import Jaarlijks, OmDe
from openlea.core.verplichting import BewijsSoort, Verplichting
from openlea.policy.bewijsvoorstel import (
    Afgerond,
    Overleg,
    Stukregel,
    count_words,
    from_acties,
    from_documents,
    from_overleg,
    from_plans,
    names_of,
)

PLICHTEN = read_plichten([SHIPPED])
TELLING = count_words(PLICHTEN.values())
PLAN, VERSLAG, OVERLEG = PLICHTEN["PO-08"], PLICHTEN["LPL-04"], PLICHTEN["LEA-01"]


def task(plicht: str = "LPL-04", **changed: Any) -> Verplichting:
    """Return a task of the gemeente in 2026."""
    told: dict[str, Any] = {
        "plicht": plicht,
        "termijn": "1",
        "nummer": 1,
        "jaar": 2026,
        "partij": "gemeente",
        "titel": "Proef",
        "uiterlijk": date(2026, 9, 30),
        "over": "schooljaar 2025-2026",
    }
    return Verplichting(**(told | changed))


def plan(**changed: Any) -> Plan:
    """Return an ondersteuningsplan from August 2026."""
    told: dict[str, Any] = {
        "nummer": 7,
        "soort": "ondersteuningsplan",
        "titel": "Plan",
        "houder": "swv",
        "van": date(2026, 8, 1),
        "tot": date(2030, 7, 31),
        "vastgesteld_op": date(2026, 4, 1),
    }
    return Plan(**(told | changed))


RENEWAL = task("PO-08", partij="swv", uiterlijk=date(2026, 4, 30), over="")


def test_the_plan_that_comes_next_proves_that_there_is_a_next_one() -> None:
    (found,) = from_plans(RENEWAL, PLAN, OmDe(4, Jaarlijks(5, 1, voor=True)), [plan()])
    assert (found.soort, found.verwijzing) == (BewijsSoort.PLAN, "plan:7")
    assert found.op == date(2026, 4, 1)


@pytest.mark.parametrize(
    "changed",
    [
        {"van": date(2022, 8, 1), "tot": date(2026, 7, 31)},
        {"vastgesteld_op": None},
        {"houder": "ander"},
        {"soort": "ihp"},
        {"van": date(2027, 8, 1)},
    ],
    ids=["the old plan", "a draft", "of another partij", "of another kind", "begins too late"],
)
def test_a_plan_that_is_not_the_next_one_is_not_proposed(changed: Mapping[str, Any]) -> None:
    assert not list(from_plans(RENEWAL, PLAN, OmDe(4), [plan(**changed)]))


@pytest.mark.parametrize(
    ("titel", "wel"),
    [
        ("Leerplichtverslag 2025-2026", True),
        ("leerplichtverslag schooljaar 2025/2026 (definitief)", True),
        ("LPL-04 raadsstuk 2025-2026", True),
        ("Leerplichtverslag 2024-2025", False),
        ("Leerplichtverslag", False),
        ("Verslag van de gemeenteraad 2025-2026", False),
    ],
)
def test_a_document_is_proposed_when_its_title_names_the_duty_and_the_year(
    titel: str, wel: bool
) -> None:
    found = list(from_documents(task(), VERSLAG, TELLING, [Stukregel(nummer=3, titel=titel)]))
    assert bool(found) is wel
    assert all(one.op is None for one in found)


def test_a_word_that_stands_in_the_title_of_two_duties_names_neither() -> None:
    assert all(
        TELLING[word] == 1 for plicht in PLICHTEN.values() for word in names_of(plicht, TELLING)
    )


def test_a_finished_action_is_proposed_for_the_year_in_which_it_was_finished() -> None:
    done = Afgerond(code="1A1", naam="Verslag", plicht="LPL-04", op=date(2026, 9, 1))
    assert [one.verwijzing for one in from_acties(task(), [done])] == ["actie:1A1"]
    assert not list(from_acties(task(jaar=2027), [done]))
    assert not list(from_acties(task("LEA-01"), [done]))


def test_a_meeting_is_proposed_for_the_topics_that_it_covered_and_the_duty_has() -> None:
    held = Overleg(
        verwijzing="12",
        titel="LEA-overleg",
        op=date(2026, 6, 4),
        plichten={"LEA-01": ("segregatie", "weer iets anders")},
    )
    topics = [one.code for one in OVERLEG.onderwerpen]
    yearly = task("LEA-01", vanaf=date(2026, 1, 1), uiterlijk=date(2026, 12, 31))
    (found,) = from_overleg(yearly, held, topics)
    assert found.onderwerpen == ("segregatie",)
    assert not list(from_overleg(task("LEA-01", jaar=2025), held, topics))


def test_a_meeting_without_a_known_topic_says_nothing_about_the_whole_duty() -> None:
    held = Overleg(verwijzing="1", titel="x", op=date(2026, 6, 4), plichten={"LEA-01": ("koffie",)})
    assert not list(from_overleg(task("LEA-01"), held, ["segregatie"]))


def test_a_meeting_is_no_proof_for_who_was_not_there() -> None:
    held = Overleg(
        verwijzing="1",
        titel="x",
        op=date(2026, 6, 4),
        plichten={"LPL-04": ()},
        partijen=("bestuur-a",),
    )
    assert not list(from_overleg(task(), held, []))
