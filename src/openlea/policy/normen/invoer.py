"""All that was told to a norm, read and checked at once; every fault is named."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import TypeVar

from openlea.core.errors import BadInput, Fout
from openlea.policy import schrijfwijze
from openlea.policy.normen.gegeven import Gegeven, Waarde

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Invoer:
    """The answers by name; asking for one that may be missing needs a word for what then."""

    waarden: Mapping[str, Waarde]

    def __contains__(self, naam: str) -> bool:
        """Return whether this was told."""
        return naam in self.waarden

    def getal(self, naam: str) -> Decimal:
        """Return a number."""
        return _of(self.waarden[naam], Decimal)

    def geheel(self, naam: str) -> int:
        """Return a whole number."""
        return int(self.getal(naam))

    def dag(self, naam: str) -> date:
        """Return a day."""
        return _of(self.waarden[naam], date)

    def getallen(self, naam: str) -> tuple[Decimal, ...]:
        """Return a list of numbers, () when nothing was told."""
        return _of(self.waarden.get(naam, ()), tuple)

    def ja(self, naam: str) -> bool:
        """Return whether something is so; not told is no."""
        return _of(self.waarden.get(naam, False), bool)


def _of(value: Waarde, kind: type[T]) -> T:
    if not isinstance(value, kind):
        raise TypeError(f"{value!r} is no {kind.__name__}")
    return value


def read_invoer(gegevens: Sequence[Gegeven], told: Mapping[str, str]) -> Invoer:
    """Return the answers; BadInput lists every name that is unknown, missing or can't be read."""
    known = {one.naam: one for one in gegevens}
    fouten = [*_unknown(told, known), *_missing(gegevens, told)]
    waarden: dict[str, Waarde] = {}
    for naam in known.keys() & told.keys():
        try:
            waarden[naam] = known[naam].read(told[naam])
        except ValueError as error:
            fouten.append(Fout("", naam, f"{error}."))
    if fouten:
        raise BadInput(sorted(fouten))
    return Invoer(waarden)


def _unknown(told: Mapping[str, str], known: Mapping[str, Gegeven]) -> Iterator[Fout]:
    for naam in told:
        if naam not in known:
            near = get_close_matches(naam, known, 1)
            hint = f"Bedoel je {near[0]}?" if near else f"Wel: {schrijfwijze.listing(list(known))}."
            yield Fout("", naam, f"dit gegeven wordt hier niet gevraagd. {hint}")


def _missing(gegevens: Sequence[Gegeven], told: Mapping[str, str]) -> Iterator[Fout]:
    for one in gegevens:
        if one.verplicht and one.naam not in told:
            yield Fout("", one.naam, f"ontbreekt. Nodig is: {one.betekenis}")
