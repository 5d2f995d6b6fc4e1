"""What a houder did in a year, in hours and euros per kind of child, beside what it got before.

Every child is rounded to the cent, half up; what is told of a whole is the sum of those cents, so
the parts are always together the whole.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from openlea.core.onthulling import VERBORGEN_HOOG

CENT = Decimal("0.01")
HOUDER_ONBEKEND = "Houder niet bekend"

Kindsoort = tuple[bool, bool]
"""With an indication or not; parents with kinderopvangtoeslag or not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tarief:
    """What the gemeente pays for an hour, what parents pay of it, and the most hours of a year."""

    uurtarief: Decimal
    ouderbijdrage: Decimal
    meeste_uren: int

    @property
    def netto(self) -> Decimal:
        """Return euros an hour that the gemeente pays; never below nought."""
        return max(self.uurtarief - self.ouderbijdrage, Decimal(0))

    def cents(self, uren: Decimal) -> int:
        """Return what is paid for the hours of one child, in cents, half up."""
        counted = min(uren, Decimal(self.meeste_uren))
        return int((counted * self.netto).quantize(CENT, rounding=ROUND_HALF_UP) * 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kindjaar:
    """One child in one year at one houder; `toeslag` and `uren` None when they weren't said."""

    houder: str
    indicatie: bool
    toeslag: bool | None
    uren: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deel:
    """Children of one kind at a houder: hours that count and cents."""

    indicatie: bool
    toeslag: bool
    kinderen: int
    uren: Decimal
    cents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Houderjaar:
    """What a houder did; `zonder` can't be settled: no hours, no toeslag said, or no tariff."""

    houder: str
    delen: tuple[Deel, ...]
    zonder: int

    @property
    def cents(self) -> int:
        """Return what it did, in cents."""
        return sum(one.cents for one in self.delen)

    @property
    def uren(self) -> Decimal:
        """Return its hours that count."""
        return sum((one.uren for one in self.delen), Decimal(0))

    @property
    def kinderen(self) -> int:
        """Return the children who were settled."""
        return sum(one.kinderen for one in self.delen)

    def as_shown(self) -> dict[str, Any]:
        """Return what may be kept: euros always, hours and parts when no small group is in them."""
        # With hours and euros of the whole, two tariffs would give away the hours of a small part.
        small = _is_small(self.kinderen)
        hidden = any(_is_small(one.kinderen) for one in self.delen)
        parts = () if hidden else self.delen
        return {
            "cents": self.cents,
            "uren": None if hidden else str(self.uren),
            "kinderen": [1, VERBORGEN_HOOG] if small else [self.kinderen, self.kinderen],
            "zonder": [1, VERBORGEN_HOOG] if _is_small(self.zonder) else [self.zonder, self.zonder],
            "delen": [
                {
                    "indicatie": one.indicatie,
                    "toeslag": one.toeslag,
                    "kinderen": one.kinderen,
                    "uren": str(one.uren),
                    "cents": one.cents,
                }
                for one in parts
            ],
        }


def settle(
    kinderen: Iterable[Kindjaar], tarieven: Mapping[Kindsoort, Tarief]
) -> tuple[Houderjaar, ...]:
    """Return every houder with its hours and euros, in the order of the alphabet."""
    by_houder: dict[str, list[Kindjaar]] = {}
    for one in kinderen:
        by_houder.setdefault(one.houder or HOUDER_ONBEKEND, []).append(one)
    return tuple(_houder(naam, some, tarieven) for naam, some in sorted(by_houder.items()))


def balance(cents: int, voorschot: int) -> int:
    """Return what is still to be paid in cents; below nought it comes back."""
    return cents - voorschot


def _houder(
    naam: str, some: Sequence[Kindjaar], tarieven: Mapping[Kindsoort, Tarief]
) -> Houderjaar:
    found: dict[Kindsoort, list[tuple[Decimal, int]]] = {}
    zonder = 0
    for one in some:
        soort = (one.indicatie, bool(one.toeslag))
        if one.uren is None or one.toeslag is None or soort not in tarieven:
            zonder += 1
            continue
        tarief = tarieven[soort]
        counted = min(one.uren, Decimal(tarief.meeste_uren))
        found.setdefault(soort, []).append((counted, tarief.cents(one.uren)))
    delen = tuple(
        Deel(
            indicatie=soort[0],
            toeslag=soort[1],
            kinderen=len(each),
            uren=sum((uren for uren, _ in each), Decimal(0)),
            cents=sum(cents for _, cents in each),
        )
        for soort, each in sorted(found.items(), reverse=True)
    )
    return Houderjaar(houder=naam, delen=delen, zonder=zonder)


def _is_small(count: int) -> bool:
    return 0 < count <= VERBORGEN_HOOG
