"""The mean of three years is plain, and says when its years can't be compared."""

from decimal import Decimal

import pytest

from openlea.core.errors import BadInput
from openlea.policy.schoolweging import HERIJKT, TELDATUM, Jaarweging, mean_of_three


def years(first: int, *wegingen: str) -> list[Jaarweging]:
    return [
        Jaarweging(f"{year}/{(year + 1) % 100:02}", Decimal(text))
        for year, text in enumerate(wegingen, start=first)
    ]


def test_the_mean_is_unweighted_and_has_two_decimals() -> None:
    assert mean_of_three(years(2023, "28.4", "29.1", "30.5")).weging == Decimal("29.33")


def test_years_of_one_model_have_nothing_to_mind() -> None:
    assert not mean_of_three(years(2023, "28", "29", "30")).zin


@pytest.mark.parametrize(
    ("first", "breuken"),
    [
        (2019, ()),
        (2020, (TELDATUM,)),
        (2021, (TELDATUM, HERIJKT)),
        (2022, (HERIJKT,)),
        (2023, ()),
    ],
)
def test_a_mean_over_a_break_says_which(first: int, breuken: tuple[object, ...]) -> None:
    found = mean_of_three(years(first, "28", "29", "30"))
    assert found.breuken == breuken
    assert bool(found.zin) is bool(breuken)
    assert all(one.vanaf in found.zin for one in found.breuken)


def test_the_order_of_the_years_changes_nothing() -> None:
    assert mean_of_three(years(2022, "28", "29", "33")[::-1]).schooljaren == (
        "2022/23",
        "2023/24",
        "2024/25",
    )


def test_a_year_is_held_between_twenty_and_forty() -> None:
    assert mean_of_three(years(2023, "18", "43", "30")).weging == Decimal("30.00")


@pytest.mark.parametrize(
    "given",
    [
        [],
        years(2023, "28", "29"),
        years(2020, "1", "2", "3", "4"),
        [*years(2020, "28", "29"), *years(2023, "30")],
        years(2023, "28") * 3,
        [Jaarweging("2023", Decimal(1))] * 3,
        [Jaarweging("2023/25", Decimal(1))] * 3,
    ],
)
def test_three_years_that_do_not_follow_each_other_are_no_mean(given: list[Jaarweging]) -> None:
    with pytest.raises(BadInput, match=r"schooljar|schooljaar"):
        mean_of_three(given)
