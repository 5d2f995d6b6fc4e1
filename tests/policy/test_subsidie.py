"""What a grant commits and spends, and when."""

from dataclasses import replace
from datetime import date

import pytest

from openlea.core.begroting import Boeking, BoekingSoort, Subsidie
from openlea.policy.subsidie import (
    Stroomgeld,
    SubsidieStaat,
    couple_boekingen,
    subsidie_geld,
    subsidie_staat,
)

BESCHIKT = Subsidie(
    kenmerk="S-1",
    post="P1",
    regeling="VVE",
    ontvanger="houder",
    jaar=2024,
    beschikt=100,
    beschikt_op=date(2024, 2, 1),
)
VASTGESTELD = replace(BESCHIKT, vastgesteld=80, vastgesteld_op=date(2025, 5, 1))
TERUG = replace(VASTGESTELD, teruggevorderd=15)


def boeking(bedrag: int, soort: BoekingSoort = BoekingSoort.BESTEED, jaar: int = 2024) -> Boeking:
    return Boeking(
        post="P1", jaar=jaar, soort=soort, op=date(2024, 3, 1), bedrag=bedrag, kenmerk="S-1"
    )


@pytest.mark.parametrize(
    ("subsidie", "op", "staat", "geld"),
    [
        (BESCHIKT, date(2024, 1, 31), SubsidieStaat.NIET_BESCHIKT, Stroomgeld(0, 0)),
        (BESCHIKT, date(2024, 2, 1), SubsidieStaat.BESCHIKT, Stroomgeld(100, 0)),
        (BESCHIKT, None, SubsidieStaat.BESCHIKT, Stroomgeld(100, 0)),
        (VASTGESTELD, date(2025, 4, 30), SubsidieStaat.BESCHIKT, Stroomgeld(100, 0)),
        (VASTGESTELD, date(2025, 5, 1), SubsidieStaat.VASTGESTELD, Stroomgeld(0, 80)),
        (VASTGESTELD, None, SubsidieStaat.VASTGESTELD, Stroomgeld(0, 80)),
        (TERUG, None, SubsidieStaat.TERUGGEVORDERD, Stroomgeld(0, 65)),
        (TERUG, date(2025, 4, 30), SubsidieStaat.BESCHIKT, Stroomgeld(100, 0)),
    ],
)
def test_a_grant_is_committed_until_it_is_settled_and_spent_from_then_on(
    subsidie: Subsidie, op: date | None, staat: SubsidieStaat, geld: Stroomgeld
) -> None:
    assert subsidie_staat(subsidie, op) is staat
    assert subsidie_geld(subsidie, (), op) == geld


def test_a_grant_settled_at_nought_is_settled() -> None:
    assert subsidie_geld(replace(BESCHIKT, vastgesteld=0)) == Stroomgeld(0, 0)


def test_a_settlement_without_a_day_holds_on_every_day() -> None:
    zonder_dag = replace(VASTGESTELD, vastgesteld_op=None)
    assert subsidie_staat(zonder_dag, date(2024, 2, 1)) is SubsidieStaat.VASTGESTELD


def test_an_advance_moves_from_committed_to_spent_and_is_not_counted_twice() -> None:
    boekingen = (boeking(30), boeking(100, BoekingSoort.VERPLICHT))
    assert subsidie_geld(BESCHIKT, boekingen) == Stroomgeld(70, 30)
    assert subsidie_geld(TERUG, boekingen) == Stroomgeld(0, 65)


def test_paying_more_than_was_decided_leaves_nothing_committed() -> None:
    assert subsidie_geld(BESCHIKT, (boeking(130),)) == Stroomgeld(0, 130)


def test_money_adds_up_per_kind() -> None:
    assert Stroomgeld(1, 20) + Stroomgeld(300, 4000) == Stroomgeld(301, 4020)


def test_a_booking_goes_to_the_grant_of_its_kenmerk_and_of_its_year_first() -> None:
    subsidies = (BESCHIKT, replace(BESCHIKT, jaar=2025), replace(BESCHIKT, kenmerk=""))
    in_2024, in_2025, later = boeking(1), boeking(2, jaar=2025), boeking(3, jaar=2026)
    los = replace(boeking(4), kenmerk="")
    anders = replace(boeking(5), kenmerk="S-2")
    per_subsidie, rest = couple_boekingen(subsidies, (in_2024, in_2025, later, los, anders))
    assert per_subsidie == [[in_2024, later], [in_2025], []]
    assert rest == [los, anders]
