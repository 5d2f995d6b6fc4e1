"""Figures on all casussen together, from which nobody finds one: not even who sits at some tables.

A number is shown when it is nought, or when of it at least five remain for every single person,
after that person took away the casussen at whose table it sits. Groups that are too small go
together in one group. Every cut is protected by itself; all numbers are of one day of the month.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from openlea.core.casus import Casusinhoud, Uitkomst, days_between
from openlea.policy.casusklok import DRIE_MAANDEN, VIER_WEKEN

LEAST, LEAST_MEDIAN = 5, 10
DUREN = ("korter dan 4 weken", "4 weken tot 3 maanden", "3 maanden tot 1 jaar", "1 jaar of langer")
JAAR = 365


@dataclass(frozen=True, slots=True)
class Casusteld:
    """One casus to count: a number of its own, what is known, and who sit at its table."""

    nummer: int
    inhoud: Casusinhoud
    tafel: frozenset[int]


@dataclass(frozen=True, slots=True)
class Casusgroep:
    """Some classes of a cut, and how many casussen they hold together."""

    namen: tuple[str, ...]
    aantal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Casuscijfers:
    """What may be shown of a day; what is None is too small. Amounts in whole cents."""

    peildatum: date
    open: int | None
    gesloten: int | None
    duur: tuple[Casusgroep, ...]
    stappen: tuple[Casusgroep, ...]
    uitkomsten: tuple[Casusgroep, ...]
    dagen_tot_besluit: float | None
    toegekend: int | None


def first_of_month(today: date) -> date:
    """Return the day of which figures are shown: so that no single change can be seen to happen."""
    return today.replace(day=1)


def count_casussen(
    every: Sequence[Casusteld], treden: Mapping[str, str], peildatum: date
) -> Casuscijfers:
    """Return the figures as they were on a day; `treden` are the steps by id, in order."""
    known = [one for one in every if one.inhoud.begonnen_op <= peildatum]
    running = [one for one in known if not _ended(one, peildatum)]
    over = [one for one in known if _ended(one, peildatum)]
    budgets = [
        (one, budget)
        for one in known
        for budget in one.inhoud.budgetten
        if budget.besloten_op is not None and budget.besloten_op <= peildatum
    ]
    days = [one.dagen for _, one in budgets if one.dagen is not None]
    may = safe([one for one, _ in budgets])
    is_open, is_over = _pair(running, over)
    return Casuscijfers(
        peildatum=peildatum,
        open=is_open,
        gesloten=is_over,
        duur=bundled({name: _in(running, name, peildatum) for name in DUREN}),
        stappen=bundled({n: _on(running, id_, peildatum) for id_, n in treden.items()}),
        uitkomsten=bundled({one.label: _with(over, one) for one in Uitkomst}),
        dagen_tot_besluit=median(days) if may and len(days) >= LEAST_MEDIAN else None,
        toegekend=sum(one.toegekend or 0 for _, one in budgets) if may and budgets else None,
    )


def safe(group: Sequence[Casusteld]) -> bool:
    """Return whether a group may be told: nobody, itself aside, is left with one to four."""
    numbers = {one.nummer: one.tafel for one in group}
    people = frozenset().union(*numbers.values()) if numbers else frozenset()
    own = [sum(person in table for table in numbers.values()) for person in people]
    left = {len(numbers), *(len(numbers) - mine for mine in own)}
    return all(one == 0 or one >= LEAST for one in left)


def bundled(classes: Mapping[str, Sequence[Casusteld]]) -> tuple[Casusgroep, ...]:
    """Return a cut in which every group may be told: what may not goes together.

    None of it when even all together may not be told.
    """
    whole = [one for members in classes.values() for one in members]
    if not whole or not safe(whole):
        return ()
    apart = {name for name, members in classes.items() if safe(members)}
    while not safe(_joined(classes, apart)):
        apart.discard(min(apart, key=lambda name: (not classes[name], len(classes[name]))))
    return tuple(_groups(classes, apart))


def _joined(classes: Mapping[str, Sequence[Casusteld]], apart: set[str]) -> list[Casusteld]:
    return [one for name, members in classes.items() if name not in apart for one in members]


def _groups(classes: Mapping[str, Sequence[Casusteld]], apart: set[str]) -> Iterator[Casusgroep]:
    for name, members in classes.items():
        if name in apart:
            yield Casusgroep((name,), len(members))
    rest = tuple(name for name in classes if name not in apart)
    if rest:
        yield Casusgroep(rest, len(_joined(classes, apart)))


def _pair(running: Sequence[Casusteld], over: Sequence[Casusteld]) -> tuple[int | None, int | None]:
    """Return both counts where each may be told."""
    told = [len(group) if safe(group) else None for group in (running, over)]
    return told[0], told[1]


def _ended(one: Casusteld, on: date) -> bool:
    return one.inhoud.uitkomst_op is not None and one.inhoud.uitkomst_op <= on


def _in(group: Sequence[Casusteld], name: str, on: date) -> list[Casusteld]:
    return [one for one in group if _how_long(one.inhoud.thuis_sinds, on) == name]


def _how_long(since: date, on: date) -> str:
    if on < VIER_WEKEN.after(since):
        return DUREN[0]
    if on < DRIE_MAANDEN.after(since):
        return DUREN[1]
    return DUREN[2] if days_between(since, on) < JAAR else DUREN[3]


def _on(group: Sequence[Casusteld], trede: str, on: date) -> list[Casusteld]:
    def step(one: Casusteld) -> str:
        return [stap.trede for stap in one.inhoud.stappen if stap.op <= on][-1]

    return [one for one in group if step(one) == trede]


def _with(group: Sequence[Casusteld], uitkomst: Uitkomst) -> list[Casusteld]:
    return [one for one in group if one.inhoud.uitkomst is uitkomst]
