"""An example of a template, to begin with: open it in Word, put the own letterhead around it."""

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt

from openlea.services.papier.word_opmaak import (
    INKT,
    ZACHT_STIJL,
    add_styled,
    dress,
    number_pages,
)
from openlea.services.sjabloon.indelen import as_bytes

_TABEL = f"""<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="Stukkentabel">
<w:name w:val="Stukkentabel"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>
<w:top w:val="single" w:sz="8" w:color="001A40"/>
<w:bottom w:val="single" w:sz="4" w:color="C9D0D9"/>
<w:insideH w:val="single" w:sz="4" w:color="C9D0D9"/></w:tblBorders></w:tblPr></w:style>"""
"""Light lines between the rows, as on the pages."""


def example_template() -> bytes:
    """Return the example as a Word file; all its styles are found, and every field stands in it."""
    document = docx.Document()
    dress(document)
    document.styles["Heading 1"].paragraph_format.page_break_before = False
    caption = document.styles["Caption"]
    caption.font.size, caption.font.color.rgb = Pt(10), INKT
    document.styles.element.append(parse_xml(_TABEL))
    section = document.sections[0]
    section.different_first_page_header_footer = False
    section.left_margin = section.right_margin = Cm(2.5)
    head = section.header.paragraphs[0]
    head.style = ZACHT_STIJL
    head.add_run("{{ werkruimte }}, {{ datum }}. Zet hier je eigen logo.")
    document.add_paragraph("{{ titel }}", style="Title")
    add_styled(document, "{{ ondertitel }}", ZACHT_STIJL)
    document.add_paragraph("{{ inhoud }}")
    foot = section.footer.paragraphs[0]
    foot.style, foot.alignment = ZACHT_STIJL, WD_ALIGN_PARAGRAPH.RIGHT
    number_pages(foot)
    said = document.core_properties
    said.title, said.language, said.author, said.comments = "Sjabloon", "nl-NL", "", ""
    return as_bytes(document)
