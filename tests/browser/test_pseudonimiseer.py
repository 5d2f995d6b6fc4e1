"""The offline page does what the command does, to the byte, and sends nothing."""

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from openlea.catalogue.registratiekast import open_registraties
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput
from openlea.policy.afzendersleutel import key_text
from openlea.services.pseudonimiseer_file import pseudonimiseer_file
from openlea.services.write_desk_page import write_desk_page

AXE = Path("frontend/node_modules/axe-core/axe.min.js")
KEY = bytes(range(32))
RUN = """async ([inhoud, sleutel, opties]) => {
  const bytes = Uint8Array.from(atob(inhoud), (teken) => teken.charCodeAt(0));
  try {
    const beeld = await bekijk(bytes, opties);
    const gedaan = await behandel(beeld, await leesSleutel(sleutel), opties);
    return await gedaan.uit.text();
  } catch (fout) {
    if (fout instanceof Weigering) return null;
    throw fout;
  }
}"""
NASTY = {
    "quotes": b'bsn;"reden; indicatie";opmerking\r\n"123456782";"a""b";"een\r\ntwee"\r\n',
    "bom": b"\xef\xbb\xbfBSN;Geboortedatum\n123456782;3-4-2022\n",
    "cp1252": "BSN;Postcode;Na\xefef\n123456782;1217 ab;\x80caf\xe9\n".encode("latin-1"),
    "undefined byte": b"BSN;Hobby\n123456782;\x81\x8d\n",
    "commas": b"bsn,geboortedatum,uren\n123456782,2022-02-29,3\n123456782,2024-02-29,4.5\n",
    "carriage returns": b"bsn\tpostcode\r123456782\t1217AB\r\r123456782\t\r",
    "empty lines": b"\n\n;;\nbsn;uren\n\n123456782;5\n;;\n1;5\n",
    "unclosed": b'bsn;uren\n123456782;"5\n123456782;6\n',
    "quote within": b'bsn;uren\n123456782;5"6\n"1234567"82;5\n',
    "formula": b"bsn;Hobby\n123456782;=1+1\n123456782;-5\n123456782;-a\n",
    "too many cells": b"bsn;uren\n123456782;5;Jansen\n123456782;5;;\n",
    "own number": "Kindnummer;geslacht\n a1 ;m\n\ufb01;v\ne\u0301;v\n".encode(),
    "no person": b"naam;uren\nx;1\n",
    "no heads": b"123456782;2022-01-01\n",
    "lone delimiter": b'bsn;uren\n123456782;\n"";3\n',
}


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("blad") / "pseudonimiseer.html"
    file.write_bytes(write_desk_page())
    return file


@pytest.fixture(scope="module")
def blad(browser: Browser, file: Path) -> Iterator[tuple[Page, list[str]]]:
    """Open the page from disk, and note everything that it asks for."""
    with browser.new_context(offline=True) as context:
        page, asked = context.new_page(), list[str]()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(file.as_uri())
        yield page, asked


def by_command(content: bytes, folder: Path, **options: object) -> str | None:
    """Return what the command writes, or None when it refuses."""
    bron, uit = folder / "in.csv", folder / "uit.csv"
    bron.write_bytes(content)
    registratie = open_registraties(find_roots()).get(str(options.get("registratie", "")))
    try:
        pseudonimiseer_file(
            bron,
            uit,
            KEY,
            registratie,
            behoud=[str(kop) for kop in options.get("behoud", [])],  # type: ignore[attr-defined]
            afzender=str(options.get("afzender", "")),
        )
    except BadInput:
        return None
    return uit.read_bytes().decode()


def by_page(page: Page, content: bytes, **options: object) -> str | None:
    sent = base64.b64encode(content).decode()
    found: str | None = page.evaluate(RUN, [sent, key_text(KEY), options])
    return found


@pytest.mark.parametrize("content", NASTY.values(), ids=NASTY)
@pytest.mark.parametrize("keep", [[], ["Hobby", "geslacht", "uren"]], ids=["plain", "keep"])
def test_a_nasty_file_gives_the_same_bytes_on_the_page_and_by_the_command(
    blad: tuple[Page, list[str]], tmp_path: Path, content: bytes, keep: list[str]
) -> None:
    heads = content.decode("latin-1")
    options = {"behoud": [kop for kop in keep if kop in heads], "afzender": "SCH 1"}
    assert by_page(blad[0], content, **options) == by_command(content, tmp_path, **options)


