"""Write a whole agenda as a workbook that a civil servant can work in and that reads back the same.

Text that begins with = + - or @ is stored as text and marked as such, so that it never runs.
"""

from openlea.core.agenda import Agenda


def write_xlsx(agenda: Agenda) -> bytes:
    """Return the workbook; the same agenda gives the same bytes.

    Raises BadInput when a text doesn't fit in a cell (32.767 characters), with its sheet and cell.
    """
    from openlea.services.xlsx.inpakken import pack
    from openlea.services.xlsx.schrijven import lay_out_workbook

    return pack(lay_out_workbook(agenda))
