"""Which letters the PDF can show: those of the fonts it carries; another one shows as a mark.

A PDF for everybody (PDF/UA) may not hold a letter that no font of it has.
"""

from functools import cache
from typing import Final

RANGES: Final = (
    "20-7E A0-377 37A-37F 384-38A 38C 38E-3A1 3A3-52F 1D00-1F15 1F18-1F1D 2000-2064 2070-2071 "
    "2074-208E 2090-209C 20A0-20C0 2100-2184 2190-23FF 2460-2604 2610-2627 26A0-26A7 2701-2704 "
    "2706-2709 270C-2714 2717-2726 27C0-27FF 2900-2AFF 2C60-2C7F 2E00-2E5D A720-A7CA FB00-FB06 "
    "FE00-FE0F FFFD"
)
"""Code points of Noto Sans and of the fonts that Typst carries; a test sets each of them."""
ONBEKEND: Final = "\N{REPLACEMENT CHARACTER}"


def printable(text: str) -> str:
    """Return the text with a mark for every letter that can't be shown."""
    known = letters()
    return "".join(one if one in known else ONBEKEND for one in text)


@cache
def letters() -> frozenset[str]:
    """Return every letter that can be shown, and the end of a line."""
    found = {"\n"}
    for part in RANGES.split():
        first, _, last = part.partition("-")
        found |= {chr(code) for code in range(int(first, 16), int(last or first, 16) + 1)}
    return frozenset(found)
