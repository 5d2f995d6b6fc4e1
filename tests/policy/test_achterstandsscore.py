"""The achterstandsscore is the published sum, and what nobody read in the law says so."""

from decimal import Decimal

import pytest

from openlea.core.errors import BadInput
from openlea.policy.achterstandsscore import (
    DREMPEL_GEMEENTE,
    Landelijk,
    score_of_gemeente,
    score_of_school,
    score_of_vestiging,
)

LAND = Landelijk(Decimal(536), Decimal(529), Decimal(527))


def pupils(**counts: int) -> list[Decimal]:
    return [Decimal(score[1:]) for score, count in counts.items() for _ in range(count)]


S1 = pupils(_525=10, _528=10, _537=80)
S2 = pupils(_525=5, _528=5, _537=90)


def test_a_school_gets_what_its_lowest_pupils_lack_less_the_threshold() -> None:
    found = score_of_vestiging(S1, LAND)
    assert (found.tekort, found.aftrek, found.score) == (Decimal(190), Decimal(108), Decimal(82))
    assert found.nagelezen
    assert not found.zin


def test_a_negative_score_is_nought_before_it_is_added() -> None:
    scores = [score_of_vestiging(S1, LAND), score_of_vestiging(S2, LAND)]
    assert scores[1].score == 0
    assert score_of_school(scores) == Decimal("82.00")


def test_the_lower_threshold_of_a_gemeente_is_used_and_marked_as_not_read() -> None:
    found = score_of_vestiging(S1, LAND, DREMPEL_GEMEENTE)
    assert found.score == Decimal("145.00")
    assert not found.nagelezen
    assert "5 %" in found.zin
    assert "niet nagelezen" in found.zin


def test_a_gemeente_counts_its_peuters_and_its_pupils_each_by_their_own_numbers() -> None:
    other = Landelijk(Decimal(530), Decimal(524), Decimal(520))
    alone = score_of_gemeente([], other, S1, LAND)
    assert alone.score == Decimal("145.00")
    both = score_of_gemeente([Decimal(520)] * 2, other, S1, LAND)
    assert both.score == Decimal("145.00") + 20 - 2 * Decimal("0.05") * 10
    assert not both.nagelezen


def test_a_score_has_two_decimals_half_up() -> None:
    land = Landelijk(Decimal("536.005"), Decimal(529), Decimal("536.005") - 9)
    found = score_of_vestiging([Decimal(500)] * 1, land)
    assert found.tekort == Decimal("36.01")
    assert found.score == Decimal("34.93")


def test_national_numbers_that_cannot_be_are_refused() -> None:
    with pytest.raises(BadInput, match="landelijk"):
        score_of_vestiging(S1, Landelijk(Decimal(527), Decimal(529), Decimal(536)))
