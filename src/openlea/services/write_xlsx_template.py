"""Write an empty workbook to fill in, with an example row on every sheet that is never read."""

from openlea.core.agenda import Agenda


def write_xlsx_template(van: int, tot: int) -> bytes:
    """Return the template for an agenda of these years, both included, without a title."""
    from openlea.services.xlsx.inpakken import pack
    from openlea.services.xlsx.schrijven import lay_out_workbook

    return pack(lay_out_workbook(Agenda(titel="", van=van, tot=tot), voorbeelden=True))
