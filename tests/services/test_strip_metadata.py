"""What is made public says what it shows, and nothing of who made it, where or when."""

import io
import struct
import subprocess
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pikepdf
import pytest
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from openlea.core.errors import BadInput
from openlea.services.strip_metadata import strip_metadata

MARK = "Planta-Agendabeheerder"
SCRIPT = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
SHOWN = "Wat iedereen mag lezen"


def everything_in(content: bytes) -> bytes:
    """Return the bytes, and those of every part of a zip, also within a part."""
    found = [content]
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            found += [everything_in(packed.read(name)) for name in packed.namelist()]
            found.append("".join(packed.namelist()).encode())
    return b"\n".join(found)


def is_clean(content: bytes) -> bool:
    """Return whether the mark is nowhere, in any of the ways that files spell text."""
    every = everything_in(content)
    return not any(MARK.encode(way) in every for way in ("utf-8", "utf-16-le", "utf-16-be"))


def photo(kind: str = "JPEG", *, turned: int = 6) -> bytes:
    picture, out = Image.new("RGB", (40, 20), "red"), io.BytesIO()
    picture.putpixel((0, 0), (0, 0, 255))
    exif = picture.getexif()
    exif[0x0112], exif[0x013B], exif[0x010E] = turned, MARK, MARK
    exif.get_ifd(0x8825)[1] = "N"
    options: dict[str, object] = {"exif": exif, "quality": 95}
    options["icc_profile"] = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    if kind == "PNG":
        options["pnginfo"] = PngInfo()
        options["pnginfo"].add_text("Author", MARK)  # type: ignore[attr-defined]
        options["pnginfo"].add_itxt("XML:com.adobe.xmp", MARK)  # type: ignore[attr-defined]
    elif kind == "JPEG":
        options["comment"] = MARK
    else:
        options["xmp"] = MARK.encode()
    picture.save(out, kind, **options)
    return out.getvalue()


def word() -> bytes:
    document, out = docx.Document(), io.BytesIO()
    document.add_paragraph(SHOWN)
    document.add_picture(io.BytesIO(photo()))
    document.core_properties.author = MARK
    document.core_properties.comments = MARK
    document.save(out)
    return out.getvalue()


def excel() -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.worksheets[0]["A1"] = SHOWN
    book.properties.creator = book.properties.description = MARK
    book.save(out)
    return out.getvalue()


def paper(**root: object) -> bytes:
    """Return a PDF with a page, an author in every place, and an earlier text that was replaced."""
    pdf, out = pikepdf.new(), io.BytesIO()
    page = pdf.add_blank_page(page_size=(300, 300))
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    page.Contents = pdf.make_stream(f"BT /F1 12 Tf 20 200 Td ({SHOWN}) Tj ET".encode())
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Square, Rect=[1, 1, 9, 9], T=MARK, NM=MARK
    )
    page.Annots = pikepdf.Array([pdf.make_indirect(note)])
    page.PieceInfo = pikepdf.Dictionary(App=pikepdf.Dictionary(Private=MARK))
    with pdf.open_metadata() as meta:
        meta["dc:creator"] = [MARK]
    pdf.docinfo["/Author"] = MARK
    for key, value in root.items():
        pdf.Root[f"/{key}"] = value
    pdf.save(out)
    earlier = f"\n99 0 obj\n({MARK})\nendobj\n".encode()
    return out.getvalue() + earlier + out.getvalue()[out.getvalue().rfind(b"startxref") :]


MADE: dict[str, Callable[[], bytes]] = {
    "docx": word,
    "xlsx": excel,
    "pdf": paper,
    "jpg": photo,
    "png": lambda: photo("PNG"),
    "webp": lambda: photo("WEBP"),
}


@pytest.mark.parametrize("kind", MADE)
def test_no_mark_of_who_made_it_is_left_anywhere(kind: str) -> None:
    made = MADE[kind]()
    assert not is_clean(made), "the test plants nothing"
    bare = strip_metadata(made)
    assert is_clean(bare)
    assert strip_metadata(bare) == bare


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_stays_the_same_upright_and_of_the_same_colours(kind: str) -> None:
    before = Image.open(io.BytesIO(photo(kind)))
    after = Image.open(io.BytesIO(strip_metadata(photo(kind))))
    assert after.tobytes() == before.tobytes()
    assert after.getexif() == {0x0112: 6}
    assert after.info["icc_profile"] == before.info["icc_profile"]


def test_what_hangs_behind_a_picture_is_not_the_picture() -> None:
    assert is_clean(strip_metadata(photo(turned=1) + MARK.encode()))


