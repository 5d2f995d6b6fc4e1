"""The bar of a plan stands where its days are, on a phone and on a wide screen alike."""

import re
from datetime import date, timedelta
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.web.charts.looptijd_svg import LONGEST, Jaaras, Looptijd, axis_of, draw_looptijd

TODAY = date(2026, 11, 22)
SVG = "{http://www.w3.org/2000/svg}"
DAYS = st.dates(date(1990, 1, 1), date(2080, 12, 31))


def draw(van: date, tot: date | None, jaaras: Jaaras) -> ET.Element:
    looptijd = Looptijd(van=van, tot=tot, toon="goed", zin="Plan <b> & meer")
    return ET.fromstring(draw_looptijd(looptijd, jaaras, TODAY))  # noqa: S314


def bar(drawing: ET.Element) -> tuple[float, float]:
    (rect,) = drawing.iter(f"{SVG}rect")
    return float(rect.get("x", "").rstrip("%")), float(rect.get("width", "").rstrip("%"))


def test_a_whole_year_in_four_fills_a_quarter() -> None:
    left, width = bar(draw(date(2025, 1, 1), date(2025, 12, 31), Jaaras(2024, 2027)))
    assert (round(left), round(width)) == (25, 25)


def test_a_plan_without_an_end_runs_off_the_axis_with_a_broken_edge() -> None:
    drawing = draw(date(2026, 1, 1), None, Jaaras(2024, 2027))
    left, width = bar(drawing)
    assert left + width == pytest.approx(100)
    assert "lt-balk--open" in ET.tostring(drawing, encoding="unicode")


def test_what_people_wrote_is_read_aloud_and_never_runs() -> None:
    drawing = draw(date(2026, 1, 1), None, Jaaras(2024, 2027))
    assert drawing.get("aria-label") == "Plan <b> & meer"
    assert not re.search("<b>", ET.tostring(drawing, encoding="unicode"))


@pytest.mark.parametrize(("last", "labels"), [(2030, 7), (2031, 4)])
def test_on_a_long_axis_every_other_year_is_named(last: int, labels: int) -> None:
    drawing = draw(date(2026, 1, 1), None, Jaaras(2024, last))
    assert len(list(drawing.iter(f"{SVG}text"))) == labels


@given(st.lists(st.tuples(DAYS, st.none() | DAYS), max_size=5))
def test_the_axis_holds_today_and_stays_readable(spans: list[tuple[date, date | None]]) -> None:
    jaaras = axis_of(spans, TODAY)
    assert jaaras.van <= TODAY.year <= jaaras.tot
    assert jaaras.tot - jaaras.van < LONGEST


@given(DAYS, DAYS)
def test_a_later_day_never_stands_more_to_the_left(one: date, other: date) -> None:
    jaaras = Jaaras(2020, 2031)
    low, high = sorted([one, other])
    assert 0 <= jaaras.share(low) <= jaaras.share(high) <= 100


@given(DAYS, st.integers(0, 4000))
def test_a_bar_is_never_too_small_to_see(van: date, length: int) -> None:
    left, width = bar(draw(van, van + timedelta(days=length), Jaaras(2020, 2031)))
    assert width >= 0.5
    assert left >= 0
