"""A number that explains itself in a browser: copied with script, selected without it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Site
from tests.browser.test_every_page import faults

pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium")]
NUMBER = "/w/hilversum/cijfers/verklaar/schoolweging/gemeente/GM0402/2023-24/"
PAGES = {
    "getal": NUMBER,
    "bereik": "/w/hilversum/cijfers/verklaar/afstand_bo/gemeente/GM0402/nieuwste/",
    "geen getal": "/w/hilversum/cijfers/verklaar/inwoners/provincie/PV27/nieuwste/",
    "kaart": "/w/hilversum/cijfers/indicator/deelname_sbo_scholen/",
    "partners": "/w/hilversum/cijfers/indicator/personeelstekort/",
    "lijst": "/w/hilversum/cijfers/indicatoren/",
    "matrix": "/w/hilversum/cijfers/indicatoren/matrix/",
}


@pytest.fixture(scope="module", autouse=True)
def _figures(site: Site, figures_once: Path) -> Iterator[None]:
    """Let the site show the figures that were computed once."""
    place = site.folder / "figures"
    if place.exists():
        yield
        return
    place.symlink_to(figures_once)
    yield
    place.unlink()


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_nothing_falls_off(
    open_as: Callable[..., Page], name: str, width: int
) -> None:
    page = open_as("agendabeheerder", width=width)
    page.goto(PAGES[name])
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    # What stands in a table that scrolls sideways is out of sight of axe, not of people.
    found = [one for one in faults(page) if width > 320 or not one.startswith("color-contrast")]
    assert found == []


def test_the_footnote_is_copied_with_one_button(open_as: Callable[..., Page]) -> None:
    page = open_as("agendabeheerder")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(NUMBER)
    page.get_by_role("button", name="Kopieer als voetnoot").click()
    page.get_by_text("Gekopieerd.").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.get_by_label("Als voetnoot").input_value()
    assert "Schoolweging, Hilversum" in copied
    page.get_by_role("button", name="Kopieer als citaat").press("Enter")
    assert "Inspectie" in page.evaluate("navigator.clipboard.readText()")


def test_without_script_the_footnote_can_be_selected_and_no_button_lies(
    open_as: Callable[..., Page],
) -> None:
    page = open_as("agendabeheerder", script=False)
    page.goto(NUMBER)
    assert page.get_by_role("button", name="Kopieer als voetnoot").count() == 0
    assert page.get_by_label("Als voetnoot").input_value().startswith("Schoolweging, Hilversum")
    assert page.locator(".ol-grafiek__svg:visible").count() >= 2


def test_a_letter_of_the_matrix_leads_to_its_reason(open_as: Callable[..., Page]) -> None:
    page = open_as("lezer", script=False)
    page.goto(PAGES["matrix"])
    letter = page.locator(".vk-letter").first
    letter.click()
    assert page.locator(".vk-redenen > div:target").count() == 1


def test_on_paper_the_way_of_the_number_stays_and_the_buttons_go(
    open_as: Callable[..., Page],
) -> None:
    page = open_as("agendabeheerder", width=720)
    page.goto(NUMBER)
    page.emulate_media(media="print")
    assert page.locator(".vk-keten").is_visible()
    assert not page.get_by_role("button", name="Kopieer als voetnoot").is_visible()
    assert not page.locator(".vk-periodes").is_visible()


def test_looking_up_a_place_works_by_keyboard_without_script(open_as: Callable[..., Page]) -> None:
    page = open_as("agendabeheerder", script=False)
    page.goto(PAGES["kaart"])
    page.get_by_label("Zoek op naam of code").fill("hilversum")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=hilversum**")
    assert page.locator(".vk-plaatsen tbody tr").count() == 1
    page.locator(".vk-plaatsen tbody a").click()
    assert "Verklaar dit getal" in page.locator("main").inner_text()
