"""A place by its key: what kind of place, its code, and the days on which that code counts.

Municipalities merge and schools close. A record keeps the key it was written with; the place knows
until when that key is in use and which keys came after it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from openlea.core.errors import BadInput, Fout
from openlea.core.keuze import Keuze


class PlaceKind(Keuze):
    """What kind of place a code stands for."""

    GEMEENTE = "gemeente", "Gemeente"
    PC4 = "pc4", "Postcodegebied (vier cijfers)"
    SCHOOL = "school", "Schoolvestiging"
    BESTUUR = "bestuur", "Schoolbestuur"
    SWV = "swv", "Samenwerkingsverband passend onderwijs"
    RMC = "rmc", "RMC-regio"
    PROVINCIE = "provincie", "Provincie"
    LAND = "land", "Land"


@dataclass(frozen=True, slots=True)
class _Form:
    """How a kind of code is recognised, and how its one written form is made."""

    pattern: re.Pattern[str]
    template: str
    example: str

    def canonical(self, text: str) -> str | None:
        """Return the one written form of a code, or None when it's no such code."""
        found = self.pattern.fullmatch(text)
        if found is None:
            return None
        digits = {name: int(part) for name, part in found.groupdict().items() if name == "n"}
        return self.template.format(**{**found.groupdict(), **digits})


# The codes of CBS (GM, PV), of DUO (instellings- and vestigingscode, bevoegd gezag, RMC) and of the
# samenwerkingsverbanden (PO or VO with four digits). Excel eats leading noughts: they're put back.
_FORMS: Mapping[PlaceKind, _Form] = {
    PlaceKind.GEMEENTE: _Form(re.compile(r"(?:GM)?0*(?P<n>[1-9]\d{0,3})"), "GM{n:04d}", "GM0402"),
    PlaceKind.PC4: _Form(re.compile(r"(?P<n>[1-9]\d{3})"), "{n:04d}", "1211"),
    PlaceKind.SCHOOL: _Form(
        re.compile(r"(?P<brin>\d\d[A-Z]{2})[|/ -]?(?P<n>\d{1,2})"), "{brin}{n:02d}", "00AB00"
    ),
    PlaceKind.BESTUUR: _Form(re.compile(r"0*(?P<n>[1-9]\d{0,4})"), "{n:05d}", "40123"),
    PlaceKind.SWV: _Form(
        re.compile(r"(?P<sector>PO|VO)[ -]?(?P<n>[1-9]\d{3})"), "{sector}{n:04d}", "PO2001"
    ),
    PlaceKind.RMC: _Form(re.compile(r"(?:RMC?)?0*(?P<n>[1-9]\d?)"), "{n:02d}", "06"),
    PlaceKind.PROVINCIE: _Form(re.compile(r"(?:PV)?(?P<n>[1-9]\d)"), "PV{n:02d}", "PV27"),
    PlaceKind.LAND: _Form(re.compile(r"NL(?:0[01])?"), "NL", "NL"),
}


@dataclass(frozen=True, slots=True, order=True)
class PlaceKey:
    """A kind and a code in its one written form. Make one with `of` or `parse`."""

    kind: PlaceKind
    code: str

    def __post_init__(self) -> None:
        """Refuse a code that isn't in its one written form: equal places must be equal keys."""
        if _FORMS[self.kind].canonical(self.code) != self.code:
            raise BadInput([_not_a_code(self.kind, self.code)])

    @classmethod
    def of(cls, kind: PlaceKind, code: str) -> Self:
        """Return the key of a code as any source writes it; BadInput when it's no such code."""
        canonical = _FORMS[kind].canonical(code.strip().upper())
        if canonical is None:
            raise BadInput([_not_a_code(kind, code)])
        return cls(kind, canonical)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the key written as 'gemeente:GM0402'; BadInput with the kinds that exist."""
        word, colon, code = text.partition(":")
        kinds = {kind.value: kind for kind in PlaceKind}
        kind = kinds.get(word.strip().lower())
        if not colon or kind is None:
            reden = (
                f"'{text}' is geen plaatscode. Schrijf de soort, een dubbele punt en de code, "
                f"bijvoorbeeld gemeente:GM0402. Soorten: {', '.join(kinds)}."
            )
            raise BadInput([Fout("", "plaats", reden)])
        return cls.of(kind, code)

    def __str__(self) -> str:
        """Return the key as it's stored and shared: kind, colon, code."""
        return f"{self.kind}:{self.code}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A key with its name and its days; both days are included, None is open.

    `successors` are the keys that came instead: one after a merger, more after a division, none
    when the place just ended.
    """

    key: PlaceKey
    naam: str
    valid_from: date | None = None
    valid_to: date | None = None
    successors: tuple[PlaceKey, ...] = ()

    def __post_init__(self) -> None:
        """Refuse days in the wrong order, and successors of a place that never ended."""
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise BadInput([self._fout("de laatste dag ligt voor de eerste dag")])
        if self.successors and self.valid_to is None:
            raise BadInput([self._fout("er is een opvolger, maar geen laatste dag")])
        if self.key in self.successors:
            raise BadInput([self._fout("een plaats kan niet zichzelf opvolgen")])

    def valid_on(self, day: date) -> bool:
        """Say whether the key is in use on that day."""
        started = self.valid_from is None or self.valid_from <= day
        return started and (self.valid_to is None or day <= self.valid_to)

    def successors_on(self, day: date) -> tuple[PlaceKey, ...]:
        """Return the keys that took over by that day; none while this key is in use."""
        ended = self.valid_to is not None and self.valid_to < day
        return self.successors if ended else ()

    def _fout(self, reden: str) -> Fout:
        """Return a fault of this place."""
        return Fout("", str(self.key), f"{self.naam}: {reden}.")


def keys_on(key: PlaceKey, day: date, places: Sequence[Place]) -> tuple[PlaceKey, ...]:
    """Return the keys that stand for a key on a day, through every merger in between, sorted.

    An unknown key stands for itself: what isn't on the shelf is never guessed away. A key that
    ended without successor stands for nothing.
    """
    known = {place.key: place for place in places}
    found: set[PlaceKey] = set()
    seen: set[PlaceKey] = set()
    waiting = [key]
    while waiting:
        current = waiting.pop()
        if current in seen:
            continue
        seen.add(current)
        place = known.get(current)
        if place is None or place.valid_to is None or day <= place.valid_to:
            found.add(current)
        else:
            waiting.extend(place.successors_on(day))
    return tuple(sorted(found))


def _not_a_code(kind: PlaceKind, code: str) -> Fout:
    """Return the fault of a code that doesn't fit its kind."""
    reden = f"'{code}' is geen code van een {kind.label.lower()}; zo ziet die eruit: "
    return Fout("", "plaats", reden + f"{_FORMS[kind].example}.")
