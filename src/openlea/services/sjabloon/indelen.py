"""Lays a document out in the municipality's own Word template, in the template's own styles."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from openlea.services.papier.blokken import Kop, Stuk
from openlea.services.papier.word_inhoud import add_contents, mark_heading
from openlea.services.sjabloon.blok import Blokschrijver
from openlea.services.sjabloon.keuring import open_template
from openlea.services.sjabloon.stijlen import Stijlen, find_styles
from openlea.services.sjabloon.velden import (
    INHOUD,
    INHOUDSOPGAVE,
    fields_in,
    fill_fields,
    find_anchor,
    find_unknown,
    text_of,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingedeeld:
    """A document in a template, and what was noticed of the template on the way."""

    document: Document
    stijlen: Stijlen
    velden: frozenset[str]
    onbekend: tuple[str, ...]
    heeft_plek: bool


def lay_out_in(stuk: Stuk, sjabloon: bytes) -> Ingedeeld:
    """Return the document in the template; what the template lacks falls back to plain text.

    BadFile for a template that may not be used.
    """
    document = open_template(sjabloon)
    stijlen, velden = find_styles(document), fields_in(document)
    onbekend = find_unknown(document)
    _name(document, stuk)
    anchor, contents = find_anchor(document, INHOUD), find_anchor(document, INHOUDSOPGAVE)
    fill_fields(document, _values(stuk))
    writer = Blokschrijver(document, stijlen)
    before = list(document.element.body)
    if "titel" not in velden:
        writer.title(stuk.titel)
    _write(writer, stuk)
    made = [one for one in document.element.body if one not in set(before)]
    _put(made, anchor)
    if contents is not None:
        _put_contents(document, stuk, contents)
    return Ingedeeld(
        document=document,
        stijlen=stijlen,
        velden=velden,
        onbekend=onbekend,
        heeft_plek=anchor is not None,
    )


def _name(document: Document, stuk: Stuk) -> None:
    said = document.core_properties
    said.title, said.subject, said.language = stuk.titel[:255], stuk.bovenkop[:255], "nl-NL"


def _values(stuk: Stuk) -> Mapping[str, str]:
    return {
        "titel": stuk.titel,
        "ondertitel": stuk.ondertitel,
        "werkruimte": stuk.werkruimte or stuk.bovenkop,
        "datum": stuk.datum or stuk.voetregel,
        INHOUD: "",
        INHOUDSOPGAVE: "",
    }


def _write(writer: Blokschrijver, stuk: Stuk) -> None:
    place = 0
    for blok in stuk.blokken:
        head = writer.write(blok)
        if isinstance(blok, Kop) and head is not None:
            mark_heading(head, place)
            place += 1


def _put(made: list[Any], anchor: Any | None) -> None:
    """Move what was written to its place; without a place it stays behind the text.

    A place with other words beside the field keeps these, behind what was put there.
    """
    if anchor is None:
        return
    for one in made:
        anchor.addprevious(one)
    if not text_of(anchor).strip():
        _remove(anchor)


def _put_contents(document: Document, stuk: Stuk, place: Any) -> None:
    """Write the list of chapters where the template wants it."""
    before = set(document.element.body)
    add_contents(document, [blok for blok in stuk.blokken if isinstance(blok, Kop)])
    _put([one for one in document.element.body if one not in before], place)


def _remove(paragraph: Any) -> None:
    """Take a paragraph out; in a cell of a table one must remain."""
    parent = paragraph.getparent()
    if parent is None:
        return
    last = parent.tag == qn("w:tc") and paragraph.getnext() is None
    if last:
        paragraph.addnext(OxmlElement("w:p"))
    parent.remove(paragraph)


def as_bytes(document: Document) -> bytes:
    """Return a Word document as a file."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
