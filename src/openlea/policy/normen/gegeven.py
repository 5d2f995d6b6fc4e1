"""What a norm wants to know, and how one answer is read; what can't be meant is refused."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from openlea.core.keuze import Keuze
from openlea.policy import schrijfwijze

Waarde = Decimal | date | bool | tuple[Decimal, ...]
"""An answer once it was read; whole numbers are Decimals too."""

JA = {"ja": True, "nee": False, "true": True, "false": False, "1": True, "0": False}
_GETAL = re.compile(r"-?[0-9]{1,12}([.,][0-9]{1,6})?")
_DUIZEND = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
_DAG = re.compile(r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})")
EERSTE_JAAR, LAATSTE_JAAR = 1900, 2200
"""Outside these years a date is a slip of the pen."""
LANGSTE_LIJST = 400


class Soort(Keuze):
    """What kind of answer is wanted."""

    GEHEEL = "geheel", "een heel getal"
    GETAL = "getal", "een getal"
    DAG = "dag", "een datum"
    JA_NEE = "ja_nee", "ja of nee"
    GETALLEN = "getallen", "getallen met een komma ertussen"
    GEHELEN = "gehelen", "hele getallen met een komma ertussen"


WHOLE = frozenset({Soort.GEHEEL, Soort.GEHELEN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Gegeven:
    """One thing that a norm wants to know.

    `overslaan` is a word that may stand in a list for something that doesn't count.
    """

    naam: str
    betekenis: str
    soort: Soort
    eenheid: str = ""
    verplicht: bool = True
    minimum: Decimal = Decimal(0)
    maximum: Decimal = Decimal(10) ** 12
    overslaan: str = ""

    def read(self, text: str) -> Waarde:
        """Return what a text means; ValueError says in Dutch what is wrong with it."""
        clean = text.strip()
        match self.soort:
            case Soort.JA_NEE:
                return _yes_or_no(clean)
            case Soort.DAG:
                return _day(clean)
            case Soort.GETALLEN | Soort.GEHELEN:
                return tuple(self._number(part) for part in self._parts(clean))
            case _:
                return self._number(clean)

    def _parts(self, text: str) -> list[str]:
        parts = [part.strip() for part in text.split(";" if ";" in text else ",")]
        kept = [part for part in parts if not (self.overslaan and part.lower() == self.overslaan)]
        if not any(kept) or len(parts) > LANGSTE_LIJST:
            raise ValueError(f"schrijf 1 tot {LANGSTE_LIJST} getallen met een komma ertussen")
        return kept

    def _number(self, text: str) -> Decimal:
        if not _GETAL.fullmatch(text):
            raise ValueError(f"'{text}' is geen getal")
        if _DUIZEND.fullmatch(text):
            raise ValueError(f"'{text}' kan twee dingen betekenen; schrijf duizend als 1000")
        value = Decimal(text.replace(",", "."))
        if self.soort in WHOLE and value != value.to_integral_value():
            raise ValueError(f"'{text}' is geen heel getal")
        if not self.minimum <= value <= self.maximum:
            low, high = schrijfwijze.number(self.minimum), schrijfwijze.number(self.maximum)
            raise ValueError(f"'{text}' moet tussen {low} en {high} liggen")
        return value


def _yes_or_no(text: str) -> bool:
    if text.lower() not in JA:
        raise ValueError(f"'{text}' is geen ja of nee")
    return JA[text.lower()]


def _day(text: str) -> date:
    """Return the day of '2026-11-02' or '2-11-2026'."""
    dutch = _DAG.fullmatch(text)
    try:
        parts = (int(dutch[3]), int(dutch[2]), int(dutch[1])) if dutch else None
        day = date(*parts) if parts else date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"'{text}' is geen datum; schrijf 2026-11-02") from None
    if not EERSTE_JAAR <= day.year <= LAATSTE_JAAR:
        raise ValueError(f"'{text}': het jaar moet tussen {EERSTE_JAAR} en {LAATSTE_JAAR} liggen")
    return day
