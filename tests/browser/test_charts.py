"""A chart in a browser: a picture without script, and one that answers to pointing with it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.test_every_page import AXE, WCAG

pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium")]
PICTURES = ".ol-grafiek__svg:visible"
ALIVE = ".ol-grafiek__levend svg"
MADE = 5
"""Charts of the style guide that have something to show."""


def open_guide(page: Page) -> list[str]:
    """Open the style guide with every chart in sight; return what the browser complained of."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto("/stijlgids/")
    width = page.evaluate("window.innerWidth")
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": width, "height": height})
    return said


def wait_until_alive(page: Page) -> None:
    page.wait_for_function(
        "([place, count]) => document.querySelectorAll(place).length === count", arg=[ALIVE, MADE]
    )
    page.wait_for_function("!document.querySelector('.ol-grafiek__svg')?.checkVisibility()")


@pytest.mark.parametrize("width", [320, 1280])
def test_without_script_each_chart_is_one_picture_that_fits(
    open_as: Callable[..., Page], width: int
) -> None:
    page = open_as(None, width=width, script=False)
    open_guide(page)
    assert page.locator(PICTURES).count() == MADE
    for box in [one.bounding_box() for one in page.locator(PICTURES).all()]:
        assert box is not None
        assert box["width"] > 250
        assert box["x"] + box["width"] <= width


@pytest.mark.parametrize("width", [320, 1280])
def test_with_script_the_charts_live_within_the_content_policy(
    open_as: Callable[..., Page], width: int
) -> None:
    page = open_as(None, width=width)
    said = open_guide(page)
    wait_until_alive(page)
    assert said == []
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "wcag => axe.run('#grafieken-deel', {runOnly: {type: 'tag', values: wcag}})", WCAG
    )
    assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_pointing_at_a_bar_tells_its_number_and_escape_takes_it_away(
    open_as: Callable[..., Page],
) -> None:
    page = open_as(None)
    said = open_guide(page)
    wait_until_alive(page)
    page.locator("#grafiek-staven .ol-grafiek__levend .mark-rect path").nth(0).hover()
    told = page.locator("#vg-tooltip-element")
    told.wait_for(state="visible")
    assert "Eerste Voorbeeldschool" in told.inner_text()
    assert "12,5" in told.inner_text()
    page.keyboard.press("Escape")
    told.wait_for(state="hidden")
    assert said == []


def test_a_chart_is_drawn_anew_when_its_place_gets_narrower(open_as: Callable[..., Page]) -> None:
    page = open_as(None)
    open_guide(page)
    wait_until_alive(page)
    page.set_viewport_size({"width": 360, "height": 900})
    page.wait_for_function(
        "place => [...document.querySelectorAll(place)].every(one => one.clientWidth <= 360)",
        arg=ALIVE,
    )


def test_the_table_and_the_file_hold_the_numbers(open_as: Callable[..., Page]) -> None:
    page = open_as(None, script=False)
    page.goto("/stijlgids/")
    part = page.locator("#grafiek-staven")
    part.get_by_text("Toon als tabel").click()
    assert part.get_by_role("cell", name="12,5").first.is_visible()
    with page.expect_download() as awaited:
        part.get_by_role("link", name="Naar Excel").click()
    text = awaited.value.path().read_text(encoding="utf-8-sig")
    assert text.splitlines()[0] == "School;Laagste (%);Hoogste (%);Opmerking"
    assert "Kindcentrum Voorbeeld;1;4;alleen een bereik is bekend" in text
