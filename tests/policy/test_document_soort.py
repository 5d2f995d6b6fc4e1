"""A file is what is in it, whatever it's called, and what could run is not kept."""

import io
import zipfile
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.policy.document_soort import (
    ALLOWED,
    JPEG,
    LARGEST,
    OFFICE,
    OPEN,
    PDF,
    PNG,
    TEKST,
    DocumentSoort,
    recognise,
    refusal,
)

TYPES = "[Content_Types].xml"
NOT_KEPT = f"Dit soort bestand kan hier niet. Wel: {ALLOWED}, zonder macro's."


def packed(files: Mapping[str, str]) -> bytes:
    """Return a zip file with these names and contents."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


@pytest.mark.parametrize(
    ("content", "soort"),
    [
        (b"%PDF-1.7\n...", PDF),
        (b"\x89PNG\r\n\x1a\n...", PNG),
        (b"\xff\xd8\xff\xe0...", JPEG),
        ("Agenda voor café Zuid\n\tregel twee\r\n".encode(), TEKST),
        (b"\xef\xbb\xbfmet een merkteken vooraan", TEKST),
        (b"bladzijde een\x0cbladzijde twee", TEKST),
    ],
)
def test_a_file_is_known_by_what_is_in_it(content: bytes, soort: DocumentSoort) -> None:
    assert recognise(content) == soort
    assert refusal(content) == ""


@pytest.mark.parametrize("name", OFFICE)
def test_an_office_file_is_known_by_its_main_part(name: str) -> None:
    assert recognise(packed({TYPES: "", name: ""})) == OFFICE[name]


@pytest.mark.parametrize("mimetype", OPEN)
def test_an_open_document_says_itself_what_it_is(mimetype: str) -> None:
    assert recognise(packed({"mimetype": mimetype})) == OPEN[mimetype]
    assert recognise(packed({"mimetype": f"{mimetype}\n"})) == OPEN[mimetype]


@pytest.mark.parametrize(
    "macro", ["word/vbaProject.bin", "xl/VBAPROJECT.BIN", "vbaproject", "Basic/Standard/M.xml"]
)
def test_a_file_with_macros_is_not_kept_because_it_runs_when_it_opens(macro: str) -> None:
    kept = packed({TYPES: "", "word/document.xml": "", macro: ""})
    assert recognise(kept) is None
    assert refusal(kept) == NOT_KEPT
    assert recognise(packed({"mimetype": next(iter(OPEN)), macro: ""})) is None


@pytest.mark.parametrize(
    "content",
    [
        packed({}),
        packed({"leesmij.txt": "los"}),
        packed({"word/document.xml": ""}),
        packed({TYPES: ""}),
        packed({"mimetype": "application/epub+zip"}),
        packed({"mimetype": " " * 200 + next(iter(OPEN))}),
        packed({"mimetype": "é" + next(iter(OPEN))}),
        b"PK\x03\x04 and nothing after it",
        packed({TYPES: "", "word/document.xml": ""})[:-30],
    ],
)
def test_a_packed_file_that_is_no_document_is_not_kept(content: bytes) -> None:
    assert recognise(content) is None


def test_a_damaged_mimetype_is_refused_and_not_a_failure() -> None:
    whole = packed({"mimetype": next(iter(OPEN))})
    damaged = whole.replace(b"application/vnd", b"application/xxx", 1)
    assert recognise(whole) is not None
    assert recognise(damaged) is None


@pytest.mark.parametrize(
    "content",
    [
        b"<html><script>1</script></html>",
        b"  \n\t<svg onload='1'/>",
        b"\xef\xbb\xbf\r\n<?xml version='1.0'?>",
        b"#!/bin/sh\n",
        b"MZ\x90\x00\x03",
        b"\xff\xfea\x00",
        b"tekst met een \x00 erin",
        b"tekst met een \x1b erin",
    ],
)
def test_what_a_browser_or_a_computer_would_run_is_no_text(content: bytes) -> None:
    assert recognise(content) is None
    assert refusal(content) == NOT_KEPT


def test_a_mark_further_on_in_a_text_does_not_make_it_a_page() -> None:
    assert recognise(b"groter is > en kleiner is <, en #! ook") == TEKST


def test_an_empty_file_is_refused_by_that_name() -> None:
    assert refusal(b"") == "Dit bestand is leeg."


def test_the_largest_file_is_kept_and_one_byte_more_is_not() -> None:
    assert refusal(b"%PDF-" + b" " * (LARGEST - 5)) == ""
    assert refusal(b"%PDF-" + b" " * (LARGEST - 4)) == (
        "Dit bestand is groter dan 20 MB. Maak het kleiner of deel een link."
    )


@given(st.binary(max_size=40))
def test_no_content_however_odd_is_a_failure(tail: bytes) -> None:
    for start in (b"", b"PK\x03\x04", b"%PDF-", packed({"mimetype": "x"})):
        content = start + tail
        assert (refusal(content) == "") == (bool(content) and recognise(content) is not None)
