"""The drawing of the timeline puts each day where it belongs, and says in words what it draws."""

import re
from datetime import date, timedelta
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from openlea.web.charts.tijdlijn_svg import WIDTH, As, Balk, Groep, Mijlpaal, draw_tijdlijn

AXIS = As(2024, 2027)
DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2030, 12, 31))


def bar(van: date | None, tot: date | None, **more: object) -> Balk:
    own = {"code": "1A1", "naam": "Voorlezen & meer", "href": "/1A1/", "klasse": "goed"}
    return Balk(van=van, tot=tot, staat="Op schema", **{**own, **more})  # type: ignore[arg-type]


def drawn(*balken: Balk, today: date = date(2026, 5, 1)) -> str:
    groep = Groep(code="1A", naam="Taal", balken=balken)
    return draw_tijdlijn([groep], AXIS, today, "Tijdlijn", "Uitleg")


@given(DAYS, DAYS)
def test_a_later_day_never_stands_before_an_earlier_one(one: date, other: date) -> None:
    first, last = sorted((one, other))
    assert AXIS.x(date(2024, 1, 1)) <= AXIS.x(first) <= AXIS.x(last) <= WIDTH


@given(st.none() | DAYS, st.none() | st.integers(0, 3000))
def test_any_period_gives_a_bar_with_a_width_in_sound_markup(
    van: date | None, length: int | None
) -> None:
    start = van or date(2024, 1, 1)
    tot = None if length is None else start + timedelta(days=length)
    svg = ET.fromstring(drawn(bar(van, tot)))  # noqa: S314
    widths = [
        float(one.get("width", "0")) for one in svg.iter() if "tl-balk" in one.get("class", "")
    ]
    assert all(width > 0 for width in widths)


def test_a_bar_without_a_period_looks_and_reads_unlike_one_with() -> None:
    assert 'class="tl-balk tl-balk--heel' in drawn(bar(None, None))
    assert 'class="tl-balk tl-balk--heel tl-balk--goed"' not in drawn(bar(None, date(2025, 6, 30)))
    assert "geen eigen periode: loopt de hele agenda" in drawn(bar(None, None))


def test_today_is_drawn_only_where_it_lies_on_the_axis() -> None:
    assert ">vandaag<" in drawn(bar(None, None), today=date(2027, 12, 31))
    assert ">vandaag<" not in drawn(bar(None, None), today=date(2028, 1, 1))


def test_words_of_people_are_escaped() -> None:
    moment = Mijlpaal(op=date(2025, 1, 1), tekst="<b>klaar</b>")
    svg = drawn(bar(None, None, naam="<script>", mijlpalen=(moment,)))
    assert not re.search(r"<(script|b)>", svg)
