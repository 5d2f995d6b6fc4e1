"""A file comes in by the browser: sent, repaired on the spot, looked at, and thrown away."""

import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium")]
PLEK = "/w/hilversum/bestand/"


def damaged(page: Page, folder: Path) -> Path:
    """Return the agenda of the site as a workbook with one wrong cell."""
    answer = page.request.get(f"{PLEK}agenda.xlsx")
    book = openpyxl.load_workbook(io.BytesIO(answer.body()))
    [heads] = book["Acties"].iter_rows(max_row=1)
    place = next(cell.coordinate for cell in heads if str(cell.value).startswith("Begint"))
    book["Acties"][place.replace("1", "2")] = "31-02-2025"
    book.save(folder / "agenda.xlsx")
    return folder / "agenda.xlsx"


@pytest.mark.parametrize("script", [True, False])
def test_a_wrong_cell_is_repaired_on_the_page(
    open_as: Callable[..., Page], tmp_path: Path, script: bool
) -> None:
    page = open_as("agendabeheerder", script=script)
    page.goto(PLEK)
    page.get_by_label("Kies een bestand").set_input_files(damaged(page, tmp_path))
    page.get_by_role("button", name="Bekijk wat er verandert").click()
    wrong = page.get_by_role("textbox", name="Verbeter Acties I2")
    expect(wrong).to_have_value("31-02-2025")
    wrong.fill("28-02-2025")
    page.get_by_role("button", name="Kijk opnieuw na").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wat er verandert")
    expect(page.get_by_role("row", name="Acties 0 1 0")).to_be_visible()
    page.get_by_role("button", name="Gooi dit bestand weg").click()
    expect(page.locator("#meldingen")).to_contain_text("Er is niets veranderd")
