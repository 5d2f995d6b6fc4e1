"""Somebody reads the municipality's own groups in, and finds them as a choice at segregation."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from openlea.storage.warehouse.eigen_groepen import BRON

pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium")]
SCHOLEN = ("04OS00", "04DT00", "19CY00", "08CI00")
GROEP = "Ouders zonder startkwalificatie"
PAGE = "/w/hilversum/cijfers/gemeente/GM0402/segregatie/"


def own_file(scholen: list[str]) -> bytes:
    """Return a file with a title above it and heads of its own."""
    lines = [
        f"1-10-2025;{code};{12 + 30 * at};{150 + at}" for at, code in enumerate(scholen)
    ]  # fmt: skip
    return "\n".join(["Teldatum;BRIN;Aantal;Totaal", *lines]).encode()


def test_own_groups_go_from_a_file_to_the_page_on_segregation(
    open_as: Callable[..., Page],
) -> None:
    page = open_as("redacteur", script=False)
    page.goto(f"{PAGE}?groep=rekenen_1s")
    page.get_by_role("link", name="Lees ze in").click()
    assert BRON in page.url
    page.get_by_label("Bestand").set_input_files(
        {"name": "groepen.csv", "mimeType": "text/csv", "buffer": own_file(list(SCHOLEN))}
    )
    page.get_by_role("button", name="Bekijk dit bestand").click()
    page.locator('[name="vast-kenmerk"]').fill("opleiding_ouders")
    page.locator('[name="vast-groep"]').fill(GROEP)
    page.get_by_role("button", name="Bewaar en kijk de rijen na").click()
    assert page.locator("h1").inner_text() == "Alle rijen passen"
    page.get_by_role("link", name="Verder naar controleren").click()
    page.get_by_role("button", name="Lees in").click()
    assert page.locator("h1").inner_text() == "Ingelezen"
    page.goto(PAGE)
    page.get_by_label("Groep", exact=True).select_option(label=f"Opleiding ouders: {GROEP}")
    page.get_by_role("button", name="Toon").click()
    assert page.get_by_text("Dit is een eigen telling").is_visible()
    outside = open_as("lezer", script=False)
    outside.goto(page.url)
    assert GROEP not in outside.content()
