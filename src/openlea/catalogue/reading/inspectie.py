"""What files of the Inspectie have in common: schools by OVT, and school years in heads."""

import re

from openlea.catalogue.reading import cellen
from openlea.catalogue.reading.keuring import Eis

NO_OVT = "geen school: er hoort een BRIN met |C1 of hoger te staan."
_YEARS = re.compile(r"20(\d\d)\s*[-/]\s*(?:20)?(\d\d)(?!\d)")
ASSUMPTION = (
    "Bij welke vestiging C1, C2, C3 en C4 horen is een aanname: 00, 01, 03 en 04. "
    "Van C5 en C6 is de vestiging niet bekend."
)


def ovt_eis(kolom: str) -> Eis:
    """Return the demand that a row is of one school, by the key of the Inspectie."""
    found = cellen.text(kolom).str.contains(r"^[0-9]{2}[A-Z]{2}\|C[0-9]$")
    return Eis(kolom=kolom, goed=found, reden=NO_OVT)


def is_amount(kolom: str, lowest: float, highest: float) -> Eis:
    """Return the demand that a cell is empty, a star (too few pupils) or a number in between."""
    free = cellen.text(kolom).is_null() | (cellen.text(kolom) == "*")
    return Eis(
        kolom=kolom,
        goed=free | cellen.decimal(kolom).is_between(lowest, highest),
        reden=f"geen getal van {lowest:g} tot en met {highest:g}.",
    )


def school_years(text: str) -> tuple[str, ...]:
    """Return the school years in a text, such as 2023/24, oldest first."""
    pairs = {(first, second) for first, second in _YEARS.findall(text)}
    return tuple(
        f"20{first}/{second}" for first, second in sorted(pairs) if int(second) == int(first) + 1
    )
