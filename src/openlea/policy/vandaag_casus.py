"""What one's own casussen ask today: the next step, by number and day and nothing else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from openlea.policy.casusklok import words_for
from openlea.policy.vandaag import Punt, PuntSoort


@dataclass(frozen=True, slots=True)
class Casuswerk:
    """A casus by its number, and the day of its next step."""

    nummer: int
    op: date


def of_casussen(werk: Iterable[Casuswerk], today: date) -> Iterator[Punt]:
    """Yield a point for each next step."""
    for one in werk:
        yield Punt(
            soort=PuntSoort.CASUS,
            tekst=f"Casus {one.nummer}: de volgende stap {words_for(one.op, today)}",
            knop="Open de casus",
            op=one.op,
            waar=str(one.nummer),
        )
