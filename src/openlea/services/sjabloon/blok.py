"""Writes one block at the end of a Word document, in a style of its template or plainly."""

import io
from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from openlea.services.papier.blokken import (
    Alinea,
    Beeld,
    Blok,
    Feiten,
    Kop,
    Lijst,
    Links,
    Regel,
    RegelSoort,
    Tabel,
    points,
)
from openlea.services.papier.word_opmaak import (
    add_link,
    describe_picture,
    describe_table,
    keep_whole,
    line_under,
    repeat_as_header,
)
from openlea.services.sjabloon.stijlen import TABEL, Stijlen

_GROOTTE = {1: 16, 2: 13, 3: 11}
"""Points of a heading for which the template has no style."""
_PUNT = "\N{BULLET} "


class Blokschrijver:
    """Writes blocks, each in the style that the template has for it."""

    def __init__(self, document: Document, stijlen: Stijlen) -> None:
        """Write in a document, with its styles."""
        self._document, self._stijlen = document, stijlen
        section = document.sections[-1]
        width = (section.page_width or Cm(21)) - (section.left_margin or 0)
        self._width = max(int(width - (section.right_margin or 0)), Cm(5))

    def title(self, text: str) -> None:
        """Write the title of the whole document."""
        paragraph = self._paragraph("Titel", text)
        if not self._stijlen.id_of("Titel"):
            self._as_heading(paragraph, 0, 22)

    def write(self, blok: Blok) -> Any | None:
        """Write a block, and return its paragraph when it is a heading."""
        match blok:
            case Kop():
                return self._kop(blok)
            case Alinea():
                self._paragraph("Standaard", blok.tekst)
            case Feiten():
                self._facts(blok)
            case Lijst() | Links():
                for words, adres in points(blok):
                    self._point(words, adres)
            case Tabel():
                self._table(blok)
            case Beeld():
                self._picture(blok)
        return None

    def _facts(self, blok: Feiten) -> None:
        for naam, waarde in blok.paren:
            fact = self._paragraph("Standaard", "")
            fact.add_run(f"{naam}: ").bold = True
            fact.add_run(waarde)

    def _paragraph(self, soort: str, text: str) -> Any:
        paragraph = self._document.add_paragraph()
        self._dress(paragraph, soort)
        if text:
            paragraph.add_run(text)
        return paragraph

    def _dress(self, paragraph: Any, soort: str) -> None:
        if stijl := self._stijlen.id_of(soort):
            paragraph._p.style = stijl  # noqa: SLF001 (by name python-docx searches every time)

    def _kop(self, blok: Kop) -> Any:
        level = min(blok.niveau, 3)
        paragraph = self._paragraph(f"Kop {level}", blok.tekst)
        if not self._stijlen.id_of(f"Kop {level}"):
            self._as_heading(paragraph, level, _GROOTTE[level])
        return paragraph

    def _as_heading(self, paragraph: Any, level: int, size: int) -> None:
        """Make plain words a heading: to the eye, and to a screen reader by its level."""
        for run in paragraph.runs:
            run.bold, run.font.size = True, Pt(size)
        paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.space_before = Pt(size)
        mark = OxmlElement("w:outlineLvl")
        mark.set(qn("w:val"), str(max(level - 1, 0)))
        paragraph._p.get_or_add_pPr().append(mark)  # noqa: SLF001 (no call for it)

    def _point(self, words: str, adres: str) -> None:
        stijl = self._stijlen.gevonden.get("Opsomming")
        marked = stijl is not None and stijl.heeft_teken
        paragraph = self._paragraph("Opsomming", "" if marked else _PUNT)
        if adres:
            add_link(self._document, paragraph, words, adres)
        else:
            paragraph.add_run(words)

    def _table(self, blok: Tabel) -> None:
        title = self._paragraph("Bijschrift", blok.titel)
        title.paragraph_format.keep_with_next = True
        if not self._stijlen.id_of("Bijschrift"):
            for run in title.runs:
                run.bold = True
        table = self._document.add_table(rows=0, cols=len(blok.koppen))
        if stijl := self._stijlen.id_of(TABEL):
            table._tbl.tblPr.style = stijl  # noqa: SLF001 (as above)
        describe_table(table, blok.titel)
        widths = _widths(blok, self._width)
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        self._row(table, blok, Regel(blok.koppen, RegelSoort.TOTAAL), widths)
        repeat_as_header(table.rows[0])
        for regel in blok.regels:
            self._row(table, blok, regel, widths)
        self._document.add_paragraph()

    def _row(self, table: Any, blok: Tabel, regel: Regel, widths: list[int]) -> None:
        row = table.add_row()
        keep_whole(row)
        for n, (cell, text) in enumerate(zip(row.cells, regel.cellen, strict=True)):
            cell.width = widths[n]
            paragraph = cell.paragraphs[0]
            self._dress(paragraph, "Standaard")
            paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
            run = paragraph.add_run(text)
            if regel.soort in {RegelSoort.TOTAAL, RegelSoort.GROEP}:
                run.bold = True
            if n >= blok.getallen_vanaf:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            if not self._stijlen.id_of(TABEL):
                line_under(cell, heavy=regel.soort is RegelSoort.TOTAAL)

    def _picture(self, blok: Beeld) -> None:
        import vl_convert

        png = vl_convert.svg_to_png(blok.svg, scale=3)
        shape = self._document.add_picture(io.BytesIO(png), width=self._width)
        describe_picture(shape, blok.tekst)


def _widths(blok: Tabel, whole: int) -> list[int]:
    """Return the width of every column: numbers narrow, the rest shared out to words."""
    amount = len(blok.koppen)
    texts = min(blok.getallen_vanaf, amount)
    number = min(int(whole / 6.5), int(whole / (amount + 1)))
    shares = [blok.breedtes[min(n, len(blok.breedtes) - 1)] for n in range(texts)]
    room = whole - number * (amount - texts)
    return [int(room * one / sum(shares)) for one in shares] + [number] * (amount - texts)