def test_a_pdf_still_says_what_it_said(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(strip_metadata(paper()))
    said = subprocess.run(
        ["/usr/bin/env", "pdftotext", tmp_path / "a.pdf", "-"], capture_output=True, check=True
    )
    assert SHOWN in said.stdout.decode()


def test_word_and_excel_open_and_say_what_they_said() -> None:
    document = docx.Document(io.BytesIO(strip_metadata(word())))
    assert document.paragraphs[0].text == SHOWN
    assert len(document.inline_shapes) == 1
    book = openpyxl.load_workbook(io.BytesIO(strip_metadata(excel())))
    assert book.worksheets[0]["A1"].value == SHOWN


@pytest.mark.parametrize("suffix", ["odt", "docx", "pdf"])
def test_what_libreoffice_wrote_opens_again_and_is_clean(tmp_path: Path, suffix: str) -> None:
    (tmp_path / "in.docx").write_bytes(word())
    made = convert(tmp_path, "in.docx", suffix)
    assert not is_clean(made) or suffix == "pdf"
    bare = strip_metadata(made)
    assert is_clean(bare)
    (tmp_path / f"bare.{suffix}").write_bytes(bare)
    if suffix != "pdf":
        assert SHOWN in convert(tmp_path, f"bare.{suffix}", "txt").decode("utf-8-sig")


def convert(folder: Path, name: str, suffix: str) -> bytes:
    home = f"-env:UserInstallation=file://{folder}/home"
    words = [
        "soffice",
        home,
        "--headless",
        "--convert-to",
        suffix,
        "--outdir",
        "uit",
        name,
    ]
    subprocess.run(words, cwd=folder, capture_output=True, check=True, timeout=120)
    return (folder / "uit" / name).with_suffix(f".{suffix}").read_bytes()


def with_part(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for each in old.namelist():
            new.writestr(each, change(old.read(each)) if each == name else old.read(each))
        if name not in old.namelist():
            new.writestr(name, change(b""))
    return out.getvalue()


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (
            with_part(
                word(),
                "word/document.xml",
                lambda xml: xml.replace(b"<w:r>", b'<w:ins w:author="x"><w:r>', 1),
            ),
            "wijzigingen",
        ),
        (
            with_part(word(), "word/comments.xml", lambda _: b'<w:comments><w:comment w:id="1"/>'),
            "opmerkingen",
        ),
        (with_part(excel(), "xl/externalLinks/externalLink1.xml", lambda _: b"<a/>"), "koppeling"),
        (
            paper(OpenAction=pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")),
            "script",
        ),
        (b"%PDF-1.7 een plan", "beschadigd"),
        (photo()[:200], "beschadigd"),
    ],
    ids=["changes", "comments", "links", "script", "broken pdf", "broken photo"],
)
def test_what_has_no_bare_copy_is_refused_with_what_to_do(made: bytes, why: str) -> None:
    with pytest.raises(BadInput, match=why):
        strip_metadata(made)


def test_traces_of_editing_are_gone_from_word() -> None:
    made = with_part(
        word(),
        "word/document.xml",
        lambda xml: xml.replace(b"<w:p>", b'<w:p w:rsidR="00A1B2C3" w14:paraId="12345678">', 1),
    )
    bare = everything_in(strip_metadata(made))
    assert b"rsid" not in bare
    assert b"paraId" not in bare


def test_a_photo_within_a_pdf_loses_where_it_was_taken() -> None:
    pdf, out, made = pikepdf.new(), io.BytesIO(), photo(turned=1)
    page = pdf.add_blank_page(page_size=(100, 100))
    image = pdf.make_stream(made)
    image.update(
        {
            "/Type": pikepdf.Name.XObject,
            "/Subtype": pikepdf.Name.Image,
            "/Filter": pikepdf.Name.DCTDecode,
            "/Width": 40,
            "/Height": 20,
            "/ColorSpace": pikepdf.Name.DeviceRGB,
            "/BitsPerComponent": 8,
        }
    )
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im=image))
    pdf.save(out)
    assert not is_clean(out.getvalue())
    assert is_clean(strip_metadata(out.getvalue()))


def test_a_picture_of_a_hundred_thousand_by_a_hundred_thousand_is_refused_unopened() -> None:
    from openlea.services.stukken.plaatje import size_refusal

    head = photo("PNG", turned=1)
    measures = b"IHDR" + struct.pack(">II", 100_000, 100_000) + head[24:29]
    huge = head[:12] + measures + struct.pack(">I", zlib.crc32(measures)) + head[33:]
    assert "beeldpunten" in size_refusal(huge)
