"""An example of a template, to begin with: open it in Word, put the own letterhead around it."""

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm

from openlea.services.papier.word_opmaak import ZACHT_STIJL, add_styled, dress, number_pages
from openlea.services.sjabloon.indelen import as_bytes


def example_template() -> bytes:
    """Return the example as a Word file; all its styles are found, and every field stands in it."""
    document = docx.Document()
    dress(document)
    document.styles["Heading 1"].paragraph_format.page_break_before = False
    section = document.sections[0]
    section.different_first_page_header_footer = False
    section.left_margin = section.right_margin = Cm(2.5)
    head = section.header.paragraphs[0]
    head.style = ZACHT_STIJL
    head.add_run("{{ werkruimte }}  |  zet hier je eigen logo")
    document.add_paragraph("{{ titel }}", style="Title")
    add_styled(document, "{{ ondertitel }}", ZACHT_STIJL)
    add_styled(document, "{{ datum }}", ZACHT_STIJL)
    document.add_paragraph("{{ inhoud }}")
    foot = section.footer.paragraphs[0]
    foot.style, foot.alignment = ZACHT_STIJL, WD_ALIGN_PARAGRAPH.RIGHT
    number_pages(foot)
    said = document.core_properties
    said.title, said.language, said.author, said.comments = "Sjabloon", "nl-NL", "", ""
    return as_bytes(document)