CELLS = st.one_of(
    st.sampled_from(
        (
            *("123456782", "100000009", "1234567", "3-4-2022", "2023-13-01", "20240229"),
            *("a@b.nl", "06-12345678", "12,5", "-3", "=x", "12AB", "GM0402", "geplaatst"),
            *("", " ", "een twee drie vier vijf", "\u00a0x", "p1-" + "a" * 32, "1217 ab"),
            *("31.12.2021 00:00:00", "2024-05"),
        )
    ),
    st.text(max_size=12),
)
HEADS = st.sampled_from(
    (
        *("BSN", "Kindnummer", "Naam", "Geb. datum", "Postcode", "Datum indicatie", "Status"),
        *("Locatie", "Hobby", "pseudoniem", "e-mail", "brin", "reden indicatie", "uren", "?"),
    )
)


def _csv(table: list[list[str]]) -> bytes:
    lines = (
        ";".join('"' + cell.replace('"', '""') + '"' if cell else "" for cell in row)
        for row in table
    )
    return "\n".join(lines).encode("utf-8", "surrogatepass")


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    heads=st.lists(HEADS, min_size=1, max_size=6, unique=True),
    body=st.lists(st.lists(CELLS, max_size=6), max_size=8),
    declared=st.booleans(),
)
def test_any_file_gives_the_same_bytes_on_the_page_and_by_the_command(
    blad: tuple[Page, list[str]],
    tmp_path: Path,
    heads: list[str],
    body: list[list[str]],
    declared: bool,
) -> None:
    content = _csv([heads, *body])
    options = {"afzender": "x", "registratie": "doelgroepkinderen" if declared else ""}
    assert by_page(blad[0], content, **options) == by_command(content, tmp_path, **options)


def test_two_hundred_thousand_rows_pass_the_page_as_they_pass_the_command(
    blad: tuple[Page, list[str]], tmp_path: Path
) -> None:
    rows = (
        f"{number};2020-0{number % 9 + 1}-11;12{number % 90 + 10}AB" for number in range(200_000)
    )
    content = "\r\n".join(["Kindnummer;Geboortedatum;Postcode", *rows]).encode()
    found = by_page(blad[0], content, afzender="x")
    assert found is not None
    assert found.count("\r\n") == 200_001
    assert found == by_command(content, tmp_path, afzender="x")


def test_a_person_walks_through_the_page_and_nothing_is_asked_from_anywhere(
    blad: tuple[Page, list[str]], tmp_path: Path
) -> None:
    page, asked = blad
    content = b"BSN;Naam;Geboortedatum;Hobby\n123456782;Planta;3-4-2022;dans\n1;P;3-4-2022;x\n"
    (tmp_path / "lijst.csv").write_bytes(content)
    (tmp_path / "k.txt").write_text(key_text(KEY))
    page.set_viewport_size({"width": 320, "height": 800})
    page.get_by_label("1. Kies het bestand").set_input_files(tmp_path / "lijst.csv")
    page.get_by_label("2. Kies het sleutelbestand").set_input_files(tmp_path / "k.txt")
    page.get_by_label("Kolom 4 toch houden").check()
    page.wait_for_function("document.getElementById('na').textContent.includes('dans')")
    page.get_by_role("button", name="Maak het bestand").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Bewaar het bestand").click()
    found = Path(download.value.path()).read_bytes().decode()
    assert found == by_command(content, tmp_path, behoud=["Hobby"])
    assert "1 rijen, 1 afgekeurd" in page.get_by_role("status").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert page.evaluate("axe.run(document).then((found) => found.violations)") == []
    assert [url for url in asked if not url.startswith(("file:", "blob:"))] == []


def test_the_page_can_send_nothing_even_when_asked_to(blad: tuple[Page, list[str]]) -> None:
    page, _ = blad
    refused = "fetch('http://127.0.0.1:9/x').then(() => 'sent', () => 'refused')"
    seen = page.evaluate(
        "new Promise((done) => { document.addEventListener('securitypolicyviolation',"
        f" (event) => done(event.effectiveDirective)); {refused}; }})"
    )
    assert seen == "connect-src"
