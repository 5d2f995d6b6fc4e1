"""Put other text at certain places of a file, without anybody sending the file again."""

from collections.abc import Mapping

from openlea.services.herstel.plek import Plek


def correct_cells(naam: str, inhoud: bytes, texts: Mapping[Plek, str]) -> bytes:
    """Return the file with these texts at these places; the rest of it stays as it was.

    Raises BadInput when the file can't be opened.
    """
    if naam.lower().endswith(".json"):
        from openlea.services.herstel.jsonboom import corrected_json

        return corrected_json(inhoud, texts)
    from openlea.services.herstel.werkboek import corrected_workbook

    return corrected_workbook(inhoud, texts)
