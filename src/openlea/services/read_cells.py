"""Show what stands at certain places of a file, so that it can be corrected there."""

from collections.abc import Iterable

from openlea.core.errors import BadInput
from openlea.services.herstel.plek import Plek


def read_cells(naam: str, inhoud: bytes, plekken: Iterable[Plek]) -> dict[Plek, str]:
    """Return the text at each place that can be corrected; the others are left out.

    Of a file that can't be opened nothing can be corrected.
    """
    if naam.lower().endswith(".json"):
        from openlea.services.herstel.jsonboom import shown_in_json

        return shown_in_json(inhoud, plekken)
    from openlea.services.herstel.werkboek import shown_in_workbook

    try:
        return shown_in_workbook(inhoud, plekken)
    except BadInput:
        return {}
