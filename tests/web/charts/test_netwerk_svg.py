"""The network as a drawing that can be read without colour, without script and by a machine."""

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.netwerk import Teken, Zekerheid
from openlea.web.charts.netwerk_pijlen import DASHES, LEGEND, SIGNS
from openlea.web.charts.netwerk_svg import BOX_WIDTH, Pijl, Vak, draw_netwerk
from openlea.web.charts.svg import element, path, wrapped

SVG = "{http://www.w3.org/2000/svg}"
GOAL = Vak(code="D1", naam="Kansrijk opgroeien", soort="Doel", klasse="doel")
DIN1 = Vak(
    code="DIN1",
    naam="Doelgroeppeuters",
    soort="Indicator",
    klasse="indicator",
    toelichting="geen nulmeting, geen streefwaarde",
    href="/hilversum/netwerk/DIN1/",
)
ACTIE = Vak(code="1B3", naam="Bereik", soort="Actie", klasse="actie", href="/hilversum/actie/1B3/")
RAISES = Pijl(van="1B3", naar="DIN1", teken=Teken.VERHOOGT, zekerheid=Zekerheid.HOOG)
MEASURES = Pijl(van="DIN1", naar="D1", teken=Teken.MEET)


def drawn(vakken: list[Vak], pijlen: list[Pijl]) -> ET.Element:
    """Return the drawing, parsed as the XML that it must be."""
    return ET.fromstring(draw_netwerk(vakken, pijlen, "Netwerk", "Wat waaraan bijdraagt"))  # noqa: S314 - made here


def classes(root: ET.Element, klasse: str) -> list[ET.Element]:
    """Return the elements of a css class."""
    return [one for one in root.iter() if klasse in one.get("class", "").split()]


def words(root: ET.Element) -> str:
    """Return all words of the drawing, in order."""
    return " ".join(" ".join(root.itertext()).split())


WHOLE = ([GOAL, DIN1, ACTIE], [RAISES, MEASURES])


def test_the_drawing_has_a_name_and_an_explanation_that_are_tied_to_it() -> None:
    root = drawn(*WHOLE)
    ids = {one.get("id"): one.text for one in root.iter() if one.get("id")}
    labels = root.get("aria-labelledby", "").split()
    assert [ids[label] for label in labels] == ["Netwerk", "Wat waaraan bijdraagt"]
    assert root.get("role") == "group"


def test_each_box_says_its_kind_its_code_its_name_and_what_is_missing() -> None:
    (box,) = classes(drawn(*WHOLE), "netwerk-vak--indicator")
    assert words(box) == "Indicator DIN1 Doelgroeppeuters geen nulmeting, geen streefwaarde"


def test_a_box_with_an_address_is_a_link_and_one_without_is_not() -> None:
    root = drawn(*WHOLE)
    links = {one.get("href") for one in root.iter(f"{SVG}a")}
    assert links == {"/hilversum/netwerk/DIN1/", "/hilversum/actie/1B3/"}
    assert classes(root, "netwerk-vak--doel")[0].tag == f"{SVG}g"


@pytest.mark.parametrize("teken", Teken)
def test_the_sign_of_an_arrow_is_a_word(teken: Teken) -> None:
    root = drawn([GOAL, DIN1], [Pijl(van="DIN1", naar="D1", teken=teken)])
    (label,) = classes(root, "netwerk-teken")
    assert words(label) == SIGNS[teken]


def test_how_sure_a_link_is_shows_in_its_dashes_and_the_dashes_are_explained() -> None:
    assert len(set(DASHES.values())) == len(Zekerheid)
    for zekerheid in Zekerheid:
        pijl = Pijl(van="DIN1", naar="D1", teken=Teken.VERLAAGT, zekerheid=zekerheid)
        root = drawn([GOAL, DIN1], [pijl])
        (line,) = classes(root, "netwerk-pijl")
        (legend,) = classes(root, "netwerk-legenda")
        sample = legend.find(f"{SVG}path")
        assert sample is not None
        assert line.get("stroke-dasharray") == sample.get("stroke-dasharray") == DASHES[zekerheid]
        assert words(legend) == LEGEND[zekerheid]


