"""What assignments ask attention for today: the own next step, and a proposal that is due."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from openlea.core.keuze import Keuze
from openlea.policy.schrijfwijze import count, day
from openlea.policy.vandaag import APART, Punt, PuntSoort

BINNENKORT = timedelta(days=30)
"""A month ahead there is still a meeting of the werkgroep to come."""


class Opdrachtwerk(Keuze):
    """What somebody must do, with the words of its button; most pressing first."""

    UITWERKEN = "uitwerken", "Werk het voorstel uit"
    AANVAARDEN = "aanvaarden", "Lees de opdracht"
    AGENDEREN = "agenderen", "Zet op de agenda"
    BESLISSEN = "beslissen", "Leg de uitkomst vast"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdrachtvraag:
    """One thing to do about an assignment or a proposal (`waar` names its page), before a day."""

    werk: Opdrachtwerk
    titel: str
    waar: str
    op: date | None = None


def of_opdrachten(vragen: Iterable[Opdrachtvraag], today: date) -> Iterator[Punt]:
    """Yield what must be done, each as a point; many of one kind are one point.

    A proposal is asked a month before its last day, and stays until it is there.
    """
    shown = [one for one in vragen if _is_near(one, today)]
    for werk in Opdrachtwerk:
        own = sorted(
            (one for one in shown if one.werk is werk),
            key=lambda one: (one.op or date.max, one.waar),
        )
        if len(own) > APART:
            yield Punt(
                soort=PuntSoort.OPDRACHT,
                tekst=f"{count(len(own), 'opdracht', 'opdrachten')}: {werk.label.lower()}",
                knop="Naar de opdrachten",
                op=own[0].op,
                aantal=len(own),
            )
            continue
        for one in own:
            yield Punt(
                soort=PuntSoort.OPDRACHT,
                tekst=_said(one, today),
                knop=werk.label,
                op=one.op,
                waar=one.waar,
            )


def _is_near(one: Opdrachtvraag, today: date) -> bool:
    if one.werk is not Opdrachtwerk.UITWERKEN:
        return True
    return one.op is not None and one.op - today <= BINNENKORT


def _said(one: Opdrachtvraag, today: date) -> str:
    if one.werk is Opdrachtwerk.AANVAARDEN:
        return f"Nieuwe opdracht aan de werkgroep: {one.titel}"
    if one.werk is Opdrachtwerk.UITWERKEN and one.op is not None:
        late = "Voorstel is te laat" if one.op < today else f"Voorstel uiterlijk {day(one.op)}"
        return f"{late}: {one.titel}"
    if one.werk is Opdrachtwerk.AGENDEREN:
        return f"Voorstel ingediend: {one.titel}"
    return f"Het overleg besloot over: {one.titel}"
