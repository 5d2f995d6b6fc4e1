"""The table of contents in Word: links to every chapter, which Word itself can bring up to date."""

from collections.abc import Sequence
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

from openlea.services.papier.blokken import Kop

DIEPTE = 2
"""Levels of heading in the table of contents."""


def add_contents(document: Document, koppen: Sequence[Kop]) -> None:
    """Add the list of headings with a link to each; `mark_heading` makes where these lead."""
    shown = [(n, kop) for n, kop in enumerate(koppen) if kop.niveau <= DIEPTE]
    for place, (n, kop) in enumerate(shown):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.left_indent = Cm(0.6 * (kop.niveau - 1))
        paragraph.paragraph_format.space_after = 0
        if place == 0:
            _field(paragraph, "begin", f' TOC \\o "1-{DIEPTE}" \\h \\z ')
        _link(paragraph, n, kop)
        if place == len(shown) - 1:
            _field(paragraph, "end")


def mark_heading(paragraph: Any, n: int) -> None:
    """Mark a heading as the place of the n-th link of the table of contents."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    start.set(qn("w:name"), _name(n))
    for mark in (start, end):
        mark.set(qn("w:id"), str(n))
    paragraph._p.insert(1, start)  # noqa: SLF001 (python-docx has no call for bookmarks)
    paragraph._p.append(end)  # noqa: SLF001 (as above)


def _name(n: int) -> str:
    return f"_Toc{n:06}"


def _link(paragraph: Any, n: int, kop: Kop) -> None:
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), _name(n))
    link.set(qn("w:history"), "1")
    run = paragraph.add_run(kop.tekst)
    run.bold = kop.niveau == 1
    link.append(run._r)  # noqa: SLF001 (as above)
    paragraph._p.append(link)  # noqa: SLF001 (as above)


def _field(paragraph: Any, kind: str, instruction: str = "") -> None:
    """Open or close the field that lets Word make the list anew."""
    _mark(paragraph, kind)
    if instruction:
        text = OxmlElement("w:instrText")
        text.set(qn("xml:space"), "preserve")
        text.text = instruction
        paragraph.add_run()._r.append(text)  # noqa: SLF001 (as above)
        _mark(paragraph, "separate")


def _mark(paragraph: Any, kind: str) -> None:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    paragraph.add_run()._r.append(mark)  # noqa: SLF001 (as above)
