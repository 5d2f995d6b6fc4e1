"""What must go on a day: whose term has passed, unless a hold says that it stays."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import takewhile

from openlea.core.bewaring import Kandidaat, Stop
from openlea.core.duur import Duur, Tijdseenheid

EVER = date.max


@dataclass(frozen=True, slots=True, kw_only=True)
class Opruiming:
    """Of one kind: the numbers that go, in order, and those that would go but are held."""

    weg: tuple[int, ...] = ()
    vastgehouden: tuple[int, ...] = ()

    @property
    def vingerafdruk(self) -> str:
        """Return the mark of exactly these numbers."""
        return fingerprint(self.weg)


def last_day(sinds: date, maanden: int) -> date:
    """Return the last day that something is kept, when its term runs from a day."""
    if not maanden:
        return sinds
    try:
        return Duur(maanden, Tijdseenheid.MAAND).after(sinds)
    except (OverflowError, ValueError):
        return EVER


def to_clear(
    kandidaten: Iterable[Kandidaat], maanden: int, stops: Iterable[Stop], on: date
) -> Opruiming:
    """Return what of a kind goes on a day; on the last day itself it is still kept.

    `stops` are the holds on this kind.
    """
    passed = _passed(kandidaten, maanden, on)
    held = {stop.nummer for stop in stops}
    stays = {one for one in passed if None in held or one in held}
    return Opruiming(
        weg=tuple(one for one in passed if one not in stays), vastgehouden=tuple(sorted(stays))
    )


def to_clear_in_row(
    kandidaten: Sequence[Kandidaat], maanden: int, stops: Iterable[Stop], on: date
) -> Opruiming:
    """Return the same of a chain: only its beginning may go, up to the first line that stays."""
    loose = to_clear(kandidaten, maanden, stops, on)
    going = set(loose.weg)
    numbers = sorted(one.nummer for one in kandidaten)
    weg = tuple(takewhile(going.__contains__, numbers))
    return Opruiming(weg=weg, vastgehouden=loose.vastgehouden)


def _passed(kandidaten: Iterable[Kandidaat], maanden: int, on: date) -> list[int]:
    return sorted(one.nummer for one in kandidaten if last_day(one.sinds, maanden) < on)


def fingerprint(nummers: Iterable[int]) -> str:
    """Return a hash over numbers, whatever their order; equal lists have equal marks."""
    return sha256(",".join(map(str, sorted(nummers))).encode()).hexdigest()
