"""Placing children as people do it: files in, rules, promise, draw, map, letters, and the check."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site
from tests.browser.test_every_page import faults

pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium")]
BEGIN = "/w/hilversum/kansen/plaatsen/"
# Two schools are full and two have room, so that no count of the whole is small.
SCHOLEN = """Vestigingscode;School;Stoelen;Postcode
S1;School 1;30;1211
S2;School 2;30;1217
S3;School 3;10;1222
S4;School 4;10;1223
"""


def kinderen() -> str:
    """Return sixty children in three postcodes; a column that may not come along is among them."""
    lines = ["Kenmerk;Postcode4;Voorkeur 1;Voorkeur 2;Voorkeur 3;Naam"]
    for n in range(60):
        first, pc4 = n % 4 + 1, (1211, 1217, 1222)[n % 3]
        wishes = [f"S{(first + step - 1) % 4 + 1}" for step in range(3)]
        lines.append(";".join([f"kind-{n:03d}", str(pc4), *wishes, "Voornaam"]))
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def plaatser(site: Site) -> dict[str, object]:
    """Return the cookies of a plaatser, who gave a second step."""
    env = os.environ | {"OPENLEA_DATA": str(site.folder), "OPENLEA_DATABASE": ""}
    words = [sys.executable, "-m", "tests.browser.binnen", "plaatser"]
    done = subprocess.run(words, env=env, capture_output=True, text=True, check=True)
    key = done.stdout.split()[-1]
    cookie = {"name": "sessionid", "value": key, "domain": "127.0.0.1", "path": "/"}
    return {"cookies": [cookie], "origins": []}


@pytest.fixture
def page(site: Site, browser: Browser, plaatser: dict[str, object]) -> Iterator[Page]:
    """Return a page on which the plaatser works."""
    context = browser.new_context(
        base_url=site.url,
        locale="nl-NL",
        viewport={"width": 1280, "height": 900},
        storage_state=plaatser,  # type: ignore[arg-type]
    )
    yield context.new_page()
    context.close()


def test_from_files_to_letters_and_a_lottery_anybody_checks(
    page: Page, browser: Browser, site: Site, tmp_path: Path
) -> None:
    (tmp_path / "scholen.csv").write_text(SCHOLEN, "utf-8")
    (tmp_path / "kinderen.csv").write_text(kinderen(), "utf-8")
    _begin(page)
    _schools(page, tmp_path / "scholen.csv")
    _rules(page)
    _children(page, tmp_path / "kinderen.csv")
    _promise_and_draw(page)
    here = page.url
    _outcome(page)
    page.goto(here)
    _letters(page, tmp_path)
    _trial(page, here)
    page.goto(here)
    page.get_by_role("button", name="Maak de uitkomst openbaar").click()
    anybody = browser.new_context(base_url=site.url, viewport={"width": 360, "height": 800})
    _check(anybody.new_page(), here)
    anybody.close()


def _begin(page: Page) -> None:
    page.goto(BEGIN)
    page.get_by_role("link", name="Nieuwe ronde").click()
    page.get_by_label("Naam").fill("Proefronde in de browser")
    page.get_by_label("Op welke dag is de loting?").fill(f"{datetime.now().astimezone():%Y-%m-%d}")
    page.get_by_label("Alleen wie aan deze agenda werkt").check()
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("heading", name="Proefronde in de browser")).to_be_visible()
    assert faults(page) == []


def _schools(page: Page, file: Path) -> None:
    page.get_by_role("link", name="Lees scholen en plekken in").click()
    page.get_by_label("Bestand", exact=True).set_input_files(file)
    page.get_by_role("button", name="Lees in").click()
    # Two heads nobody knows: a person says what they are, and chooses the file again.
    page.get_by_label("Vestigingscode").select_option("plek")
    page.get_by_label("Stoelen").select_option("capaciteit")
    assert faults(page) == []
    page.get_by_label("Bestand", exact=True).set_input_files(file)
    page.get_by_role("button", name="Lees in").click()
    expect(page.get_by_text("4 scholen met samen 80 plaatsen")).to_be_visible()


def _rules(page: Page) -> None:
    page.get_by_role("link", name="Kies de regels").click()
    page.locator("input[name=naam][value=po_zoals_utrecht]").check()
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_text("De regels gelden voor deze ronde.")).to_be_visible()


def _children(page: Page, file: Path) -> None:
    page.get_by_role("link", name="Breng de aanmeldingen").click()
    page.get_by_label("Bestand", exact=True).set_input_files(file)
    page.get_by_role("button", name="Bekijk dit bestand").click()
    page.get_by_label("Kenmerk").select_option("nummer")
    page.get_by_label("Bestand", exact=True).set_input_files(file)
    page.get_by_role("button", name="Bekijk dit bestand").click()
    expect(page.get_by_text("60 kinderen, gebracht op")).to_be_visible()
    assert faults(page) == []
    page.get_by_role("button", name="Laat meetellen").click()


def _promise_and_draw(page: Page) -> None:
    page.get_by_role("button", name="Leg vast").click()
    page.get_by_role("button", name="Maak de vastlegging openbaar").click()
    page.get_by_label("De openbare tekst van de dag").fill("4 8 15 16 23 42")
    page.get_by_role("button", name="Loot en plaats").click()
    expect(page.locator(".ol-werk, #uitkomst").first).to_be_visible()
    expect(page.get_by_role("link", name="Bekijk de uitkomst").first).to_be_visible(timeout=60_000)
    page.reload()


def _outcome(page: Page) -> None:
    page.get_by_role("link", name="Bekijk de uitkomst").first.click()
    if "/uitkomst/" not in page.url:
        page.get_by_role("link", name="Bekijk de uitkomst").first.click()
    expect(page.get_by_text("van de 100 kinderen kregen hun eerste wens")).to_be_visible()
    expect(page.locator("#grafiek-kaart svg:visible").first).to_be_visible()
    expect(page.get_by_role("rowheader", name="School 1")).to_be_visible()
    assert faults(page) == []
    _fits_a_phone(page)


def _letters(page: Page, folder: Path) -> None:
    page.get_by_role("link", name="Brieven").click()
    expect(page.get_by_text("Er zijn 60 brieven")).to_be_visible()
    _fits_a_phone(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Haal alle brieven op").click()
    with zipfile.ZipFile(download.value.path()) as packed:
        assert len(packed.namelist()) == 61
        merge = packed.read("samenvoegbestand.csv").decode("utf-8-sig")
    assert "kind-007;" in merge
    assert "Voornaam" not in merge
    page.get_by_label("Nummer van het kind").fill("kind-007")
    page.get_by_role("button", name="Bekijk de brief").click()
    expect(page.get_by_text("Nummer kind-007")).to_be_visible()
    assert faults(page) == []
    _fits_a_phone(page)


def _trial(page: Page, here: str) -> None:
    page.goto(f"{here.rstrip('/')}/proef/")
    page.get_by_role("button", name="Begin de proef").click()
    page.get_by_role("link", name="Bekijk de uitkomst").click(timeout=60_000)
    expect(page.get_by_role("heading", name="Wie wint, wie verliest?")).to_be_visible()
    assert faults(page) == []
    _fits_a_phone(page)


def _check(page: Page, here: str) -> None:
    """Look as anybody at the public pages, on a phone."""
    page.goto(here)
    page.get_by_role("link", name="Reken de loting na").first.click()
    page.get_by_role("button", name="Controleer nu").click()
    expect(page.get_by_text("Deze loting klopt", exact=True)).to_be_visible()
    assert faults(page) == []
    assert _becomes_narrow(page)
    page.goto(f"{here.rstrip('/')}/brieven/")
    assert "/inloggen/" in page.url, "letters are for the plaatser alone"


def _fits_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    assert _becomes_narrow(page)
    page.set_viewport_size({"width": 1280, "height": 900})


def _becomes_narrow(page: Page) -> bool:
    """Return whether all fits within 360 px; a chart is drawn anew a moment later."""
    for _ in range(50):
        if page.evaluate("document.documentElement.scrollWidth") <= 360:
            return True
        page.wait_for_timeout(100)
    return False
