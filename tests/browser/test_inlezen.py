"""Somebody on a phone without script reads a file in: choose, mend a row, take it in."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from openlea.services._demo_bestand import DEMO_BESTAND, TABEL

pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium")]


def test_a_file_is_chosen_mended_and_taken_in_on_a_phone_without_script(
    open_as: Callable[..., Page],
) -> None:
    page = open_as("redacteur", width=360, script=False)
    page.goto(f"/w/hilversum/cijfers/bronnen/{TABEL}/inlezen/")
    page.get_by_label("Bestand").set_input_files(
        {"name": "telefoon.csv", "mimeType": "text/csv", "buffer": DEMO_BESTAND.inhoud}
    )
    page.get_by_role("button", name="Bekijk dit bestand").click()
    assert page.locator("h1").inner_text() == "3 rijen passen nog niet"
    page.get_by_label("Sector").fill("po")
    page.get_by_label("Fte onvervuld").fill("1")
    page.get_by_label("Laat rij 5 weg").check()
    page.get_by_role("button", name="Bewaar en kijk opnieuw na").click()
    assert page.locator("h1").inner_text() == "Klopt dit?"
    page.get_by_role("button", name="Lees in").click()
    assert page.locator("h1").inner_text() == "Ingelezen"
    page.get_by_role("link", name="Bekijk de bron").click()
    assert page.get_by_text("Eigen bestand", exact=True).is_visible()
