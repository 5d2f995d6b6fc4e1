"""The opheffingsnorm is what WPO 140 says, at every density, and its count is never too high."""

import csv
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.policy.normen.opheffing import Formule, stichtingsnorm, telling
from tests.policy.normen.wet_op_dag import ask, wet_of

FORMULE = Formule.of(wet_of("opheffingsnorm"))
OPSLAG = Fraction("1.03")
PUBLISHED = Path("../shared/data/wetten/stichtings-en-opheffingsnormen-2013_BWBR0032502.csv")
DENSITY = {
    "5": 23,
    "6.5": 23,
    "10": 34,
    "15": 47,
    "20": 59,
    "30": 78,
    "50": 105,
    "75": 128,
    "100": 143,
    "200": 174,
    "300": 188,
    "400": 195,
    "500": 200,
    "600": 200,
}
COUNTS = {22: 22, 23: 23, 72: 74, 97: 99, 100: 103, 101: 104, 102: 105, 200: 206}
KINDEREN = st.integers(0, 200_000)
KM2 = st.decimals("0.01", "1000", places=2)


@pytest.mark.parametrize(("dichtheid", "norm"), DENSITY.items())
def test_the_norm_follows_the_formula_of_the_law(dichtheid: str, norm: int) -> None:
    capped = min(Fraction(dichtheid), FORMULE.dichtheid_maximum)
    assert FORMULE.norm(capped) == norm


def test_4000_children_on_80_km2_need_105_pupils() -> None:
    uitkomst = ask("opheffingsnorm", kinderen=4000, km2=80)
    assert uitkomst.waarde == 105
    assert "leerlingdichtheid van 50" in uitkomst.toelichting
    assert uitkomst.stappen == ("De formule geeft 105,26.",)


def test_a_small_gemeente_counts_for_ten_km2_so_that_a_village_is_no_city() -> None:
    assert ask("opheffingsnorm", kinderen=300, km2=6).waarde == 78


def test_a_part_of_a_split_gemeente_has_no_least_area() -> None:
    assert ask("opheffingsnorm", kinderen=300, km2=6, deel="ja").waarde == 105


def test_above_500_children_per_km2_the_norm_grows_no_further() -> None:
    uitkomst = ask("opheffingsnorm", kinderen=50_000, km2=20)
    assert uitkomst.waarde == 200
    assert uitkomst.stappen[0] == "De dichtheid is ten hoogste 500."


def test_only_what_was_bounded_is_told_as_bounded() -> None:
    at_ten = ask("opheffingsnorm", kinderen=300, km2=10)
    assert at_ten.stappen == ("De formule geeft 77,92.",)
    below = ask("opheffingsnorm", kinderen=300, km2=6)
    assert below.stappen[0] == "Een gemeente telt voor ten minste 10 km²."
    assert ask("opheffingsnorm", kinderen=65, km2=10).stappen == ("De formule geeft 23,28.",)
    assert ask("opheffingsnorm", kinderen=50, km2=10).stappen[-1] == (
        "De norm ligt tussen 23 en 200."
    )


def test_an_empty_gemeente_still_has_the_least_norm() -> None:
    assert ask("opheffingsnorm", kinderen=0, km2=100).waarde == 23


@pytest.mark.parametrize(("leerlingen", "counted"), COUNTS.items())
def test_three_percent_is_added_and_the_rest_dropped(leerlingen: int, counted: int) -> None:
    assert ask("telling", leerlingen=leerlingen).waarde == counted


def test_the_count_does_not_lose_a_pupil_to_binary_fractions() -> None:
    assert [telling(hundred, OPSLAG) for hundred in (100, 300, 700)] == [103, 309, 721]


@pytest.mark.parametrize(("norm", "needed"), [(105, 200), (165, 275), (190, 317), (200, 333)])
def test_a_new_school_needs_ten_sixths_of_the_norm_and_200_at_least(norm: int, needed: int) -> None:
    assert ask("stichtingsnorm", opheffingsnorm=norm).waarde == needed


@pytest.mark.skipif(not PUBLISHED.exists(), reason="the published list lies outside the repository")
def test_every_published_stichtingsnorm_of_2013_is_reproduced() -> None:
    # The children and the land behind the opheffingsnormen of 2013 were not published with them.
    with PUBLISHED.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter=";"))
    assert len(rows) == 415
    for row in rows:
        found = stichtingsnorm(int(row["Opheffingsnorm"]), Fraction(10, 6), 200)
        assert found == int(row["Stichtingsnorm"]), row["Gemeentenaam"]


@given(st.fractions(0, 500), st.fractions(0, 500))
def test_more_children_per_km2_never_lower_the_norm(one: Fraction, other: Fraction) -> None:
    low, high = sorted((one, other))
    assert FORMULE.norm(low) <= FORMULE.norm(high)


@given(KINDEREN, KM2, st.booleans())
def test_the_norm_stays_between_23_and_200(kinderen: int, km2: Decimal, deel: bool) -> None:
    dichtheid = FORMULE.dichtheid(kinderen, km2, deel=deel)
    assert 0 <= dichtheid <= 500
    assert 23 <= FORMULE.norm(dichtheid) <= 200


@given(KINDEREN, KM2)
def test_a_whole_gemeente_is_never_denser_than_its_land_says(kinderen: int, km2: Decimal) -> None:
    assert FORMULE.dichtheid(kinderen, km2) <= FORMULE.dichtheid(kinderen, km2, deel=True)


@given(st.integers(0, 10_000))
def test_one_pupil_more_counts_for_one_or_two_more(leerlingen: int) -> None:
    assert telling(leerlingen + 1, OPSLAG) - telling(leerlingen, OPSLAG) in {1, 2}
    assert leerlingen <= telling(leerlingen, OPSLAG) <= leerlingen * OPSLAG


@given(st.integers(23, 200), st.integers(23, 200))
def test_a_higher_norm_never_makes_a_lower_stichtingsnorm(one: int, other: int) -> None:
    low, high = sorted((one, other))
    found = [stichtingsnorm(norm, Fraction(10, 6), 200) for norm in (low, high)]
    assert 200 <= found[0] <= found[1]
