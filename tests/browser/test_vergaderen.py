"""A whole meeting by keyboard, with a lost connection, on a phone, and with twenty writers."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from benchmarks.writing import Table, write_along
from tests.browser.conftest import Site
from tests.browser.test_every_page import faults

pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium")]
ROOT = Path(__file__).parents[2]
BOX = "form[data-regels] textarea"
SECONDS = 15.0


def ask(site: Site, *words: str, given: str = "") -> str:
    env = os.environ | {"OPENLEA_DATA": str(site.folder), "OPENLEA_DATABASE": ""}
    program = [sys.executable, "-m", "benchmarks.writers", *words]
    return subprocess.run(
        program, env=env, cwd=ROOT, input=given, check=True, stdout=subprocess.PIPE, text=True
    ).stdout


@pytest.fixture(scope="module")
def table(site: Site) -> Table:
    """Return a meeting that goes on, to which twenty members of one partij were asked."""
    return Table.from_json(json.loads(ask(site, "prepare")))


def item(table: Table, place: int = 0) -> str:
    return f"{table.path}?punt={table.punten[place]}"


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def tab_to(page: Page, words: str) -> None:
    """Go with Tab alone to what carries these words."""
    for _ in range(80):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            "(document.activeElement.closest('label')?.innerText"
            " || document.activeElement.innerText || '').trim()"
        )
        if seen.startswith(words):
            return
    raise AssertionError(f"Tab never came to {words}")


def test_twenty_people_write_at_once_and_no_line_gets_lost(site: Site, table: Table) -> None:
    report = write_along(site.url, table, SECONDS)
    found = report.counted(json.loads(ask(site, "kept", given=json.dumps(report.keys))))
    assert len(found.keys) >= len(table.writers)
    assert (found.lost, found.double, found.failed) == ([], [], [])
    assert found.told_of_others == found.writers


def test_a_meeting_is_run_from_begin_to_end_without_a_mouse(
    site: Site, open_as: Callable[..., Page]
) -> None:
    own = Table.from_json(json.loads(ask(site, "prepare", "Zonder muis")))
    page = open_as("redacteur")
    page.goto(own.path)
    tab_to(page, "Begin de vergadering")
    press(page, "Enter")
    expect(page.get_by_text("Bezig sinds")).to_be_visible()
    page.wait_for_load_state()
    press(page, "n")
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.type("Het tekort is het grootst in groep 3.")
    press(page, "Enter")
    expect(page.locator("#deel-regels li")).to_contain_text(["Het tekort is het grootst"])
    press(page, "Escape", "b")
    expect(page.get_by_label("Wat is er besloten?")).to_be_focused()
    page.keyboard.type("We meten het tekort elk kwartaal.")
    tab_to(page, "Iedereen die er is, is het eens")
    press(page, "Space")
    tab_to(page, "Leg het besluit vast")
    press(page, "Enter")
    expect(page.locator("#deel-uitkomsten")).to_contain_text("We meten het tekort elk kwartaal.")
    expect(page.locator("#deel-uitkomsten")).to_contain_text("Overeenstemming")
    tab_to(page, "Behandeld")
    press(page, "Enter")
    for key, titel in (("", "Tweede punt"), ("j", "Derde punt"), ("k", "Tweede punt")):
        press(page, *key)
        expect(page.locator("#punt")).to_have_text(titel)
        page.wait_for_load_state()
    tab_to(page, "Sluit de vergadering")
    press(page, "Enter")
    tab_to(page, "Schuif ze door en sluit")
    press(page, "Enter")
    expect(page.get_by_text("De vergadering is gesloten.")).to_be_visible()


def test_single_letters_do_nothing_in_a_field_or_when_they_are_off(
    open_as: Callable[..., Page], table: Table
) -> None:
    page = open_as("agendabeheerder")
    page.goto(item(table))
    press(page, "n")
    page.keyboard.type("jkb?")
    expect(page.locator(BOX)).to_have_value("jkb?")
    page.locator(BOX).fill("")
    press(page, "Escape", "?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.get_by_label("Toetsen met één letter staan aan").uncheck()
    press(page, "Escape", "j")
    page.reload()
    press(page, "j")
    expect(page.locator("#punt")).to_have_text("Eerste punt")


def test_what_is_written_without_connection_is_sent_when_it_is_back(
    open_as: Callable[..., Page], table: Table
) -> None:
    page = open_as("agendabeheerder")
    page.goto(item(table, 1))
    page.context.set_offline(True)
    for words in ("Zonder verbinding, eerste.", "Zonder verbinding, tweede."):
        page.locator(BOX).fill(words)
        page.locator(BOX).press("Enter")
    expect(page.locator("#wachtend li")).to_have_count(2)
    expect(page.locator("#wachtend")).to_contain_text("Nog niet opgeslagen")
    expect(page.locator("#storing")).to_contain_text("Geen verbinding")
    page.locator(BOX).fill("Nog bezig met deze")
    page.context.set_offline(False)
    expect(page.locator("#wachtend li")).to_have_count(0, timeout=20_000)
    expect(page.locator("#storing")).to_be_hidden()
    page.reload()
    expect(page.locator(BOX)).to_have_value("Nog bezig met deze")
    for words in ("Zonder verbinding, eerste.", "Zonder verbinding, tweede."):
        expect(page.locator("#deel-regels").get_by_text(words)).to_have_count(1)


def test_lines_that_were_not_sent_survive_closing_the_page(
    open_as: Callable[..., Page], table: Table
) -> None:
    page = open_as("agendabeheerder")
    page.goto(item(table, 2))
    page.route("**/vergaderen/regels/", lambda route: route.abort())
    page.locator(BOX).fill("Bewaard over het sluiten heen.")
    page.locator(BOX).press("Enter")
    expect(page.locator("#wachtend li")).to_have_count(1)
    again = page.context.new_page()
    page.close()
    again.goto(item(table, 2))
    expect(
        again.locator("#deel-regels").get_by_text("Bewaard over het sluiten heen.")
    ).to_have_count(1, timeout=20_000)
    expect(again.locator("#wachtend li")).to_have_count(0)


def test_the_second_writer_sees_who_else_writes_and_what_comes_in(
    open_as: Callable[..., Page], table: Table
) -> None:
    first, second = open_as("agendabeheerder"), open_as("redacteur")
    first.goto(item(table, 2))
    second.goto(item(table, 2))
    first.locator(BOX).press_sequentially("Ik begin")
    second.locator(BOX).press_sequentially("Ik ook")
    told = re.compile(r"schrij(ft|ven) ook bij dit punt")
    expect(second.locator("#deel-schrijvers")).to_contain_text(told)
    first.locator(BOX).press("Enter")
    expect(second.locator("#deel-regels").get_by_text("Ik begin", exact=True)).to_be_visible()
    expect(second.locator(BOX)).to_have_value("Ik ook")


@pytest.mark.parametrize("width", [1280, 320])
def test_everybody_can_use_a_meeting_that_goes_on(
    open_as: Callable[..., Page], table: Table, width: int
) -> None:
    page = open_as("redacteur", width=width)
    page.goto(item(table))
    for fold in ("#besluit-maken", "#wie", "#sluiten"):
        page.locator(f"{fold} > summary").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert faults(page) == []


def test_without_script_a_line_is_kept_too(open_as: Callable[..., Page], table: Table) -> None:
    page = open_as("redacteur", script=False)
    page.goto(item(table))
    page.locator(BOX).fill("Zonder script.")
    page.get_by_role("button", name="Schrijf op").click()
    expect(page.locator("#deel-regels").get_by_text("Zonder script.")).to_be_visible()
