"""On a phone without script registrations come in: heads nobody knows, rows that fail."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Site
from tests.services.registratie_wereld import bsn

pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium")]

KOPPEN = {
    "gemeente": ("Nummer peuter", "Dag van geboorte", "Gebied", "Sinds", "Hoe staat het"),
    "jgz": ("Client-id BSN", "Geboren dag", "PC cijfers", "Afgegeven", "Fase"),
    "houder": ("Kind", "Verjaart", "Woont", "Indicatie van", "Plek"),
}
VELDEN = ("bsn", "geboortemaand", "pc4", "indicatie_op", "stand")
WOORDEN = {"Plaatsing": "geplaatst", "Op de lijst": "wachtlijst"}
PATIENCE = 120_000
"""Milliseconds: the first page of a server that just began takes long on a busy machine."""
ADRES = "/w/hilversum/registraties/aanleveren/doelgroepkinderen/"


@pytest.fixture(scope="module")
def analist(site: Site) -> dict[str, object]:
    """Return the cookies of an analist, who gave a second step."""
    env = os.environ | {"OPENLEA_DATA": str(site.folder), "OPENLEA_DATABASE": ""}
    words = [sys.executable, "-m", "tests.browser.binnen", "analist"]
    done = subprocess.run(words, env=env, capture_output=True, text=True, check=True)
    key = done.stdout.split()[-1]
    cookie = {"name": "sessionid", "value": key, "domain": "127.0.0.1", "path": "/"}
    return {"cookies": [cookie], "origins": []}


@pytest.fixture
def page(site: Site, browser: Browser, analist: dict[str, object]) -> Iterator[Page]:
    """Return a page on the phone of the analist, on which no script runs."""
    context = browser.new_context(
        base_url=site.url,
        locale="nl-NL",
        viewport={"width": 360, "height": 800},
        java_script_enabled=False,
        storage_state=analist,  # type: ignore[arg-type]
    )
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def rows(begin: int) -> list[list[str]]:
    woorden = list(WOORDEN)
    return [
        [bsn(begin + n), "14-03-2022", "1211ZQ", "01-02-2025", woorden[n % 2]] for n in range(8)
    ]


def send(page: Page, periode: str, koppen: Sequence[str], told: Sequence[Sequence[str]]) -> None:
    body = "\r\n".join(";".join(cells) for cells in (koppen, *told)).encode()
    page.goto(ADRES)
    page.get_by_label("Over welke periode?").fill(periode)
    page.locator("#id_bestand").set_input_files(
        {"name": "lijst.csv", "mimeType": "text/csv", "buffer": body}
    )
    page.get_by_role("button", name="Bekijk dit bestand").click()


def choose(page: Page) -> None:
    for place, veld in enumerate(VELDEN, start=1):
        page.locator(f"#veld-{place}").select_option(veld)
    page.get_by_role("button", name="Bewaar en kijk de rijen na").click()
    if page.get_by_label("‘Plaatsing’ betekent").count():
        for woord, keuze in WOORDEN.items():
            page.get_by_label(f"‘{woord}’ betekent").select_option(keuze)
        page.get_by_role("button", name="Bewaar en kijk de rijen na").click()


@pytest.mark.parametrize("soort", sorted(KOPPEN))
def test_heads_that_nobody_knows_are_asked_once_and_go_unaided_the_next_time(
    soort: str, page: Page
) -> None:
    jaar = 2023 + sorted(KOPPEN).index(soort)
    send(page, f"{jaar}-01-01", KOPPEN[soort], rows(0))
    assert page.locator("h1").inner_text() == "Welke kolom is wat?"
    assert bsn(0) not in page.content(), "heads alone, no values"
    choose(page)
    assert "Klopt dit?" in page.locator("h1").inner_text()
    page.get_by_role("button", name="Bewaar").click()
    assert page.get_by_text("telt mee").first.is_visible()
    send(page, f"{jaar}-02-01", KOPPEN[soort], rows(100))
    assert "Klopt dit?" in page.locator("h1").inner_text(), "nothing is asked the second time"


def test_a_damaged_file_is_mended_row_by_row_and_kept_whole(page: Page) -> None:
    heads = ("BSN", "Geboortedatum", "Postcode", "Datum indicatie", "Status")
    told = [[*one[:4], WOORDEN[one[4]]] for one in rows(0)]
    told[1][0], told[2][1], told[3][0] = "123456789", "31-02-2022", "geen"
    send(page, "2026-03-01", heads, told)
    assert page.locator("h1").inner_text() == "3 rijen kloppen nog niet"
    assert "123456789" not in page.content()
    page.locator("#cel-3-0").fill(bsn(1))
    page.locator("#cel-4-1").fill("14-03-2022")
    page.get_by_label("Laat regel 5 weg").check()
    page.get_by_role("button", name="Bewaar en kijk opnieuw na").click()
    assert "Klopt dit?" in page.locator("h1").inner_text()
    page.get_by_role("button", name="Bewaar").click()
    assert page.get_by_text("telt mee").first.is_visible()
    send(page, "2026-03-01", heads, [[*one[:4], WOORDEN[one[4]]] for one in rows(0)])
    assert page.get_by_role("heading", name="Naast wat er al is").is_visible()
    assert page.get_by_text("Dit lijkt op een correctie").is_visible()
    page.get_by_role("button", name="Bewaar").click()
    assert page.get_by_text("telt mee").first.is_visible()
