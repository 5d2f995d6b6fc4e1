"""Distance to school and hours of teaching: the words of the rule decide on the boundary."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.errors import BadInput
from openlea.policy.normen.leerlingenvervoer import is_far_enough
from openlea.policy.normen.onderwijstijd import Urennorm
from tests.policy.normen.wet_op_dag import ask, wet_of

URENNORM = Urennorm.of(wet_of("onderwijstijd"))
KM = st.decimals("0", "100", places=2)


@pytest.mark.parametrize(
    ("told", "right"),
    [
        ({"afstand": "6.0", "grens": 6}, False),
        ({"afstand": "6,1", "grens": 6}, True),
        ({"afstand": 6, "grens": 6, "vanaf": "ja"}, True),
        ({"afstand": 2, "grens": 6, "handicap": "ja"}, True),
        ({"afstand": 3, "grens": 2}, True),
    ],
    ids=str,
)
def test_more_than_six_km_is_not_six_km(told: dict[str, object], right: bool) -> None:
    assert ask("leerlingenvervoer_afstand", **told).waarde is right


def test_with_a_handicap_the_answer_is_not_about_distance() -> None:
    asked = ask("leerlingenvervoer_afstand", afstand=2, grens=6, handicap="ja")
    assert asked.oordeel == "de afstand telt niet"


def test_a_verordening_can_not_set_the_limit_further_than_the_law() -> None:
    with pytest.raises(BadInput, match="niet verder leggen dan 6 km"):
        ask("leerlingenvervoer_afstand", afstand=8, grens=7)


@given(KM, KM)
def test_the_two_wordings_differ_on_the_boundary_alone(afstand: Decimal, grens: Decimal) -> None:
    more, from_there = (is_far_enough(afstand, grens, vanaf=vanaf) for vanaf in (False, True))
    assert (more != from_there) == (afstand == grens)


@pytest.mark.parametrize(
    ("uren", "oordeel", "stappen"),
    [
        ("880,880,880,880,1000,1000,1000,1000", "voldoet", 0),
        ("940,940,940,940,940,940,940,940", "voldoet", 0),
        ("880,880,880,880,940,940,940,940", "voldoet niet", 1),
        ("1000,1000,1000,1000,940,940,940,939", "voldoet niet", 1),
        ("879,880,880,880,1001,1000,1000,1000", "voldoet niet", 1),
    ],
)
def test_each_half_and_the_whole_need_their_own_hours(
    uren: str, oordeel: str, stappen: int
) -> None:
    uitkomst = ask("onderwijstijd", uren=uren)
    assert (uitkomst.oordeel, len(uitkomst.stappen)) == (oordeel, stappen)


def test_seven_years_are_no_answer_about_eight() -> None:
    with pytest.raises(BadInput, match="noem 8 getallen"):
        ask("onderwijstijd", uren="940,940,940,940,940,940,940")


@given(st.lists(st.integers(0, 1500).map(Decimal), min_size=8, max_size=8))
def test_what_is_missing_is_exactly_what_makes_it_enough(uren: list[Decimal]) -> None:
    short = URENNORM.shortages(uren)
    assert all(hours > 0 for hours in short.values())
    filled = list(uren)
    filled[0] += short.get("de eerste vier jaren", Decimal(0))
    filled[-1] += short.get("de laatste vier jaren", Decimal(0))
    filled[0] += URENNORM.shortages(filled).get("acht jaren", Decimal(0))
    assert URENNORM.shortages(filled) == {}
