"""What agreements ask attention for today: those of which the last day went by."""

from collections.abc import Iterable, Iterator
from datetime import date

from openlea.core.afspraak import Afspraak
from openlea.policy.afspraak import is_late, last_day
from openlea.policy.schrijfwijze import count
from openlea.policy.vandaag import APART, Punt, PuntSoort

SHORT = 80


def of_afspraken(afspraken: Iterable[Afspraak], today: date) -> Iterator[Punt]:
    """Yield the late agreements, each as a point; many are one point."""
    late = sorted(
        (one for one in afspraken if is_late(one, today)),
        key=lambda one: (last_day(one) or today, one.nummer),
    )
    if len(late) > APART:
        yield Punt(
            soort=PuntSoort.AFSPRAAK,
            tekst=f"{count(len(late), 'afspraak is', 'afspraken zijn')} over de einddatum",
            knop="Zeg wat ervan kwam",
            op=last_day(late[0]),
            aantal=len(late),
        )
        return
    for one in late:
        yield Punt(
            soort=PuntSoort.AFSPRAAK,
            tekst=f"Over de einddatum: {_short(one.wat)}",
            knop="Zeg wat ervan kwam",
            op=last_day(one),
            waar=str(one.nummer),
        )


def _short(wat: str) -> str:
    text = " ".join(wat.split()).rstrip(".")
    return text if len(text) <= SHORT else f"{text[:SHORT].rsplit(' ', 1)[0]} …"
