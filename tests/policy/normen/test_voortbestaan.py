"""A school ends after three years in a row below the norm, unless the law itself makes room."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.errors import BadInput
from openlea.policy.normen.voortbestaan import average_needed, weighted_norm, years_below
from tests.policy.normen.wet_op_dag import ask

VERHOUDING = Fraction(10, 6)


@pytest.mark.parametrize(
    ("tellingen", "ends"),
    [
        ("104,105,104", False),
        ("104,103,104", True),
        ("104,104", False),
        ("104,104,105,104,104", False),
        ("200,104,104,104,200", True),
    ],
)
def test_only_three_years_in_a_row_count(tellingen: str, ends: bool) -> None:
    assert ask("drie_jaren", tellingen=tellingen, norm=105).waarde is ends


def test_a_school_at_the_norm_is_not_below_it() -> None:
    assert ask("drie_jaren", tellingen="105,105,105", norm=105).waarde is False


def test_101_pupils_are_below_a_norm_of_105_and_102_are_not() -> None:
    counts = [ask("telling", leerlingen=pupils).waarde for pupils in (101, 102)]
    assert counts == [104, 105]


def test_the_end_is_the_first_of_august_after_the_third_year() -> None:
    uitkomst = ask("drie_jaren", tellingen="104,103,104", norm=105, eerste_schooljaar=2023)
    assert "eindigt op 1 augustus 2026" in uitkomst.toelichting


@given(st.lists(st.integers(0, 300), max_size=12), st.integers(23, 200))
def test_three_years_below_are_three_years_one_after_another(rows: list[int], norm: int) -> None:
    place = years_below(rows, norm, 3)
    below = [at for at in range(2, len(rows)) if all(one < norm for one in rows[at - 2 : at + 1])]
    assert place == (below[0] if below else None)


@pytest.mark.parametrize(("norm", "needed"), [(105, "175"), (84, "140"), (23, "38.33")])
def test_the_average_of_a_bestuur_must_be_ten_sixths_of_the_norm(norm: int, needed: str) -> None:
    assert ask("gemiddelde_schoolgrootte", normen=norm).waarde == Decimal(needed)


def test_290_pupils_on_average_always_do() -> None:
    assert ask("gemiddelde_schoolgrootte", normen=200).waarde == 290


def test_the_norm_of_a_bestuur_counts_every_gemeente_by_its_schools() -> None:
    # 2 schools under 105 and 4 under 84: (210 + 336) / 6 = 91, and 10/6 of that is 151,67.
    uitkomst = ask("gemiddelde_schoolgrootte", normen="105,84", scholen="2,4")
    assert uitkomst.waarde == Decimal("151.67")
    assert "norm van het bestuur is 91" in uitkomst.toelichting


def test_a_list_of_gemeenten_without_their_schools_is_refused() -> None:
    for scholen in ("2", "2,0", "2,3,4"):
        with pytest.raises(BadInput, match="scholen"):
            ask("gemiddelde_schoolgrootte", normen="105,84", scholen=scholen)
    with pytest.raises(BadInput, match="scholen"):
        ask("gemiddelde_schoolgrootte", normen="105", scholen="2,3")


def test_nothing_is_judged_on_half_of_what_it_takes() -> None:
    assert ask("gemiddelde_schoolgrootte", normen=105, gemiddelde=200).oordeel == ""
    assert ask("gemiddelde_schoolgrootte", normen=105, telling=20).oordeel == ""


@pytest.mark.parametrize(
    ("gemiddelde", "telling", "oordeel"),
    [
        ("175", 23, "de school mag blijven"),
        ("174.99", 23, "het gemiddelde is te laag"),
        ("300", 22, "de school is te klein"),
    ],
)
def test_a_small_school_may_stay_in_a_large_bestuur(
    gemiddelde: str, telling: int, oordeel: str
) -> None:
    asked = {"normen": 105, "gemiddelde": gemiddelde, "telling": telling}
    assert ask("gemiddelde_schoolgrootte", **asked).oordeel == oordeel


@given(st.lists(st.tuples(st.integers(23, 200), st.integers(1, 40)), min_size=1, max_size=8))
def test_the_norm_of_a_bestuur_lies_between_those_of_its_gemeenten(
    rows: list[tuple[int, int]],
) -> None:
    normen, scholen = zip(*rows, strict=True)
    weighted = weighted_norm(normen, scholen)
    assert min(normen) <= weighted <= max(normen)
    assert average_needed(weighted, VERHOUDING, Fraction(290)) <= 290


@pytest.mark.parametrize(
    ("telling", "afstand", "stays"),
    [(50, "5.01", True), (50, "5", False), (49, "80", False), (51, "50", True)],
)
def test_the_last_school_of_its_kind_needs_50_pupils_and_5_km_not_50_km(
    telling: int, afstand: str, stays: bool
) -> None:
    assert ask("laatste_school", telling=telling, afstand=afstand).waarde is stays


@pytest.mark.parametrize(
    ("afstand", "behoefte", "stays"),
    [("10.1", "ja", True), ("10", "ja", False), ("30", "nee", False)],
)
def test_an_openbare_school_stays_over_10_km_by_road_when_a_person_sees_the_need(
    afstand: str, behoefte: str, stays: bool
) -> None:
    asked = ask("laatste_openbare_school", afstand=afstand, behoefte=behoefte)
    assert asked.waarde is stays


@pytest.mark.parametrize(
    ("jaar", "telling", "stays"),
    [(3, 20, True), (4, 99, False), (4, 100, True), (5, 99, True), (8, 199, True), (9, 199, False)],
)
def test_a_new_school_has_eight_years_and_is_halfway_in_the_fourth(
    jaar: int, telling: int, stays: bool
) -> None:
    asked = ask("nieuwe_school", jaar=jaar, telling=telling, stichtingsnorm=200)
    assert asked.waarde is stays


def test_a_new_school_that_reached_its_norm_needs_no_time() -> None:
    assert ask("nieuwe_school", jaar=9, telling=200, stichtingsnorm=200).waarde is True


def test_the_old_law_of_2021_asks_the_same_on_another_article() -> None:
    then = ask("laatste_school", date(2021, 6, 1), telling=50, afstand="5.01")
    assert then.waarde is True
