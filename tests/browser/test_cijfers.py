"""The figures of places as people meet them: each kind of place, narrow, with keys, on paper."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.test_every_page import faults

pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium")]
PAGES = {
    "school": "school/19CY00/",
    "speciale school": "school/01JO22/",
    "bestuur": "bestuur/41493/",
    "samenwerkingsverband": "swv/PO2709/",
    "regio": "rmc/20/",
    "provincie": "provincie/PV27/",
    "zonder postcodes": "gemeente/GM0597/",
    "lijst van een veld": "school/01JO22/veld/onderwijskansen/",
    "gevonden": "zoek/?q=gooi",
    "gefilterd": "gemeente/GM0402/?soort=sbo",
}
START = "/w/hilversum/cijfers/"


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_axe_finds_nothing(open_as: Callable[..., Page], path: str) -> None:
    page = open_as("agendabeheerder")
    page.goto(START + path)
    assert faults(page) == []


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_at_320_pixels_nothing_falls_off_the_page(open_as: Callable[..., Page], path: str) -> None:
    page = open_as("agendabeheerder", width=320)
    page.goto(START + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_script_one_filters_and_sorts_the_schools(open_as: Callable[..., Page]) -> None:
    page = open_as("agendabeheerder", script=False)
    page.goto(START)
    page.locator(".cf-scholen .ol-filter summary").click()
    page.get_by_label("Soort").select_option("sbo")
    page.locator(".cf-scholen .ol-filter button").click()
    assert "soort=sbo" in page.url
    page.locator(".cf-tabel thead a", has_text="Leerlingen").click()
    assert "sorteer=-leerlingen_po" in page.url
    assert "soort=sbo" in page.url
    assert page.locator("th[aria-sort=descending]").count() == 1


def test_with_the_keyboard_one_goes_from_a_sentence_to_what_explains_its_number(
    open_as: Callable[..., Page],
) -> None:
    page = open_as("agendabeheerder")
    page.goto(START)
    number = page.locator(".cf-punt a").first
    said = number.locator("strong").inner_text()
    number.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/cijfers/verklaar/**")
    shown = page.locator("main").inner_text().replace("\N{NO-BREAK SPACE}", " ")
    assert said.replace("\N{NO-BREAK SPACE}", " ").split(" %")[0] in shown


def test_another_place_is_found_from_the_profile(open_as: Callable[..., Page]) -> None:
    page = open_as("agendabeheerder")
    page.goto(START)
    page.get_by_label("Bekijk een andere gemeente of school").fill("fabritius")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Fabritiusschool").click()
    assert page.locator("h1").inner_text() == "Fabritiusschool"


def test_on_paper_the_numbers_stay_and_the_controls_go(open_as: Callable[..., Page]) -> None:
    page = open_as("agendabeheerder")
    page.goto(START)
    page.emulate_media(media="print")
    assert page.locator(".cf-tabel tbody tr").first.is_visible()
    assert page.locator(".cf-punt").count() == 5
    assert not page.locator(".cf-zoek").is_visible()
    assert not page.locator(".cf-scholen .ol-filter").is_visible()
