"""How the numbers of a chart are written: 4,4 % and 1–4, never narrower than what is known."""

from decimal import ROUND_HALF_UP, Decimal

from openlea.core.onthulling import Bereik
from openlea.policy.schrijfwijze import number

GEEN_CIJFER = "geen cijfer"
VAST = "\N{NO-BREAK SPACE}"


def written(value: float, decimals: int = 1) -> str:
    """Return 4.44 as '4,4', rounded half up."""
    step = Decimal(1).scaleb(-decimals)
    return number(Decimal(str(value)).quantize(step, rounding=ROUND_HALF_UP))


def with_unit(text: str, eenheid: str) -> str:
    """Return '4,4 %' or '12 leerlingen', never broken between number and unit."""
    return f"{text}{VAST}{eenheid}" if eenheid else text


def with_unit_expr(eenheid: str) -> str:
    """Return what Vega writes at an axis: the number with its unit."""
    return f"datum.label + '{VAST}%'" if eenheid == "%" else "datum.label"


def range_words(
    bereik: Bereik | None, eenheid: str = "", decimals: int = 1, woord: str = GEEN_CIJFER
) -> str:
    """Return a number as '4,4 %', a range as '2,1–3,9 %' and nothing as its word."""
    if bereik is None:
        return woord
    laag, hoog = written(bereik.laag, decimals), written(bereik.hoog, decimals)
    return with_unit(laag if laag == hoog else f"{laag}–{hoog}", eenheid)


def range_sentence(
    bereik: Bereik | None, eenheid: str = "", decimals: int = 1, woord: str = GEEN_CIJFER
) -> str:
    """Return the same to be read aloud: 'tussen 2,1 en 3,9 %'."""
    if bereik is None:
        return woord
    laag, hoog = written(bereik.laag, decimals), written(bereik.hoog, decimals)
    if laag == hoog:
        return with_unit(laag, eenheid)
    return f"tussen {laag} en {with_unit(hoog, eenheid)}"


def span(bereiken: list[Bereik]) -> Bereik | None:
    """Return the lowest and the highest of all; none when there are none."""
    if not bereiken:
        return None
    return Bereik(min(one.laag for one in bereiken), max(one.hoog for one in bereiken))
