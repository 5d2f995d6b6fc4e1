"""Points of boards add up to their schools, and no amount appears that nobody gave."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.onthulling import Bereik
from openlea.policy.achterstandsgeld import (
    Gemeentepunten,
    Schoolpunten,
    amount_per_point,
    amount_per_pupil,
    contradicting,
    points_by_board,
)

D = Decimal


def school(
    code: str, bestuur: str, met: str | None, leerlingen: Bereik | None = None
) -> Schoolpunten:
    return Schoolpunten(
        code=code, bestuur=bestuur, met=None if met is None else D(met), leerlingen=leerlingen
    )


def test_a_board_has_the_rounded_scores_of_its_schools_together() -> None:
    """The golden of BbWPO article 18: 82.00 and a floored 0 make 82.00."""
    found = points_by_board(
        [school("a", "X", "82.00"), school("b", "X", "0"), school("c", "Y", "18")]
    )
    assert [(one.bestuur, one.met, one.deel) for one in found] == [
        ("X", D("82.00"), D("82")),
        ("Y", D("18"), D("18")),
    ]


def test_the_share_of_a_gemeente_is_its_score_over_all_scores() -> None:
    """The golden of two gemeenten: 145 and 55 divide 400.000 as 290.000 and 110.000."""
    shares = [
        Gemeentepunten(
            peildatum="2023-02-01", status="voorlopig", met=D(score), landelijk=D(200)
        ).deel
        for score in (145, 55)
    ]
    assert shares == [D("72.5"), D("27.5")]
    assert [share * 4000 for share in shares if share is not None] == [290_000, 110_000]


def test_a_score_that_is_not_known_is_no_nought() -> None:
    (one,) = points_by_board([school("a", "X", None), school("b", "X", None)])
    assert (one.met, one.deel, one.bekend, one.scholen) == (None, None, 0, 2)
    (half,) = points_by_board([school("a", "X", "5", Bereik(10, 10)), school("b", "X", None)])
    assert (half.met, half.bekend) == (D(5), 1)
    assert half.leerlingen is None, "pupils of one school are not those of both"
    assert half.per_honderd is None


def test_hidden_pupils_make_a_range_that_holds_every_exact_value() -> None:
    (one,) = points_by_board([school("a", "X", "20", Bereik(96, 104))])
    assert one.per_honderd is not None
    for pupils in range(96, 105):
        exact = 100 * 20 / pupils
        assert one.per_honderd.laag <= exact <= one.per_honderd.hoog


def test_no_amount_is_made_without_an_amount() -> None:
    assert amount_per_point(None, D(10)) is None
    assert amount_per_point(100_000, None) is None
    assert amount_per_point(100_000, D(0)) is None
    assert amount_per_pupil(None, Bereik(10, 10)) is None
    assert amount_per_pupil(100_000, Bereik(0, 4)) is None


def test_an_amount_is_divided_to_the_cent() -> None:
    assert amount_per_point(100_000, D(3)) == D("333.33")
    assert amount_per_pupil(100_000, Bereik(100, 100)) == Bereik(10, 10)


def test_two_publications_of_one_day_that_differ_are_both_told() -> None:
    first = Gemeentepunten(peildatum="d", status="voorlopig", met=D(1), landelijk=D(9))
    same = Gemeentepunten(peildatum="d", status="definitief", met=D(1), landelijk=D(8))
    other = Gemeentepunten(peildatum="d", status="definitief", met=D(2), landelijk=D(9))
    later = Gemeentepunten(peildatum="e", status="voorlopig", met=D(3), landelijk=D(9))
    assert contradicting([first, same, later]) == ()
    assert contradicting([first, other, later]) == (first, other)


scores = st.none() | st.decimals(0, 900, places=2)


@given(st.lists(st.tuples(st.sampled_from("XYZ"), scores), max_size=12))
def test_shares_add_up_to_a_hundred_and_points_are_kept(
    rows: list[tuple[str, Decimal | None]],
) -> None:
    found = points_by_board(
        Schoolpunten(code=str(n), bestuur=bestuur, met=met) for n, (bestuur, met) in enumerate(rows)
    )
    every = sum((met for _, met in rows if met is not None), D(0))
    assert sum((one.met for one in found if one.met is not None), D(0)) == every
    assert sum(one.scholen for one in found) == len(rows)
    shares = [one.deel for one in found if one.deel is not None]
    if every:
        assert float(sum(shares)) == pytest.approx(100, abs=0.02)
    else:
        assert shares == []
