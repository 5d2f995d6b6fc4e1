"""Word templates for tests: as municipalities make them, and as somebody who means harm does."""

import io
import zipfile
from collections.abc import Callable, Mapping

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Cm, RGBColor

Change = Callable[[bytes], bytes]
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def as_bytes(document: docx.document.Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def letterhead() -> bytes:
    """Return a template as a municipality has: own names, colours, margins, header, footer."""
    document = docx.Document()
    heading = document.styles["Heading 1"]
    heading.font.name, heading.font.color.rgb = "Georgia", RGBColor(0xC0, 0x10, 0x20)
    document.styles.add_style("Gemeentetabel", WD_STYLE_TYPE.TABLE)
    section = document.sections[0]
    section.left_margin = Cm(4)
    section.header.paragraphs[0].add_run("Gemeente Voorbeeld, {{ wer").bold = True
    section.header.paragraphs[0].add_run("kruimte }}")
    section.footer.paragraphs[0].text = "Postbus 1, {{datum}}"
    document.add_paragraph("{{ titel }}", style="Title")
    document.add_paragraph("Geachte leden,")
    document.add_paragraph("{{ inhoud }}")
    document.add_paragraph("Met vriendelijke groet")
    return as_bytes(document)


def dutch_styles() -> bytes:
    """Return a template of which the styles have Dutch names, as LibreOffice makes them."""
    document = docx.Document()
    for style in list(document.styles):
        style.element.getparent().remove(style.element)
    for naam in ("Standaard", "Titel", "Kop 1", "Kop 2", "Kop 3", "Bijschrift", "Lijstalinea"):
        document.styles.add_style(naam, WD_STYLE_TYPE.PARAGRAPH)
    document.styles.add_style("Tabelraster", WD_STYLE_TYPE.TABLE)
    document.add_paragraph("{{ inhoud }}")
    return as_bytes(document)


def bare() -> bytes:
    """Return a document without a field and without a single style of ours."""
    document = docx.Document()
    for style in list(document.styles):
        style.element.getparent().remove(style.element)
    document.add_paragraph("Briefpapier")
    return as_bytes(document)


def rebuilt(
    content: bytes,
    change: Mapping[str, Change] | None = None,
    extra: Mapping[str, bytes] | None = None,
) -> bytes:
    """Return a file with some of its parts changed and others added."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            part = source.read(name)
            made = change[name](part) if change and name in change else part
            target.writestr(name, made)
        for name, part in (extra or {}).items():
            target.writestr(name, part)
    return out.getvalue()


def related(content: bytes, kind: str, target: str, *, external: bool = True) -> bytes:
    """Return a file whose text points to something of a kind."""
    mode = ' TargetMode="External"' if external else ""
    line = f'<Relationship Id="rId900" Type="{REL}/{kind}" Target="{target}"{mode}/>'.encode()
    return rebuilt(
        content,
        {
            "word/_rels/document.xml.rels": lambda part: part.replace(
                b"</Relationships>", line + b"</Relationships>"
            )
        },
    )


def with_body(content: bytes, xml: bytes) -> bytes:
    """Return a file with something put before the end of its text."""
    return rebuilt(
        content, {"word/document.xml": lambda part: part.replace(b"<w:sectPr", xml + b"<w:sectPr")}
    )


def renamed(content: bytes, name: str, new: str, change: Change) -> bytes:
    """Return a file in which a part of the text goes under another name, and is changed."""
    out, old = io.BytesIO(), name.encode()
    short, shorter = (one.rpartition("/")[2].encode() for one in (name, new))
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for one in source.namelist():
            part = source.read(one).replace(b"/" + old, b"/" + new.encode())
            if one.endswith("document.xml.rels"):
                part = part.replace(short, shorter)
            target.writestr(new if one == name else one, change(part) if one == name else part)
    return out.getvalue()
