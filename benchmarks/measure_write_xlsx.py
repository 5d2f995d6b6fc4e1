"""Writing a whole agenda as a workbook, beside openpyxl writing the same cells without any form."""

from io import BytesIO

from openpyxl import Workbook, load_workbook

from benchmarks.measure import Measurement
from openlea.services.read_bundled_agenda import read_bundled_agenda
from openlea.services.write_xlsx import write_xlsx

AGENDA = read_bundled_agenda("hilversum-2024-2027")
SHEETS = {
    sheet.title: list(sheet.iter_rows(values_only=True))
    for sheet in load_workbook(BytesIO(write_xlsx(AGENDA))).worksheets
}


def plain() -> bytes:
    """Return the same cells in a workbook without colours, widths, lists or notes."""
    book = Workbook()
    for title, rows in SHEETS.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


MEASUREMENT = Measurement(
    what="een agenda schrijven als Excel",
    peer="openpyxl, dezelfde cellen zonder opmaak",
    ours=lambda: write_xlsx(AGENDA),
    theirs=plain,
    at_most=4.0,
)
