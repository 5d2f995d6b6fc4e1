"""The agenda as PDF: everybody can read it, and nothing that people wrote is read as markup."""

import io
import re
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import page
import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings

from openlea.core.agenda import Agenda, Ambitie, Speerpunt
from openlea.services.papier.letters import letters, printable
from openlea.services.read_bundled_agenda import read_bundled_agenda
from openlea.services.write_pdf import write_pdf
from tests.conftest import tool_path
from tests.strategies import agendas

NASTY = r"#panic(\"x\") $a$ *b* _c_ `d` @e <f> \ // g /* ] [ #{ 1 } https://example.nl"


@pytest.fixture(scope="module")
def hilversum_pdf() -> bytes:
    return write_pdf(read_bundled_agenda("hilversum-2024-2027"), date(2026, 11, 22))


def complaints(content: bytes, tmp_path: Path) -> list[str]:
    """Return what the checker of PDF/UA-1 has against a document."""
    file = tmp_path / "agenda.pdf"
    file.write_bytes(content)
    report = page.validate_pdf(str(file), profile=page.ValidationProfile.PDF_UA_1)
    return [] if report.is_compliant else [str(one) for one in report.failures]


def plain_text(content: bytes, tmp_path: Path) -> str:
    """Return the text of a PDF as a reader takes it out, its lines joined."""
    file = tmp_path / "agenda.pdf"
    file.write_bytes(content)
    pdftotext = tool_path("poppler")
    assert pdftotext
    read = subprocess.run([pdftotext, str(file), "-"], capture_output=True, check=True, text=True)
    return re.sub(r"\s+", " ", read.stdout)


def test_the_agenda_passes_the_rules_for_everybody_to_read_it(
    hilversum_pdf: bytes, tmp_path: Path
) -> None:
    assert complaints(hilversum_pdf, tmp_path) == []


def test_the_document_says_its_title_and_language_so_that_it_is_read_aloud_in_dutch(
    hilversum_pdf: bytes,
) -> None:
    with pikepdf.open(io.BytesIO(hilversum_pdf)) as pdf:
        assert str(pdf.Root.Lang) == "nl-NL"
        assert str(pdf.docinfo["/Title"]).startswith("Hilversumse Educatieve Agenda")
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert bool(pdf.Root.MarkInfo.Marked)


def test_every_table_has_header_cells_because_the_maker_of_pdf_does_not_ask_for_them(
    hilversum_pdf: bytes,
) -> None:
    with pikepdf.open(io.BytesIO(hilversum_pdf)) as pdf:
        kinds = [one.get("/S") for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
    tables, heads = kinds.count("/Table"), kinds.count("/TH")
    assert tables >= 8
    assert heads >= 2 * tables


@pytest.mark.needs("poppler")
def test_the_printed_totals_of_the_agenda_stand_in_it(hilversum_pdf: bytes, tmp_path: Path) -> None:
    text = plain_text(hilversum_pdf, tmp_path)
    for printed in ("3.567.500", "4.783.815", "1.216.315", "-39.740", "418.685"):
        assert printed in text
    assert "13 acties hebben geen rij in de begroting" in text


@pytest.mark.needs("poppler")
def test_what_people_wrote_is_never_read_as_markup(tmp_path: Path) -> None:
    agenda = Agenda(
        titel=f"Titel {NASTY}",
        van=2025,
        tot=2026,
        visie=NASTY,
        ambities=(
            Ambitie(
                code="1",
                naam=NASTY,
                speerpunten=(Speerpunt(code="1A", naam=NASTY, doel=NASTY),),
            ),
        ),
    )
    text = plain_text(write_pdf(agenda), tmp_path)
    assert text.count("#panic(") >= 5
    assert "#{ 1 }" in text


def test_every_letter_that_is_said_to_be_shown_is_in_a_font(tmp_path: Path) -> None:
    text = "\n\n".join(" ".join(part) for part in batched(sorted(letters()), 64))
    assert (
        complaints(write_pdf(Agenda(titel="Letters", van=2025, tot=2025, visie=text)), tmp_path)
        == []
    )


def batched(each: list[str], size: int) -> list[list[str]]:
    return [each[n : n + size] for n in range(0, len(each), size)]


def test_a_letter_that_no_font_has_shows_as_a_mark_and_stops_nothing(tmp_path: Path) -> None:
    agenda = Agenda(titel="Welkom \u0645\u0631\u062d\u0628\u0627 \U0001f600", van=2025, tot=2025)
    assert complaints(write_pdf(agenda), tmp_path) == []
    assert printable("ja \U0001f600") == "ja \N{REPLACEMENT CHARACTER}"


def test_the_same_agenda_on_the_same_day_gives_the_same_file() -> None:
    agenda = replace(read_bundled_agenda("hilversum-2024-2027"), bron="")
    assert write_pdf(agenda) == write_pdf(agenda)


def test_twenty_years_fit_because_the_years_are_spread_over_tables(tmp_path: Path) -> None:
    agenda = replace(read_bundled_agenda("hilversum-2024-2027"), tot=2043)
    assert complaints(write_pdf(agenda), tmp_path) == []


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(agenda=agendas())
def test_any_agenda_can_be_printed_for_everybody(agenda: Agenda, tmp_path: Path) -> None:
    assert complaints(write_pdf(agenda), tmp_path) == []
