"""The law and its tasks as people meet them: by keyboard, without script, narrow, on paper."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.test_every_page import faults

pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium")]
START = "/w/hilversum/taken/"
PAGES = {
    "alle partijen": "?partij=alle",
    "een leeg jaar": "?jaar=2050",
    "niets gevonden": "?staat=nvt",
    "gezocht": "wet/?q=161&op=2023-06-01",
    "met getallen": "wet/RMC-04/",
    "niet van die dag": "wet/LEA-01/?op=1990-01-01",
    "niet geverifieerd": "wet/OAB-02/",
}


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


def test_with_the_keyboard_a_month_of_the_wheel_leads_to_its_list(
    open_as: Callable[..., Page],
) -> None:
    page = open_as("agendabeheerder")
    page.goto(START)
    month = page.locator("a.tk-wiel__maand").last
    month.focus()
    page.keyboard.press("Enter")
    target = (month.get_attribute("href") or "").removeprefix("#")
    assert page.url.endswith(f"#{target}")
    assert page.locator(f"#{target}").is_visible()


def test_on_a_phone_the_list_comes_before_the_wheel(open_as: Callable[..., Page]) -> None:
    page = open_as("agendabeheerder", width=360)
    page.goto(START)
    first = page.locator(".tk-rij").first.bounding_box()
    wheel = page.locator(".tk-wiel").bounding_box()
    assert first is not None
    assert wheel is not None
    assert first["y"] < wheel["y"]


def test_without_script_one_filters_and_proves_a_task(open_as: Callable[..., Page]) -> None:
    page = open_as("agendabeheerder", script=False)
    page.goto(START)
    page.locator(".ol-filter summary").click()
    page.get_by_label("Beleidsveld").select_option("leerplicht")
    page.get_by_role("button", name="Toon").click()
    assert "veld=leerplicht" in page.url
    page.get_by_role("link", name="Leerplichtverslag").first.click()
    page.get_by_label("Wat is het?").fill("Leerplichtverslag aan de raad")
    page.get_by_label("Of een link").fill("https://voorbeeld.example/raadsstuk")
    page.get_by_label("Van welke dag?").fill("2026-09-24")
    page.get_by_label("Ik aanvaard dit meteen").check()
    page.get_by_role("button", name="Bewaar dit bewijs").click()
    page.get_by_role("link", name="Bewijs op één bladzijde").click()
    assert "Bewezen op 24 september 2026" in page.locator(".tk-oordeelzin").inner_text().replace(
        "\N{NO-BREAK SPACE}", " "
    )


def test_on_paper_a_proof_is_one_sheet_without_buttons(open_as: Callable[..., Page]) -> None:
    page = open_as("agendabeheerder")
    page.goto(START + "1/bewijs/")
    page.emulate_media(media="print")
    assert page.locator(".ol-tabs, .ol-knoppen").locator("visible=true").count() == 0
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) == 1


def test_a_visitor_without_account_reads_the_law_and_the_tasks(
    open_as: Callable[..., Page],
) -> None:
    page = open_as("")
    page.goto(START)
    assert "Zijn we binnen de wet?" in page.locator("h1").inner_text()
    page.get_by_role("link", name="De wet").click()
    assert page.locator(".tk-wettaak").count() > 100
