"""The grid with a keyboard: walk, type, paste from Excel, step back, keep; and the same without."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium")]
PLEK = "/w/hilversum/agenda/rooster/"
Open = Callable[..., Page]


@pytest.fixture
def grid(open_as: Open) -> Page:
    """Return the grid with the focus on the first cell."""
    page = open_as("agendabeheerder")
    page.goto(PLEK)
    page.locator("tbody tr:first-child th").focus()
    return page


def said(page: Page) -> str:
    return page.locator("[data-stand]").inner_text()


def paste(page: Page, text: str) -> None:
    """Paste as the browser does it, from a clipboard that holds this text."""
    page.evaluate(
        """text => {
            const held = new DataTransfer();
            held.setData("text/plain", text);
            const event = new ClipboardEvent("paste", {clipboardData: held, bubbles: true,
                                                       cancelable: true});
            document.activeElement.dispatchEvent(event);
        }""",
        text,
    )


def here(page: Page) -> str:
    """Return the name of the cell that has the focus."""
    return str(
        page.evaluate(
            """() => {
                const at = document.activeElement;
                return (at.querySelector?.(".ol-rooster__cel") ?? at).name ?? at.id;
            }"""
        )
    )


def test_it_is_announced_as_a_grid_with_one_stop_for_the_tab_key(grid: Page) -> None:
    assert grid.get_by_role("grid").count() == 1
    assert grid.locator("tbody [tabindex='0']").count() == 1
    assert grid.locator("tbody").get_by_role("gridcell").count() == 42 * 13


def test_arrows_walk_and_stop_at_the_edge(grid: Page) -> None:
    for key in ("ArrowRight", "ArrowDown", "ArrowDown", "ArrowUp"):
        grid.keyboard.press(key)
    assert here(grid) == "naam-2"
    grid.keyboard.press("Control+Home")
    grid.keyboard.press("ArrowUp")
    assert here(grid) == "r-1"


def test_typing_replaces_and_escape_brings_back(grid: Page) -> None:
    grid.keyboard.press("ArrowRight")
    grid.keyboard.type("Iets anders")
    grid.keyboard.press("Escape")
    assert grid.locator("[name=naam-1]").input_value() == "Opstapje"
    assert said(grid) == "Er is niets gewijzigd."
    grid.keyboard.press("F2")
    grid.keyboard.type(" thuis")
    grid.keyboard.press("Enter")
    assert grid.locator("[name=naam-1]").input_value() == "Opstapje thuis"
    assert here(grid) == "naam-2"
    assert "1 cel gewijzigd in 1 actie" in said(grid)
    assert grid.locator("td:has([name=naam-1])").inner_text().strip() == "gewijzigd"


def test_a_block_from_excel_lands_where_one_stands_and_one_step_takes_it_back(grid: Page) -> None:
    grid.keyboard.press("ArrowRight")
    grid.keyboard.press("ArrowRight")
    paste(grid, 'Bibliotheek\tOp schema\t"Met\neen regel"\nMBO\tLoopt achter\t\n')
    assert grid.locator("[name=trekkers-1]").input_value() == "Bibliotheek"
    assert grid.locator("[name=staat-2]").input_value() == "Loopt achter"
    assert grid.locator("[name=staat_reden-1]").input_value() == "Met een regel"
    assert "5 cellen gewijzigd in 2 acties" in said(grid)
    grid.keyboard.press("Control+z")
    assert said(grid).endswith("Er is niets gewijzigd.")


def test_what_does_not_fit_is_said_and_the_rest_is_pasted(grid: Page) -> None:
    grid.keyboard.press("Control+End")
    grid.keyboard.press("ArrowLeft")
    paste(grid, "Publiek\tte ver\nte laag")
    assert "2 pasten niet in het rooster" in said(grid)


def test_a_cell_that_is_wrong_says_so_and_nothing_is_sent(grid: Page) -> None:
    grid.keyboard.press("ArrowRight")
    for _ in range(7):
        grid.keyboard.press("ArrowRight")
    assert here(grid) == "van-1"
    grid.keyboard.type("31-02-2025")
    grid.keyboard.press("Enter")
    expect(grid.locator("#f-van-1")).to_contain_text("Deze dag bestaat niet")
    grid.get_by_role("button", name="Bewaar").click()
    assert grid.locator("[name=van-1]").evaluate("at => at === document.activeElement")
    assert "1 cel klopt nog niet" in said(grid)


def test_the_keyboard_keeps_it_all_and_the_message_takes_it_back(grid: Page) -> None:
    grid.keyboard.press("ArrowRight")
    grid.keyboard.press("F2")
    grid.keyboard.type(" samen")
    grid.keyboard.press("Control+s")
    expect(grid.locator("#meldingen")).to_contain_text("1 actie bewaard")
    assert grid.locator("[name=naam-1]").input_value() == "Opstapje samen"
    grid.get_by_role("button", name="Ongedaan maken").click()
    expect(grid.locator("#meldingen")).to_contain_text("1 actie teruggezet")
    assert grid.locator("[name=naam-1]").input_value() == "Opstapje"


def test_without_script_it_is_one_form_that_keeps_what_was_typed(open_as: Open) -> None:
    page = open_as("redacteur", script=False)
    page.goto(PLEK)
    page.locator("[name=doelgroep-4]").fill("Ouders van jonge kinderen")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.locator("#meldingen")).to_contain_text("1 actie bewaard")
    page.get_by_role("button", name="Ongedaan maken").click()
    assert page.locator("[name=doelgroep-4]").input_value() == "Ouders"
