"""Schools beside the whole: a school is in a band only when it surely is."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from openlea.core.onthulling import Bereik
from openlea.web.charts.stippen import (
    BINNEN,
    ONZEKER,
    OP_TIEN,
    OP_TWINTIG,
    Schoolstip,
    place_of,
    stippen_chart,
)

WHOLE = Bereik(30, 30)
ends = st.tuples(st.floats(0, 100), st.floats(0, 100)).map(lambda two: Bereik(*sorted(two)))


def test_ten_and_twenty_points_part_the_bands() -> None:
    for share, word in ((40, BINNEN), (40.1, OP_TIEN), (50, OP_TIEN), (50.1, OP_TWINTIG)):
        assert place_of(Bereik(share, share), WHOLE) == word
    assert place_of(Bereik(38, 45), WHOLE) == ONZEKER


@given(ends, ends, st.floats(0, 1), st.floats(0, 1))
def test_a_school_put_in_a_band_is_there_whatever_is_hidden(
    share: Bereik, whole: Bereik, one: float, other: float
) -> None:
    word = place_of(share, whole)
    gap = abs(
        share.laag + one * (share.hoog - share.laag)
        - whole.laag - other * (whole.hoog - whole.laag)
    )  # fmt: skip
    low, high = {BINNEN: (0, 10), OP_TIEN: (10, 20), OP_TWINTIG: (20, 100), ONZEKER: (0, 100)}[word]
    assert low - 1e-6 <= gap <= high + 1e-6


def test_every_school_stands_in_the_table_and_names_can_do_no_harm() -> None:
    naam = '<script>alert(1)</script>","x'
    dots = [Schoolstip(naam=naam, aandeel=Bereik(10, 20), leerlingen=Bereik(11, 14))]
    made: Any = stippen_chart("s", "Titel", dots, geheel=WHOLE, wie="Heel Hilversum")
    assert made.rijen == ((naam, 10, 20, 11, 14, ONZEKER),)
    assert "Van 1 scholen: 1 niet zeker" in made.beschrijving


def test_without_schools_there_is_no_drawing_and_it_says_so() -> None:
    made = stippen_chart("s", "Titel", [], geheel=WHOLE, wie="Heel Hilversum")
    assert made.spec is None
    assert made.leeg
