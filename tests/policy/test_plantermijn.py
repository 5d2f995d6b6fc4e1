"""When a plan must be followed by the next: from the register, and never silently nothing."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.catalogue import SHIPPED
from openlea.core.partij import Partij, PartijSoort
from openlea.core.plichtenplank import read_plichten
from openlea.core.verplichting import Looptijd
from openlea.policy.verplichting import due_in

PLICHT = read_plichten([SHIPPED])["PO-08"]
SWV = Partij(code="swv", naam="SWV", soort=PartijSoort.SWV)


def plan(van: date, tot: date | None) -> Looptijd:
    """Return an ondersteuningsplan of the samenwerkingsverband."""
    return Looptijd(plansoort="ondersteuningsplan", partij="swv", van=van, tot=tot)


def asked(jaar: int, plannen: Sequence[Looptijd] = ()) -> list[date]:
    """Return on which days a next plan is due in a year."""
    return [one.uiterlijk for one in due_in([PLICHT], [SWV], jaar, plannen)]


OLD = plan(date(2022, 8, 1), date(2026, 7, 31))
NEW = plan(date(2026, 8, 1), date(2030, 7, 31))


@pytest.mark.parametrize(
    ("plannen", "days"),
    [
        ([], {2026: [date(2026, 12, 31)], 2027: [date(2027, 12, 31)]}),
        ([OLD], {2025: [], 2026: [date(2026, 4, 30)], 2027: [date(2027, 12, 31)]}),
        ([OLD, NEW], {2026: [date(2026, 4, 30)], 2027: [], 2029: [], 2030: [date(2030, 4, 30)]}),
        ([plan(date(2024, 1, 1), None)], {2026: [], 2027: [date(2027, 4, 30)]}),
        ([plan(date(2022, 8, 1), date(2032, 1, 1))], {2026: [date(2026, 4, 30)]}),
        ([plan(date(2026, 3, 1), date(2029, 2, 28))], {2026: [date(2026, 12, 31)]}),
    ],
    ids=[
        "no plan on record",
        "the plan runs out and nothing follows",
        "the next plan is there",
        "a plan without an end holds as long as the law lets it",
        "a plan that wants to hold longer than the law lets it",
        "the first plan on record begins in the year itself",
    ],
)
def test_a_plan_is_due_before_the_one_before_it_runs_out(
    plannen: list[Looptijd], days: dict[int, list[date]]
) -> None:
    assert {jaar: asked(jaar, plannen) for jaar in days} == days


@given(
    st.lists(st.dates(date(2015, 1, 1), date(2030, 1, 1)), min_size=2, max_size=6, unique=True),
    st.integers(2021, 2030),
)
def test_a_year_without_a_plan_in_force_all_year_always_asks_one(
    edges: list[date], jaar: int
) -> None:
    plannen = [plan(van, tot) for van, tot in list(pairwise(sorted(edges)))[::2]]
    longest = [min(p.tot or date.max, p.van.replace(day=1, year=p.van.year + 4)) for p in plannen]
    whole = any(
        p.van <= date(jaar, 1, 1) and end > date(jaar, 12, 31)
        for p, end in zip(plannen, longest, strict=True)
    )
    assert whole or asked(jaar, plannen)
    assert all(day.year == jaar for day in asked(jaar, plannen))
