"""Work is followed in a real browser: the bar moves by itself and the page says when it is over."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site

pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium")]
RUNNING = {"staat": "'loopt'", "gedaan": "2", "totaal": "10", "stap": "'Rijen nakijken'"}
RUNNING |= {"klaar_op": "null", "teken_op": "'2999-01-01'", "sleutel": "'browser'"}


def tell(folder: Path, words: str) -> int:
    with sqlite3.connect(folder / "openlea.sqlite3", timeout=20) as database:
        return int(database.execute(words).lastrowid or 0)


def change(site: Site, nummer: int, what: str) -> None:
    tell(site.folder, f"update records_werk set {what} where id = {nummer}")  # noqa: S608


@pytest.fixture
def nummer(site: Site) -> Iterator[int]:
    """Put running work beside the work of the demo, as a worker would have left it."""
    with sqlite3.connect(site.folder / "openlea.sqlite3") as database:
        table = database.execute("pragma table_info(records_werk)").fetchall()
    columns = [row[1] for row in table if row[1] != "id"]
    values = ", ".join(RUNNING.get(one, one) for one in columns)
    copy = f"insert into records_werk ({', '.join(columns)}) select {values} from records_werk"  # noqa: S608
    made = tell(site.folder, f"{copy} where id = 1")
    yield made
    tell(site.folder, f"delete from records_werk where id = {made}")  # noqa: S608


def test_the_bar_moves_the_focus_stays_and_the_end_is_shown(
    site: Site, open_as: Callable[..., Page], nummer: int
) -> None:
    page = open_as("agendabeheerder")
    page.goto(f"/w/hilversum/werk/{nummer}/")
    stop = page.get_by_role("button", name="Stop")
    stop.focus()
    change(site, nummer, "gedaan = 7, stap = 'Vastleggen'")
    expect(page.locator("progress")).to_have_attribute("value", "7")
    expect(page.get_by_role("status")).to_have_text("Vastleggen")
    expect(stop).to_be_focused()
    change(site, nummer, "staat = 'klaar'")
    expect(page).to_have_title("Klaar: Agenda van de demo inlezen · Hilversum · Open LEA")
    expect(stop).to_have_count(0)


def test_without_script_a_link_shows_how_far_it_is(
    site: Site, open_as: Callable[..., Page], nummer: int
) -> None:
    page = open_as("agendabeheerder", script=False)
    page.goto(f"/w/hilversum/werk/{nummer}/")
    change(site, nummer, "gedaan = 9")
    page.get_by_role("link", name="Ververs").click()
    expect(page.locator("progress")).to_have_attribute("value", "9")
