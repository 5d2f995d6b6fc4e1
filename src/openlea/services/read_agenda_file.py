"""Read an agenda out of a file, whichever of the two forms it has."""

from openlea.core.agenda import Agenda
from openlea.core.errors import BadFile, Fout
from openlea.services.read_json import read_json
from openlea.services.read_xlsx import read_xlsx


def read_agenda_file(naam: str, inhoud: bytes) -> Agenda:
    """Return the agenda in a file; the name only says which form it claims to have.

    Raises BadInput with every fault.
    """
    form = naam.lower().rsplit(".", 1)[-1]
    if form == "json":
        return read_json(inhoud)
    if form == "xlsx":
        return read_xlsx(inhoud)
    reden = (
        f"kan niet gelezen worden. Kies een bestand dat eindigt op .xlsx of .json, geen .{form}."
    )
    raise BadFile([Fout(naam, "", reden)])
