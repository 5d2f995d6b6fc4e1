"""The agenda in Word: real headings, headers that return on every page, and words for pictures."""

import io
import subprocess
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings

from openlea.core.agenda import Agenda, Ambitie
from openlea.services.read_bundled_agenda import read_bundled_agenda
from openlea.services.write_docx import write_docx
from tests.conftest import tool_path
from tests.strategies import agendas


@pytest.fixture(scope="module")
def content() -> bytes:
    return write_docx(read_bundled_agenda("hilversum-2024-2027"), date(2026, 11, 22))


@pytest.fixture(scope="module")
def document(content: bytes) -> Document:
    return opened(content)


def opened(content: bytes) -> Document:
    return docx.Document(io.BytesIO(content))


def headings(document: Document) -> list[tuple[int, str]]:
    return [
        (int(one.style.name[-1]), one.text)
        for one in document.paragraphs
        if one.style and (one.style.name or "").startswith("Heading ")
    ]


def test_every_action_is_a_heading_so_that_one_can_go_there(document: Document) -> None:
    found = headings(document)
    assert [text for level, text in found if level == 1][:2] == [
        "De agenda in het kort",
        "Ambitie 1. Een goede start en een doorgaande brede ontwikkeling",
    ]
    assert sum(level == 3 for level, _ in found) == 42


def test_no_level_of_heading_is_skipped(document: Document) -> None:
    levels = [level for level, _ in headings(document)]
    steps = zip([0, *levels], levels, strict=False)
    assert all(after <= before + 1 for before, after in steps)


def test_the_header_of_every_table_returns_on_the_next_page(document: Document) -> None:
    assert document.tables
    for table in document.tables:
        first, *rest = table.rows
        assert first._tr.find(f".//{qn('w:tblHeader')}") is not None
        assert all(row._tr.find(f".//{qn('w:tblHeader')}") is None for row in rest)


def test_word_knows_that_it_is_dutch_and_what_it_is_called(document: Document) -> None:
    assert document.core_properties.title.startswith("Hilversumse Educatieve Agenda")
    assert document.core_properties.language == "nl-NL"
    language = document.styles["Normal"].element.find(f".//{qn('w:lang')}")
    assert language is not None
    assert language.get(qn("w:val")) == "nl-NL"


def test_a_picture_says_in_words_what_it_shows(document: Document) -> None:
    said = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert len(said) == 1
    assert "2027: uitgaven € 3.537.500" in said[0]


def test_every_link_of_the_contents_leads_to_a_heading(document: Document) -> None:
    body = document.element.body
    marks = {one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))}
    links = [one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink"))]
    assert len(links) == sum(level <= 2 for level, _ in headings(document))
    assert set(links) <= marks


def test_signs_that_word_cannot_hold_are_left_out_instead_of_breaking_the_file() -> None:
    agenda = Agenda(
        titel="Agenda\x00 \x0b\ud800",
        van=2025,
        tot=2025,
        ambities=(Ambitie(code="1", naam="\x1fA"),),
    )
    assert "Ambitie 1. A" in [text for _, text in headings(opened(write_docx(agenda)))]


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(agenda=agendas())
def test_any_agenda_can_be_written(agenda: Agenda) -> None:
    found = headings(opened(write_docx(agenda)))
    assert sum(level == 3 for level, _ in found) == len(agenda.acties)


@pytest.mark.needs("libreoffice")
def test_another_word_processor_opens_it(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "agenda.docx"
    file.write_bytes(content)
    soffice = tool_path("libreoffice")
    assert soffice
    home = f"-env:UserInstallation=file://{tmp_path}/thuis"
    convert = [soffice, home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*convert, str(file)], check=True, capture_output=True, timeout=120)
    assert (tmp_path / "agenda.pdf").stat().st_size > 50_000
