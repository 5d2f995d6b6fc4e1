"""Which amount of a row holds."""

from datetime import date

import pytest

from openlea.core.begroting import Begroting, Post, Stand, Wijziging
from openlea.policy.stand import bedrag_van_post, bedragen_per_post

POST = Post(code="P1", bij="", omschrijving="Rij", bedragen={2024: 100, 2025: 200})


def wijziging(stand: Stand, bedrag: int, op: date, jaar: int = 2024, post: str = "P1") -> Wijziging:
    return Wijziging(post=post, jaar=jaar, stand=stand, bedrag=bedrag, op=op)


BEGROTING = Begroting(
    posten=(POST,),
    wijzigingen=(
        wijziging(Stand.PROGNOSE, 400, date(2024, 4, 1)),
        wijziging(Stand.BIJGESTELD, 300, date(2024, 6, 1)),
        wijziging(Stand.BIJGESTELD, 250, date(2024, 3, 1)),
    ),
)


@pytest.mark.parametrize(
    ("stand", "bedrag"),
    [(Stand.PRIMITIEF, 100), (Stand.BIJGESTELD, 300), (Stand.PROGNOSE, 400)],
)
def test_each_stand_has_its_own_latest_amount_because_a_change_replaces(
    stand: Stand, bedrag: int
) -> None:
    assert bedrag_van_post(BEGROTING, "P1", 2024, stand) == bedrag


def test_without_asking_the_bijgestelde_stand_holds() -> None:
    assert bedrag_van_post(BEGROTING, "P1", 2024) == 300


@pytest.mark.parametrize("stand", list(Stand))
def test_a_stand_without_a_change_takes_over_the_stand_before_it(stand: Stand) -> None:
    assert bedrag_van_post(BEGROTING, "P1", 2025, stand) == 200


def test_a_primitive_correction_reaches_the_later_stands() -> None:
    begroting = Begroting(
        posten=(POST,), wijzigingen=(wijziging(Stand.PRIMITIEF, 90, date(2024, 1, 1)),)
    )
    assert bedrag_van_post(begroting, "P1", 2024, Stand.PRIMITIEF) == 90
    assert bedrag_van_post(begroting, "P1", 2024, Stand.PROGNOSE) == 90


def test_of_two_changes_on_one_day_the_last_listed_holds() -> None:
    dag = date(2024, 5, 1)
    twee = (wijziging(Stand.BIJGESTELD, 9, dag), wijziging(Stand.BIJGESTELD, 8, dag))
    begroting = Begroting(posten=(POST,), wijzigingen=twee)
    assert bedrag_van_post(begroting, "P1", 2024) == 8


def test_an_absent_year_is_no_amount_which_is_not_nought() -> None:
    assert bedrag_van_post(BEGROTING, "P1", 2026) is None
    assert bedrag_van_post(BEGROTING, "weg", 2024) is None


def test_a_change_of_an_unknown_row_makes_no_row_and_leaves_the_source_alone() -> None:
    los = wijziging(Stand.BIJGESTELD, 5, date(2024, 1, 1), post="weg")
    begroting = Begroting(posten=(POST,), wijzigingen=(los, *BEGROTING.wijzigingen))
    assert bedragen_per_post(begroting, Stand.BIJGESTELD) == {"P1": {2024: 300, 2025: 200}}
    assert POST.bedragen == {2024: 100, 2025: 200}
