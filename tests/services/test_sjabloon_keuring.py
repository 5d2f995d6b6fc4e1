"""A Word template that could run, fetch or fill the memory is refused, with what to do about it."""

import io
import zipfile

import pytest

from openlea.core.errors import BadFile
from openlea.services.sjabloon.keuring import open_template
from openlea.services.sjabloon.proef import proof_of
from openlea.services.write_stuk import write_stuk
from tests.services.sjabloon_proef import Change, letterhead, rebuilt, related, renamed, with_body

PROEF = proof_of("Hilversum", "22 november 2026")
FLD = (
    b'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>%s</w:instrText></w:r>'
    b'<w:r><w:instrText>%s</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)


def reason(content: bytes) -> str:
    with pytest.raises(BadFile) as refused:
        open_template(content)
    return refused.value.fouten[0].reden


def test_a_word_template_becomes_a_document() -> None:
    types = {"[Content_Types].xml": lambda part: part.replace(b"document.main", b"template.main")}
    assert open_template(rebuilt(letterhead(), types)).paragraphs


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "leeg"),
        (b"%PDF-1.7", "geen Wordbestand"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "oud Wordbestand"),
        (b"PK\x03\x04 kapot", "geen Wordbestand"),
        (letterhead()[:900], "geen Wordbestand"),
        (rebuilt(letterhead(), extra={"word/vbaProject.bin": b"x"}), "macro's"),
        (
            rebuilt(
                letterhead(),
                {
                    "[Content_Types].xml": lambda part: part.replace(
                        b"openxmlformats-officedocument.wordprocessingml.document.main+xml",
                        b"ms-word.document.macroEnabled.main+xml",
                    )
                },
            ),
            "macro's",
        ),
        (rebuilt(letterhead(), extra={"word/embeddings/a.bin": b"x"}), "ingesloten"),
        (related(letterhead(), "oleObject", "file:///c:/a.exe"), "ingesloten"),
        (related(letterhead(), "aFChunk", "a.html", external=False), "ingesloten"),
        (related(letterhead(), "image", "https://kwaad.example/teller.png"), "van buiten"),
        (related(letterhead(), "subDocument", "a.docx"), "ingesloten"),
        (related(letterhead(), "hyperlink", "file://kwaad.example/c$"), "begint met https"),
        (with_body(letterhead(), FLD % (b"INCLUDE", b"TEXT c:\\geheim")), "INCLUDETEXT"),
        (with_body(letterhead(), FLD % (b" DDEAUTO c:\\\\cmd", b".exe")), "DDEAUTO"),
        (
            with_body(
                letterhead(),
                b'<w:p><w:fldSimple w:instr="INCLUDEPICTURE https://kwaad.example"/></w:p>',
            ),
            "INCLUDEPICTURE",
        ),
        (
            rebuilt(
                letterhead(),
                {
                    "word/document.xml": lambda part: part.replace(
                        b"<w:document",
                        b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document',
                        1,
                    )
                },
            ),
            "XML die niet mag",
        ),
        (with_body(letterhead(), b"<w:p>" * 300 + b"</w:p>" * 300), "te diep"),
        (rebuilt(letterhead(), extra={"word/bom.xml": b"<a>" + b" " * 70_000_000}), "te groot"),
        (rebuilt(letterhead(), extra={f"word/{n}.bin": b"" for n in range(700)}), "te groot"),
        (rebuilt(letterhead(), extra={"word/Document.xml": b"<a/>"}), "beschadigd"),
    ],
)
def test_what_could_run_or_fetch_or_fill_the_memory_is_refused_with_the_reason(
    content: bytes, told: str
) -> None:
    assert told in reason(content)


def test_the_address_of_a_template_on_somebodys_computer_is_taken_out() -> None:
    made_by = "https://files.example/gebruikers/piet/brief.dotm"
    rel = (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        'relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/'
        f'officeDocument/2006/relationships/attachedTemplate" Target="{made_by}" '
        'TargetMode="External"/></Relationships>'
    ).encode()
    pointed = rebuilt(
        letterhead(),
        {
            "word/settings.xml": lambda part: part.replace(
                b"</w:settings>",
                b'<w:attachedTemplate xmlns:r="http://schemas.openxmlformats.org/officeDocument/'
                b'2006/relationships" r:id="rId1"/></w:settings>',
            )
        },
        {"word/_rels/settings.xml.rels": rel},
    )
    clean = write_stuk(PROEF, "docx", pointed)
    with zipfile.ZipFile(io.BytesIO(clean)) as packed:
        every = b"".join(packed.read(name) for name in packed.namelist())
    assert b"files.example" not in every
    assert b"attachedTemplate" not in every


FETCH = (
    b'<w:p><w:r><w:instrText> INCLUDEPICTURE "http://verweg.example/a.png" </w:instrText></w:r>'
    b"</w:p></w:hdr>"
)


@pytest.mark.parametrize("new", ["word/header1.bin", "word/media/header1.svg", "word/header1"])
@pytest.mark.parametrize(
    "change",
    [
        lambda part: part.replace(b"</w:hdr>", FETCH),
        lambda part: part.replace(b"<w:hdr", b'<!DOCTYPE a [<!ENTITY e "x">]><w:hdr', 1),
    ],
    ids=["fetches", "entity"],
)
def test_text_under_another_name_is_checked_all_the_same(new: str, change: Change) -> None:
    """Word goes by the kind of a part and not by its name, so that a name hides nothing."""
    content = renamed(letterhead(), "word/header1.xml", new, change)
    assert reason(content)
