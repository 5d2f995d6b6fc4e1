"""How a plan stands on a day: whether it holds, when it runs out, and what is missing in it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from openlea.core.duur import Duur, Tijdseenheid
from openlea.core.keuze import Keuze
from openlea.core.plankaart import Plan, Plankaart
from openlea.core.plansoort import OverlegUitkomst
from openlea.core.plicht import Onderwerp
from openlea.policy.schrijfwijze import count, day

WAARSCHUWING = Duur(12, Tijdseenheid.MAAND)
"""How long before its last day a plan asks for a successor: writing, talking over and deciding one
takes most of a year."""


class Planstaat(Keuze):
    """Whether a plan holds on a day."""

    CONCEPT = "concept", "Nog niet vastgesteld"
    KOMT = "komt", "Geldt nog niet"
    GELDT = "geldt", "Geldt"
    LOOPT_AF = "loopt_af", "Loopt af"
    VERLOPEN = "verlopen", "Verlopen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Planstand:
    """A plan on a day: its state, the days it still holds (None: no end), and what is wrong.

    `deel_er` and `deel_mist` are its parts that are there and that are not; `signalen` say in
    sentences what to do.
    """

    plan: Plan
    staat: Planstaat
    dagen: int | None
    deel_er: tuple[Onderwerp, ...]
    deel_mist: tuple[Onderwerp, ...]
    signalen: tuple[str, ...]

    @property
    def rest(self) -> str:
        """Return how long it still holds, in words."""
        if self.dagen is None:
            return "Geen einddatum"
        if self.dagen < 0:
            return f"{count(-self.dagen, 'dag', 'dagen')} verlopen"
        return f"nog {count(self.dagen, 'dag', 'dagen')}" if self.dagen else "laatste dag"


def stand_of_plan(
    plan: Plan,
    kaart: Plankaart,
    delen: Sequence[Onderwerp],
    today: date,
    others: Collection[Plan] = (),
) -> Planstand:
    """Return how a plan stands; `delen` are the parts that its kind asks for.

    `others` are the plans of the same kind and holder: one that begins later is its successor too.
    """
    staat = state_of_plan(plan, today)
    return Planstand(
        plan=plan,
        staat=staat,
        dagen=None if plan.tot is None else (plan.tot - today).days,
        deel_er=tuple(one for one in delen if one.code in plan.delen),
        deel_mist=tuple(one for one in delen if one.code not in plan.delen),
        signalen=tuple(_signals(plan, kaart, staat, today, others)),
    )


def state_of_plan(plan: Plan, today: date) -> Planstaat:
    """Return whether a plan holds on a day; one that nobody decided is a draft."""
    if plan.tot is not None and plan.tot < today:
        return Planstaat.VERLOPEN
    if plan.vastgesteld_op is None or plan.vastgesteld_op > today:
        return Planstaat.CONCEPT
    if plan.van > today:
        return Planstaat.KOMT
    soon = plan.tot is not None and plan.tot <= WAARSCHUWING.after(today)
    return Planstaat.LOOPT_AF if soon else Planstaat.GELDT


def longest_until(plan: Plan, kaart: Plankaart) -> date | None:
    """Return the last day that the law lets a plan hold, or None when no law says."""
    return kaart.langste.after(plan.van) - timedelta(days=1) if kaart.langste else None


def has_successor(plan: Plan, others: Iterable[Plan]) -> bool:
    """Return whether a plan of the same holder follows it: one that was named, or begins later."""
    return plan.opvolger is not None or any(
        one.nummer != plan.nummer and one.houder == plan.houder and one.van > plan.van
        for one in others
        if one.soort == plan.soort
    )


def _signals(
    plan: Plan, kaart: Plankaart, staat: Planstaat, today: date, others: Collection[Plan]
) -> Iterator[str]:
    if staat is Planstaat.VERLOPEN:
        if not has_successor(plan, others):
            yield "Het plan is verlopen en heeft geen opvolger. Zet het nieuwe plan erbij."
        return
    if staat is Planstaat.LOOPT_AF and not has_successor(plan, others):
        yield "Het plan loopt binnen een jaar af. Begin aan de opvolger."
    if plan.vastgesteld_op is None and plan.van <= today:
        yield "De periode is begonnen, maar het plan is nog niet vastgesteld."
    yield from _too_long(plan, kaart)
    yield from _talked_over(plan, kaart)


def _too_long(plan: Plan, kaart: Plankaart) -> Iterator[str]:
    last = longest_until(plan, kaart)
    if last is None or (plan.tot is not None and plan.tot <= last):
        return
    yield f"Dit plan mag hoogstens {kaart.langste} gelden: tot en met {day(last)}."


def _talked_over(plan: Plan, kaart: Plankaart) -> Iterator[str]:
    if not kaart.overleg:
        return
    if plan.overleg_op is None:
        yield "Er staat geen overleg bij. Zonder overleg mag dit plan niet worden vastgesteld."
    elif plan.vastgesteld_op is not None and plan.overleg_op > plan.vastgesteld_op:
        yield "Het overleg was na het vaststellen. Het hoort over het concept te gaan."
    elif plan.overleg_uitkomst is None:
        yield "Vul in hoe het overleg afliep: met of zonder overeenstemming."
    elif plan.overleg_uitkomst is OverlegUitkomst.GESCHIL and plan.vastgesteld_op is None:
        yield "Er ligt een geschil voor. Wacht met vaststellen op de uitkomst."
