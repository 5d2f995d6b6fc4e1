"""A small workbook that names a far cell is refused: the room between would fill the machine."""

import zipfile
from io import BytesIO

import pytest

from openlea.catalogue.reading.bladen import read_cells_of
from openlea.core.bron import Bestand
from openlea.core.errors import BadFile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
)
FAR = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
NAMELESS = "<row>" + "<c><v>1</v></c>" * 16_000 + "</row>" + "<row><c><v>1</v></c></row>" * 20_000
COLOURED = (
    '<row r="1"><c r="A1"><v>7</v></c><c r="XFD1" s="1"/></row>'
    '<row r="1048576" ht="3"><c r="XFD1048576" s="1"/></row>'
)


def xlsx(rows: str, sheet: str = "xl/worksheets/sheet1.xml") -> Bestand:
    """Return a workbook of one sheet with these rows."""
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1"'
        f' Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/worksheet"'
        f' Target="{sheet.removeprefix("xl/")}"/></Relationships>',
        sheet: f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>',
    }
    return _packed("x.xlsx", parts)


def ods(rows: str) -> Bestand:
    """Return an OpenDocument sheet with these rows."""
    names = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<office:document-content xmlns:office="{names}:office:1.0"'
        f' xmlns:table="{names}:table:1.0" xmlns:text="{names}:text:1.0"><office:body>'
        f'<office:spreadsheet><table:table table:name="Blad1">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return _packed(
        "x.ods", {"mimetype": kind, "META-INF/manifest.xml": MANIFEST, "content.xml": content}
    )


def _packed(naam: str, parts: dict[str, str]) -> Bestand:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    return Bestand(naam=naam, inhoud=out.getvalue())


CELL = '<table:table-cell office:value-type="float" office:value="7"{}/>'
WIDE = CELL.format(' table:number-columns-repeated="16384"')
ODS_FAR = f'<table:table-row table:number-rows-repeated="1048576">{WIDE}</table:table-row>'


@pytest.mark.parametrize(
    "bestand",
    [
        xlsx(FAR),
        xlsx(FAR, "xl/elders.xml"),
        xlsx(FAR.replace('"', "'")),
        xlsx(NAMELESS),
        ods(ODS_FAR),
    ],
    ids=["far", "another name", "other quotes", "nameless", "ods repeated"],
)
def test_a_sheet_that_spans_more_than_anyone_publishes_is_refused_before_it_is_opened(
    bestand: Bestand,
) -> None:
    with pytest.raises(BadFile, match="onwaarschijnlijk groot"):
        read_cells_of(bestand)


def test_cells_with_a_colour_alone_make_no_sheet_large() -> None:
    [vel] = read_cells_of(xlsx(COLOURED))
    assert vel.rijen == (("7",),)


def test_empty_rows_to_the_end_of_an_ods_are_what_every_program_writes() -> None:
    empty = '<table:table-cell table:number-columns-repeated="16383"/>'
    rows = f"<table:table-row>{CELL.format('')}{empty}</table:table-row>"
    rows += f'<table:table-row table:number-rows-repeated="1048575">{empty}</table:table-row>'
    [vel] = read_cells_of(ods(rows))
    assert vel.rijen[0][0] == "7"


def test_a_binary_workbook_is_refused_with_what_to_do() -> None:
    parts = {"[Content_Types].xml": "<Types/>", "xl/workbook.bin": "x"}
    with pytest.raises(BadFile, match="xlsb"):
        read_cells_of(_packed("x.xlsx", parts))
