"""Lays the agenda on paper out in Word: one function per kind of block."""

import io
from functools import cache
from typing import Any

import docx
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.shared import Cm, Pt

from openlea.services.papier import word_opmaak as opmaak
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
    Stuk,
    Tabel,
    points,
)
from openlea.services.papier.word_inhoud import add_contents, mark_heading

BREEDTE = Cm(16)
GETALBREEDTE = Cm(2.3)


def lay_out(stuk: Stuk) -> Document:
    """Return the document in Word."""
    document = docx.Document(io.BytesIO(_dressed()))
    _properties(document, stuk)
    _title_page(document, stuk)
    if stuk.omslag:
        _contents(document, [blok for blok in stuk.blokken if isinstance(blok, Kop)])
    place = 0
    for blok in stuk.blokken:
        if isinstance(blok, Kop):
            head = opmaak.add_styled(document, blok.tekst, f"Heading{blok.niveau}")
            mark_heading(head, place)
            place += 1
        else:
            _show(document, blok)
    return document


@cache
def _dressed() -> bytes:
    """Return an empty document in the house style; dressing it costs as much as a whole letter."""
    document, out = docx.Document(), io.BytesIO()
    opmaak.dress(document)
    document.save(out)
    return out.getvalue()


def _contents(document: Document, koppen: list[Kop]) -> None:
    head = document.add_paragraph("Inhoud", style="TOC Heading")
    head.paragraph_format.page_break_before = True
    add_contents(document, koppen)


def _properties(document: Document, stuk: Stuk) -> None:
    said = document.core_properties
    said.title, said.language = stuk.titel, "nl-NL"
    said.subject, said.author, said.comments = stuk.bovenkop, "", ""
    said.category = said.keywords = ""


def _title_page(document: Document, stuk: Stuk) -> None:
    above = document.add_paragraph(stuk.bovenkop, style=opmaak.OMSLAG)
    if stuk.omslag:
        above.paragraph_format.space_before = Pt(150)
    else:
        document.styles["Heading 1"].paragraph_format.page_break_before = False
        document.sections[0].different_first_page_header_footer = False
    document.add_paragraph(stuk.titel, style="Title")
    document.add_paragraph(stuk.ondertitel, style=opmaak.OMSLAG)
    if stuk.voetregel:
        document.add_paragraph(stuk.voetregel, style=opmaak.ZACHT_STIJL)
    foot = document.sections[0].footer.paragraphs[0]
    foot.style = opmaak.ZACHT_STIJL
    foot.paragraph_format.tab_stops.add_tab_stop(BREEDTE, WD_TAB_ALIGNMENT.RIGHT)
    foot.add_run(stuk.titel + "\t")
    opmaak.number_pages(foot)


def _show(document: Document, blok: Blok) -> None:
    match blok:
        case Alinea():
            style = opmaak.ZACHT_STIJL if blok.zacht else opmaak.ALINEA
            opmaak.add_styled(document, blok.tekst, style)
        case Feiten():
            for naam, waarde in blok.paren:
                fact = opmaak.add_styled(document, "", opmaak.FEIT)
                fact.add_run(naam).font.color.rgb = opmaak.ZACHT
                fact.add_run("\t" + waarde)
        case Lijst() | Links():
            for words, adres in points(blok):
                _point(document, words, adres)
        case Tabel():
            _table(document, blok)
        case Beeld():
            _picture(document, blok)


def _point(document: Document, words: str, adres: str) -> None:
    punt = opmaak.add_styled(document, "" if adres else words, opmaak.PUNT)
    if adres:
        opmaak.add_link(document, punt, words, adres)


def _table(document: Document, blok: Tabel) -> None:
    opmaak.add_styled(document, blok.titel, opmaak.TABELTITEL)
    table = document.add_table(rows=0, cols=len(blok.koppen))
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    for n, column in enumerate(table.columns):
        column.width = _width(blok, n)
    opmaak.describe_table(table, blok.titel)
    _row(table, blok, Regel(blok.koppen, RegelSoort.TOTAAL))
    opmaak.repeat_as_header(table.rows[0])
    for regel in blok.regels:
        _row(table, blok, regel)


def _row(table: Any, blok: Tabel, regel: Regel) -> None:
    row = table.add_row()
    opmaak.keep_whole(row)
    for n, (cell, text) in enumerate(zip(row.cells, regel.cellen, strict=True)):
        cell.width = _width(blok, n)
        paragraph = cell.paragraphs[0]
        paragraph._p.style = opmaak.CEL  # noqa: SLF001 (see add_styled)
        run = paragraph.add_run(text)
        run.bold = regel.soort in {RegelSoort.TOTAAL, RegelSoort.GROEP}
        if n >= blok.getallen_vanaf:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        elif n == 0 and regel.soort is RegelSoort.ONDER:
            paragraph.paragraph_format.left_indent = Cm(0.5)
        opmaak.line_under(cell, heavy=regel.soort is RegelSoort.TOTAAL)


def _width(blok: Tabel, n: int) -> int:
    """Return the width of a column: a fixed one for numbers, the rest shared out to the texts."""
    if n >= blok.getallen_vanaf:
        return GETALBREEDTE
    texts = min(blok.getallen_vanaf, len(blok.koppen))
    shares = [blok.breedtes[min(i, len(blok.breedtes) - 1)] for i in range(texts)]
    room = BREEDTE - GETALBREEDTE * (len(blok.koppen) - texts)
    return int(max(room, Cm(4)) * shares[n] / sum(shares))


def _picture(document: Document, blok: Beeld) -> None:
    import vl_convert

    png = vl_convert.svg_to_png(blok.svg, scale=3)
    shape = document.add_picture(io.BytesIO(png), width=BREEDTE)
    opmaak.describe_picture(shape, blok.tekst)