def test_a_link_without_an_effect_has_no_confidence_to_show() -> None:
    root = drawn([GOAL, DIN1], [MEASURES])
    assert classes(root, "netwerk-legenda") == []
    assert classes(root, "netwerk-pijl")[0].get("stroke-dasharray") == "none"


def test_who_points_at_a_line_is_told_the_whole_link() -> None:
    titles = [one.findtext(f"{SVG}title") for one in classes(drawn(*WHOLE), "netwerk-pijl")]
    assert titles == [
        "Bereik, verhoogt: Doelgroeppeuters (zekerheid hoog)",
        "Doelgroeppeuters, meet: Kansrijk opgroeien",
    ]


def test_two_links_between_the_same_boxes_share_a_line_that_says_both() -> None:
    both = [Pijl(van="1B3", naar="DIN1", teken=Teken.MEET), RAISES]
    root = drawn([DIN1, ACTIE], both)
    (line,) = classes(root, "netwerk-pijl")
    assert "netwerk-pijl--verhoogt" in line.get("class", "")
    assert words(classes(root, "netwerk-teken")[0]) == "meet, + verhoogt"


def test_a_box_that_points_at_itself_is_drawn_without_the_arrow() -> None:
    root = drawn([GOAL], [Pijl(van="D1", naar="D1", teken=Teken.VERHOOGT)])
    assert classes(root, "netwerk-pijl") == []
    assert len(classes(root, "netwerk-vak")) == 1


def test_an_arrow_to_a_box_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError, match="WEG"):
        drawn([GOAL], [Pijl(van="D1", naar="WEG", teken=Teken.MEET)])


def test_two_drawings_on_one_page_share_no_id() -> None:
    def ids(prefix: str) -> set[str]:
        return set(re.findall(r' id="([^"]+)"', draw_netwerk(*WHOLE, "N", "U", prefix)))

    assert len(ids("een")) == 3
    assert ids("een").isdisjoint(ids("twee"))
    assert 'url(#een-punt)"' in draw_netwerk(*WHOLE, "N", "U", "een")


def test_an_empty_network_is_still_a_drawing() -> None:
    assert drawn([], []).get("viewBox") is not None


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=60)


@given(TEXTS, TEXTS, TEXTS)
def test_whatever_was_typed_stays_text(naam: str, code: str, href: str) -> None:
    box = Vak(code=f"x{code}", naam=naam, soort="Doel", klasse="doel", toelichting=naam, href=href)
    root = drawn([GOAL, box], [Pijl(van=box.code, naar="D1", teken=Teken.MEET)])
    allowed = {"svg", "title", "desc", "defs", "marker", "path", "g", "a", "rect", "text", "tspan"}
    assert {one.tag.removeprefix(SVG) for one in root.iter()} <= allowed


def test_markup_in_a_name_is_shown_and_not_followed() -> None:
    evil = Vak(code="X", naam='</text><script>"&', soort="Doel", klasse="doel")
    text = draw_netwerk([evil], [], "<b>", "&")
    assert "<script" not in text
    assert "<b>" not in text


def test_nothing_in_the_drawing_needs_a_style_or_script_that_the_site_forbids() -> None:
    for one in drawn(*WHOLE).iter():
        assert "style" not in one.attrib
        assert not [name for name in one.attrib if name.startswith("on")]


def test_a_long_name_is_broken_into_lines_that_fit_and_loses_no_letter() -> None:
    long = "Unieke jeugdigen met geïndiceerde jeugdhulp per verwijzer " + "x" * 80
    lines = wrapped(long, BOX_WIDTH)
    assert "".join(lines).replace(" ", "") == long.replace(" ", "")
    assert max(map(len, lines)) <= BOX_WIDTH / 7
    assert wrapped("", BOX_WIDTH) == [""]


def test_the_pieces_of_a_drawing_are_plain_markup() -> None:
    assert element("rect", x=1.0, y=2.25, class_='a"b', font_size=14) == (
        '<rect x="1" y="2.2" class="a&quot;b" font-size="14"/>'
    )
    assert element("g", "<path/>", id="k") == '<g id="k"><path/></g>'
    assert path([(0, 0), (10, 20)]) == "M0 0C0 10 10 10 10 20"
