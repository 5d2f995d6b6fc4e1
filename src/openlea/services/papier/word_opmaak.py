"""How the agenda looks in Word: styles, language, and tables whose header returns on every page."""

from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

LETTER = "Calibri"
INKT, ACCENT, ZACHT = RGBColor(0, 26, 64), RGBColor(0, 86, 139), RGBColor(74, 93, 120)
FEIT, TABELTITEL, ZACHT_STIJL, CEL, OMSLAG = "Feit", "Tabeltitel", "Zacht", "Cel", "Omslag"
ALINEA, PUNT = "Alinea", "ListBullet"
HANG = Cm(4)
"""Where the value of a fact begins."""

_KOPPEN = {1: (22, INKT, 24, 12), 2: (15, ACCENT, 20, 6), 3: (11.5, INKT, 14, 3)}
"""Level to size, colour, space before and after, in points."""


def dress(document: Document) -> None:
    """Give a new document the styles of the agenda, and Dutch as its language."""
    normal = document.styles["Normal"]
    _font(normal, 10.5, INKT)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.15
    _language(normal)
    for level, (size, colour, before, after) in _KOPPEN.items():
        style = document.styles[f"Heading {level}"]
        _font(style, size, colour, bold=True)
        style.paragraph_format.space_before, style.paragraph_format.space_after = (
            Pt(before),
            Pt(after),
        )
        style.paragraph_format.keep_with_next = True
    document.styles["Heading 1"].paragraph_format.page_break_before = True
    _font(document.styles["Title"], 30, INKT, bold=True)
    _borderless(document.styles["Title"])
    _own_styles(document)
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.5)
        section.top_margin = section.bottom_margin = Cm(2.4)
        section.different_first_page_header_footer = True


def _own_styles(document: Document) -> None:
    for name, size, colour, bold in (
        (FEIT, 10.5, INKT, False),
        (TABELTITEL, 10, INKT, True),
        (ZACHT_STIJL, 10, ZACHT, False),
        (CEL, 9.5, INKT, False),
        (ALINEA, 10.5, INKT, False),
        (OMSLAG, 13, ZACHT, False),
    ):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        _font(style, size, colour, bold=bold)
    feit = document.styles[FEIT].paragraph_format
    feit.left_indent, feit.first_line_indent, feit.space_after = HANG, -HANG, Pt(2)
    feit.tab_stops.add_tab_stop(HANG, WD_TAB_ALIGNMENT.LEFT)
    titel = document.styles[TABELTITEL].paragraph_format
    titel.keep_with_next, titel.space_before, titel.space_after = True, Pt(12), Pt(4)
    cel = document.styles[CEL].paragraph_format
    cel.space_before, cel.space_after, cel.line_spacing = Pt(3), Pt(3), 1.0
    document.styles[ALINEA].paragraph_format.space_before = Pt(6)
    document.styles[ZACHT_STIJL].paragraph_format.space_before = Pt(6)


def _font(style: Any, size: float, colour: RGBColor, *, bold: bool = False) -> None:
    style.font.name, style.font.size, style.font.bold = LETTER, Pt(size), bold
    style.font.italic = False
    style.font.color.rgb = colour
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{kind}"), None)
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), LETTER)


def _language(style: Any) -> None:
    lang = OxmlElement("w:lang")
    for kind in ("val", "eastAsia", "bidi"):
        lang.set(qn(f"w:{kind}"), "nl-NL")
    style.element.get_or_add_rPr().append(lang)


def _borderless(style: Any) -> None:
    for border in style.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)


def add_styled(holder: Any, text: str, style: str) -> Any:
    """Add a paragraph in the style with this id, and return it.

    By its name python-docx looks a style up in the whole list each time: a minute for a big agenda.
    """
    paragraph = holder.add_paragraph()
    paragraph._p.style = style  # noqa: SLF001 (python-docx has no other way)
    if text:
        paragraph.add_run(text)
    return paragraph


def add_link(document: Document, paragraph: Any, words: str, adres: str) -> None:
    """Add words to a paragraph that lead to an address."""
    link = OxmlElement("w:hyperlink")
    where = document.part.relate_to(adres, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link.set(qn("r:id"), where)
    run = paragraph.add_run(words)
    run.font.underline, run.font.color.rgb = True, ACCENT
    link.append(run._r)  # noqa: SLF001 (as above)
    paragraph._p.append(link)  # noqa: SLF001 (as above)


def repeat_as_header(row: Any) -> None:
    """Make a row of a table its header: it returns on every page, and is read as one."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)  # noqa: SLF001 (python-docx has no call for it)


def keep_whole(row: Any) -> None:
    """Keep a row on one page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 (as above)


def line_under(cell: Any, *, heavy: bool = False) -> None:
    """Draw a line under a cell, light or heavy."""
    borders = OxmlElement("w:tcBorders")
    line = OxmlElement("w:bottom")
    line.set(qn("w:val"), "single")
    line.set(qn("w:sz"), "8" if heavy else "4")
    line.set(qn("w:color"), "001A40" if heavy else "C9D0D9")
    borders.append(line)
    cell._tc.get_or_add_tcPr().append(borders)  # noqa: SLF001 (as above)


def describe_table(table: Any, text: str) -> None:
    """Give a table the title that a screen reader announces."""
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), text)
    table._tbl.tblPr.append(caption)  # noqa: SLF001 (as above)


def describe_picture(shape: Any, text: str) -> None:
    """Give a picture the words that say the same."""
    shape._inline.docPr.set("descr", text)  # noqa: SLF001 (as above)


def number_pages(paragraph: Any) -> None:
    """Put the number of the page in a paragraph, as a field that Word fills in."""
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = text
        run._r.append(mark)  # noqa: SLF001 (as above)
