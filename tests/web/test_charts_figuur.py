"""A chart is a picture that everyone can read, and the same as a sentence, a table and a file."""

import re
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from openlea.services import draw_chart as drawing
from openlea.web.charts.csv_tabel import csv_answer, csv_text
from openlea.web.charts.figuur import (
    BREED,
    SMAL,
    Grafiek,
    Kolom,
    figure,
    figures,
    fitted,
    number_column,
    picture,
)
from openlea.web.charts.palet import ACCENT, GRIJS, INKT, PAPIER, REEKS, ZACHT
from openlea.web.charts.staven import Staaf, staven_chart
from openlea.web.pages.stijlgids.grafieken import exact, example_charts

EVIL = '<script>alert("1")</script>'


def one(naam: str = "proef") -> Grafiek:
    return staven_chart(naam, "Een proef", [Staaf(naam=EVIL, bereik=exact(4.4))])


def on_page(grafiek: Grafiek, **given: Any) -> str:
    part = Template('{% load onderdelen %}{% deel "grafiek" figuur=figuur bron=bron %}')
    return part.render(Context({"figuur": figure(grafiek), **given}))


@pytest.mark.parametrize("width", [BREED, SMAL])
@pytest.mark.parametrize("grafiek", example_charts(), ids=lambda one: one.naam)
def test_a_picture_is_sound_named_and_within_the_content_policy(
    grafiek: Grafiek, width: int
) -> None:
    markup = picture(grafiek, width)
    if grafiek.spec is None:
        assert markup == ""
        return
    root = ET.fromstring(markup)  # noqa: S314 - made here
    ids = {each.get("id"): each.text for each in root.iter() if each.get("id")}
    named = [ids[label] for label in root.get("aria-labelledby", "").split()]
    assert named == [grafiek.titel, grafiek.beschrijving]
    assert root.get("role") == "img"
    # A part with a role of its own would be announced, without a name, inside the picture.
    assert [each.tag for each in root.iter() if each.get("role") and each is not root] == []
    assert [each.tag for each in root.iter() if each.get("style")] == []
    assert "style=" not in markup
    left, top, wide, high = map(float, root.get("viewBox", "").split())
    assert (left, top) == (0, 0)
    assert abs(wide - width) <= 1
    assert high > 20


def test_no_word_in_a_picture_is_smaller_than_twelve_pixels() -> None:
    for grafiek in example_charts():
        sizes = re.findall(r'font-size="([0-9.]+)px"', picture(grafiek, SMAL))
        assert all(float(size) >= 12 for size in sizes)


def test_what_people_wrote_is_never_taken_for_markup() -> None:
    page = on_page(one())
    assert "<script>alert" not in page
    assert "alert" in page


def test_the_same_chart_is_drawn_once() -> None:
    picture(one(), BREED)
    before = drawing._drawn.cache_info().misses
    assert picture(one(), BREED) == picture(one("proef"), BREED)
    assert drawing._drawn.cache_info().misses == before


def test_two_charts_of_a_page_share_no_id() -> None:
    page = "".join(on_page(grafiek) for grafiek in example_charts())
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_colours_follow_the_theme_on_the_page_and_stay_themselves_elsewhere() -> None:
    spec = one().spec
    assert spec is not None
    assert "var(" not in drawing.draw_chart(fitted(spec, BREED))
    assert f'fill="var(--ol-inkt, {INKT})"' in picture(one(), BREED)


def test_a_narrow_chart_differs_only_in_what_it_says_itself() -> None:
    spec = {"a": 1, "b": 2, "usermeta": {"smal": {"b": 3}, "verhouding": 0.5}}
    assert fitted(spec, BREED) == spec | {"width": BREED, "height": BREED // 2}
    assert fitted(spec, SMAL) == spec | {"b": 3, "width": SMAL, "height": SMAL // 2}


def test_the_table_says_every_number_in_dutch_and_a_dash_where_there_is_none() -> None:
    page = on_page(
        Grafiek(
            naam="tabel",
            titel="Tabel",
            beschrijving="Een zin.",
            kolommen=(Kolom("School"), number_column("Aantal", "leerlingen"), Kolom("Opmerking")),
            rijen=(("De school", 1234.5, ""), ("De andere", None, "afgeschermd")),
            spec=None,
            leeg="Hier is nog niets.",
        )
    )
    assert "1.234,5" in page
    assert "–" in page
    assert "afgeschermd" in page
    assert "<small>leerlingen</small>" in page
    assert "Hier is nog niets." in page


def test_without_numbers_words_stand_where_the_picture_would() -> None:
    page = on_page(staven_chart("leeg", "Leeg", []))
    assert "Er is hier geen cijfer over." in page
    assert '<svg class="ol-grafiek__svg"' not in page
    assert "csv=" not in page


def test_a_filter_of_the_page_stays_in_the_address_of_the_file() -> None:
    assert figure(one(), "veld=voorschool").csv_url == "?veld=voorschool&csv=proef"


def test_two_charts_with_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="same name"):
        figures([one(), one()])


@pytest.mark.parametrize(
    "wrong",
    [
        {"naam": "Met spatie"},
        {"rijen": (("te", "veel"),)},
        {"spec": None, "leeg": ""},
    ],
)
def test_a_chart_that_would_break_a_page_is_refused(wrong: dict[str, Any]) -> None:
    good: dict[str, Any] = {
        "naam": "goed",
        "titel": "Goed",
        "beschrijving": "Een zin.",
        "kolommen": (Kolom("School"),),
        "rijen": (("De school",),),
        "spec": {},
    }
    Grafiek(**good)
    with pytest.raises(ValueError, match=r"address|heads|say why"):
        Grafiek(**good | wrong)


def test_excel_opens_the_file_as_it_is_and_computes_nothing_of_it() -> None:
    text = csv_text(
        (Kolom("School"), number_column("Aandeel", "%")),
        [("=1+1", -4.5), (" @naam", 1e-7), ('Met; en "', None), ("-streep", 12)],
    )
    assert text.startswith("\ufeffSchool;Aandeel (%)\r\n")
    assert text.split("\r\n")[1:5] == [
        "'=1+1;-4,5",
        "' @naam;0,0000001",
        '"Met; en """;',
        "'-streep;12",
    ]


def test_the_page_answers_with_the_file_only_when_it_is_asked_for() -> None:
    ask = RequestFactory().get
    assert csv_answer(ask("/"), [one()]) is None
    assert csv_answer(ask("/?csv=anders"), [one()]) is None
    file = csv_answer(ask("/?csv=proef"), [one()])
    assert file is not None
    assert file["Content-Disposition"] == 'attachment; filename="proef.csv"'
    assert "4,4;4,4" in file.content.decode("utf-8-sig")


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG counts it, 1 to 21."""
    low, high = sorted(_light(colour) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def _light(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_lines_and_edges_stand_out_and_words_can_be_read() -> None:
    for mark in (ACCENT, GRIJS, REEKS[-1]):
        assert contrast(mark, PAPIER) >= 3
    for word in (INKT, ZACHT, ACCENT):
        assert contrast(word, PAPIER) >= 4.5


def test_each_step_of_the_map_is_darker_than_the_one_before() -> None:
    lights = [_light(step) for step in REEKS]
    assert lights == sorted(lights, reverse=True)
    assert all(contrast(a, b) > 1.3 for a, b in pairwise(REEKS))
