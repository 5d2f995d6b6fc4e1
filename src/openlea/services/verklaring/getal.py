"""How numbers and ranges are written in a sentence: '4,4 %', or 'tussen 2,1 en 3,9 %'."""

from decimal import ROUND_HALF_UP, Decimal

from openlea.core.onthulling import Bereik
from openlea.policy.schrijfwijze import number

VAST = "\N{NO-BREAK SPACE}"


def written(value: float, decimalen: int = 0) -> str:
    """Return 4.444 as '4,44', rounded half up, with points between thousands."""
    step = Decimal(1).scaleb(-decimalen)
    return number(Decimal(str(value)).quantize(step, rounding=ROUND_HALF_UP))


def with_unit(text: str, eenheid: str) -> str:
    """Return a written number with its unit, never broken between the two."""
    return f"{text}{VAST}{eenheid}" if eenheid else text


def range_in_words(bereik: Bereik, eenheid: str = "", decimalen: int = 0) -> str:
    """Return a number with its unit, or the two ends of a range."""
    laag, hoog = written(bereik.laag, decimalen), written(bereik.hoog, decimalen)
    if bereik.precies is not None or laag == hoog:
        return with_unit(laag, eenheid)
    return f"tussen {laag} en {with_unit(hoog, eenheid)}"
