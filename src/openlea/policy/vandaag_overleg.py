"""What consultations ask today: topics of the law that no agenda holds, and meetings not closed."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from openlea.policy.overlegplan import Overlegplan, Overlegregel
from openlea.policy.schrijfwijze import count, day
from openlea.policy.tafelonderwerp import at_table
from openlea.policy.vandaag import Punt, PuntSoort
from openlea.policy.vergaderregel import WAITING, Vergaderregel
from openlea.policy.wetsonderwerp import BehandelStaat

SOON = timedelta(days=60)
"""Two months ahead an agenda is made."""
YEAR_ENDS = timedelta(days=120)
"""Four months before the last day a meeting must be planned, or it is no longer held."""
PLAN = "plan"
"""What `waar` says before the number of a series of which a meeting must be planned."""


def of_overleg(plan: Overlegplan, today: date, own: Collection[int]) -> Iterator[Punt]:
    """Yield what asks attention in the series (by number) that somebody leads or keeps."""
    for regel in plan.regels:
        if regel.reeks is not None and regel.reeks.nummer in own:
            yield from _unclosed(regel)
            yield from _gaps(regel, today)


def _unclosed(regel: Overlegregel) -> Iterator[Punt]:
    for one in regel.niet_gesloten:
        yield Punt(
            soort=PuntSoort.OVERLEG,
            tekst=f"{one.titel} van {day(one.op)} is nog niet afgesloten",
            knop="Sluit af of gelast af",
            op=one.op,
            waar=str(one.nummer),
        )


def _gaps(regel: Overlegregel, today: date) -> Iterator[Punt]:
    left = [one for one in at_table(regel.onderwerpen) if one.staat is BehandelStaat.OPEN]
    if not left:
        return
    komt = next((one for one in regel.gepland if one.staat in WAITING), None)
    topics = count(len(left), "verplicht onderwerp", "verplichte onderwerpen")
    if komt is not None and komt.op <= today + SOON:
        yield _on_agenda(komt, topics, len(left))
    elif komt is None and regel.nog_te_plannen and _ends_soon(regel, today):
        window = regel.nog_te_plannen[0]
        yield Punt(
            soort=PuntSoort.OVERLEG,
            tekst=f"{regel.titel}: {topics} open en geen vergadering gepland",
            knop="Plan een vergadering",
            op=window.voor,
            aantal=len(left),
            waar=f"{PLAN}{regel.reeks.nummer if regel.reeks else ''}",
        )


def _on_agenda(komt: Vergaderregel, topics: str, aantal: int) -> Punt:
    return Punt(
        soort=PuntSoort.OVERLEG,
        tekst=f"{komt.titel} van {day(komt.op)}: {topics} open",
        knop="Zet op de agenda",
        op=komt.op,
        aantal=aantal,
        waar=str(komt.nummer),
    )


def _ends_soon(regel: Overlegregel, today: date) -> bool:
    return max(one.voor for one in regel.nog_te_plannen) <= today + YEAR_ENDS
