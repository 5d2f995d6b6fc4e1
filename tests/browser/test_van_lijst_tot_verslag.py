"""From a list of peuters to bereik on the map, and from cases to a report for the council."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Site
from tests.browser.test_registraties import ADRES, PATIENCE, analist
from tests.conftest import tool_path

__all__ = ["analist"]
pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium")]
SCHOOLJAAR = "2025-2026"
TEKST = "In dit schooljaar spraken leerplichtambtenaren met ouders en scholen."


def opened(browser: Browser, site: Site, state: dict[str, object]) -> Page:
    context = browser.new_context(
        base_url=site.url,
        locale="nl-NL",
        storage_state=state,  # type: ignore[arg-type]
        accept_downloads=True,
    )
    context.set_default_timeout(PATIENCE)
    return context.new_page()


def made_up(site: Site, tmp_path: Path) -> bytes:
    """Return a year of peuters as the command makes them up, three of them damaged."""
    out = tmp_path / "peuters.csv"
    words = ["synth", "peutermonitor", "--gemeente", "Hilversum", "--aantal", "600"]
    subprocess.run(
        [
            sys.executable,
            "-m",
            "openlea",
            *words,
            "--seed",
            "3",
            "--out",
            str(out),
            "--data",
            str(site.folder),
        ],
        check=True,
        capture_output=True,
    )
    lines = out.read_text("utf-8").splitlines()
    head = lines[0].split(";")
    born = head.index("Geboortedatum")
    for number in (2, 5, 9):
        cells = lines[number].split(";")
        cells[born] = "31-02-2022"
        lines[number] = ";".join(cells)
    return "\r\n".join(lines).encode()


def test_a_list_of_peuters_is_mended_kept_and_shown_on_the_map(
    site: Site, browser: Browser, analist: dict[str, object], tmp_path: Path
) -> None:
    page = opened(browser, site, analist)
    page.goto(ADRES)
    page.get_by_label("Over welke periode?").fill("2026-11-01")
    content = made_up(site, tmp_path)
    page.locator("#id_bestand").set_input_files(
        {"name": "peuters.csv", "mimeType": "text/csv", "buffer": content}
    )
    page.get_by_role("button", name="Bekijk dit bestand").click()
    assert page.locator("h1").inner_text() == "3 rijen kloppen nog niet"
    for place in range(3):
        page.locator("input[id^='cel-']").nth(place).fill("14-03-2023")
    page.get_by_role("button", name="Bewaar en kijk opnieuw na").click()
    page.get_by_role("button", name="Bewaar").click()
    page.get_by_text("telt mee").first.wait_for()
    page.wait_for_timeout(500)
    for _ in range(60):
        page.goto("/w/hilversum/0-23/voorschool/")
        if page.locator("option[value='2026-11-01']").count():
            break
        page.wait_for_timeout(1000)
    page.goto("/w/hilversum/0-23/voorschool/?periode=2026-11-01")
    on_the_map = page.get_by_role("region", name="Op de kaart", exact=True)
    assert on_the_map.locator("svg").count() >= 1
    assert "1223" in on_the_map.inner_text() or on_the_map.get_by_text("tabel").count() >= 1
    page.context.close()


@pytest.mark.needs("libreoffice")
def test_the_report_to_the_council_is_written_and_opens_in_libreoffice(
    site: Site,
    browser: Browser,
    signed_in: Callable[[str], dict[str, object]],
    tmp_path: Path,
) -> None:
    page = opened(browser, site, signed_in("agendabeheerder"))
    page.goto(f"/w/hilversum/0-23/leerplicht/verslag/leerplicht/{SCHOOLJAAR}/")
    for box in page.locator("textarea").all():
        box.fill(TEKST)
    page.get_by_role("button", name="Bewaar", exact=True).click()
    page.get_by_text("Alle verplichte delen zijn geschreven").wait_for()
    with page.expect_download() as taken:
        page.get_by_role("link", name="Naar Word").click()
    word = tmp_path / "verslag.docx"
    taken.value.save_as(word)
    assert TEKST in as_text(word, tmp_path)
    page.context.close()


def as_text(file: Path, folder: Path) -> str:
    """Return what LibreOffice reads in a Word file."""
    soffice = tool_path("libreoffice")
    assert soffice
    home = f"-env:UserInstallation=file://{folder}/thuis"
    convert = [soffice, home, "--headless", "--convert-to", "txt:Text", "--outdir", str(folder)]
    subprocess.run([*convert, str(file)], check=True, capture_output=True, timeout=180)
    return file.with_suffix(".txt").read_text("utf-8-sig")
