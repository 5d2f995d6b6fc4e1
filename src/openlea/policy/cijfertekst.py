"""How a figure is written in Dutch: '4,4 %', '47 tot 50 leerlingen', '1 oktober 2024'."""

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from openlea.core.onthulling import Bereik
from openlea.policy.schrijfwijze import day

VAST = "\N{NO-BREAK SPACE}"
IN_DE_ZIN = frozenset({"%", "km"})
"""Units that belong to the number itself; every other unit is a word of the sentence."""
_SWAP = str.maketrans({",": ".", ".": ","})


def rounded(value: float, decimals: int) -> Decimal:
    """Return a number rounded half up, as it's written; never minus nought."""
    found = Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    return found or abs(found)


def number_text(value: float, decimals: int) -> str:
    """Return 1234.5 as '1.234,5', always with so many decimals."""
    return f"{rounded(value, decimals):,f}".translate(_SWAP)


def bereik_tekst(bereik: Bereik, decimals: int, eenheid: str = "") -> str:
    """Return '4,4 %' or '47 tot 50 %', never broken over a line before the unit."""
    laag, hoog = (number_text(end, decimals) for end in (bereik.laag, bereik.hoog))
    text = laag if laag == hoog else f"{laag} tot {hoog}"
    return f"{text}{VAST}{eenheid}" if eenheid else text


def waarde_in_zin(bereik: Bereik, decimals: int, eenheid: str) -> str:
    """Return the number for a sentence that names the unit itself, unless it's a sign."""
    return bereik_tekst(bereik, decimals, eenheid if eenheid in IN_DE_ZIN else "")


def periode_tekst(periode: str) -> str:
    """Return a period in words: '1 oktober 2024', 'schooljaar 2023/24', '2021'."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", periode):
        return day(date.fromisoformat(periode)).replace(" ", VAST)
    if re.fullmatch(r"\d{4}/\d\d", periode):
        return f"schooljaar {periode}"
    return periode
