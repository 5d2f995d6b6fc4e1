"""What invitations ask today: whether one comes to a meeting, so that somebody else still can."""

from collections.abc import Iterable, Iterator

from openlea.policy.schrijfwijze import count, day
from openlea.policy.vandaag import APART, Punt, PuntSoort
from openlea.policy.vergaderregel import Vergaderregel


def of_uitnodigingen(komend: Iterable[Vergaderregel]) -> Iterator[Punt]:
    """Yield a point for each meeting that waits for an answer; more than two are one point."""
    waiting = sorted(komend, key=lambda one: (one.op, one.nummer))
    if len(waiting) > APART:
        first = waiting[0]
        titel = count(len(waiting), "uitnodiging", "uitnodigingen")
        yield Punt(
            soort=PuntSoort.OVERLEG,
            tekst=f"{titel} wachten op je antwoord, de eerste voor {day(first.op)}",
            knop="Zeg of je komt",
            op=first.op,
            aantal=len(waiting),
            waar=str(first.nummer),
        )
        return
    for one in waiting:
        yield Punt(
            soort=PuntSoort.OVERLEG,
            tekst=f"Kom je naar {one.titel} op {day(one.op)}?",
            knop="Zeg of je komt",
            op=one.op,
            waar=str(one.nummer),
        )
