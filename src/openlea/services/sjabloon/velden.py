"""The places in a Word template where our words go: {{ titel }}, {{ datum }}, {{ inhoud }}.

These are the only words between braces that mean something. Nothing in a template is run.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

INHOUD, INHOUDSOPGAVE = "inhoud", "inhoudsopgave"
VELDEN: Mapping[str, str] = {
    "titel": "De titel van het stuk",
    "ondertitel": "De regel onder de titel",
    "werkruimte": "De naam van de gemeente of regio",
    "datum": "De dag waar het stuk over gaat",
    INHOUD: "De tekst van het stuk zelf, in een eigen alinea",
    INHOUDSOPGAVE: "De lijst van hoofdstukken, in een eigen alinea",
}
"""Every word that may stand between braces, and what comes in its place."""
_VELD = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_ANDERS = re.compile(r"\{%.*?%\}|\{\{(?!\s*\w+\s*\}\}).*?\}\}", re.DOTALL)


def paragraphs_of(document: Document) -> Iterator[Any]:
    """Yield every paragraph of the text, its tables and text boxes, headers and footers."""
    for root in _stories(document):
        yield from list(root.iter(qn("w:p")))


def _stories(document: Document) -> Iterator[Any]:
    yield document.element.body
    for part in document.part.package.iter_parts():
        if part.partname.startswith(("/word/header", "/word/footer")) and hasattr(part, "element"):
            yield part.element


def text_of(paragraph: Any) -> str:
    """Return the words of a paragraph, however they are cut up."""
    return "".join(one.text or "" for one in paragraph.iter(qn("w:t")))


def find_anchor(document: Document, veld: str) -> Any | None:
    """Return the first paragraph of the text that holds a field; headers don't count."""
    for paragraph in document.element.body.iter(qn("w:p")):
        if any(one[1] == veld for one in _VELD.finditer(text_of(paragraph))):
            return paragraph
    return None


def find_unknown(document: Document) -> tuple[str, ...]:
    """Return what stands between braces and means nothing here, each once."""
    texts = [text_of(one) for one in paragraphs_of(document)]
    strange = [one[0] for text in texts for one in _VELD.finditer(text) if one[1] not in VELDEN]
    orders = [one[0] for text in texts for one in _ANDERS.finditer(text)]
    return tuple(dict.fromkeys(one[:80] for one in (*strange, *orders)))


def fields_in(document: Document) -> frozenset[str]:
    """Return which known fields stand somewhere in the template."""
    texts: Iterable[str] = (text_of(one) for one in paragraphs_of(document))
    return frozenset(one[1] for text in texts for one in _VELD.finditer(text)) & set(VELDEN)


def fill_fields(document: Document, values: Mapping[str, str]) -> None:
    """Put words in the place of known fields; a word that nobody knows stays as it is."""
    for paragraph in paragraphs_of(document):
        pieces = list(paragraph.iter(qn("w:t")))
        whole = "".join(one.text or "" for one in pieces)
        for found in reversed(list(_VELD.finditer(whole))):
            if found[1] in values:
                _replace(pieces, found.start(), found.end(), values[found[1]])


def _replace(pieces: Sequence[Any], start: int, end: int, words: str) -> None:
    """Put words where the letters from start to end were, over as many pieces as these took."""
    place, put = 0, False
    for one in pieces:
        text = one.text or ""
        first, last = max(start - place, 0), min(end - place, len(text))
        place += len(text)
        if first < last:
            one.text = text[:first] + ("" if put else words) + text[last:]
            one.set(qn("xml:space"), "preserve")
            put = True
