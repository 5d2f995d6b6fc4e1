"""What parties say of how they work together on a theme: what holds now, and where they differ."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from openlea.core.samenwerking import Samenwerkingsmodel

ZIET = {
    Samenwerkingsmodel.SCHOTTEN: "schotten",
    Samenwerkingsmodel.KETEN: "een keten",
    Samenwerkingsmodel.NETWERK: "een netwerk",
    Samenwerkingsmodel.INTEGRAAL: "één team",
}
"""A model as what somebody sees: 'de gemeente ziet een keten'."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Modelwoord:
    """The word of a partij (its name) on a theme since a day; without partij that of all."""

    nummer: int
    partij: str
    model: Samenwerkingsmodel
    sinds: date
    waarom: str = ""

    @property
    def wie(self) -> str:
        """Return whose word it is."""
        return self.partij or "Samen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Themastand:
    """A theme: the words that hold now (that of all first), and those that held before."""

    thema: str
    nu: tuple[Modelwoord, ...]
    eerder: tuple[Modelwoord, ...]

    @property
    def groepen(self) -> tuple[tuple[Samenwerkingsmodel, tuple[Modelwoord, ...]], ...]:
        """Return the models in use, in the order of the list, each with who says so."""
        return tuple(
            (model, found)
            for model in Samenwerkingsmodel
            if (found := tuple(one for one in self.nu if one.model is model))
        )

    @property
    def is_verschil(self) -> bool:
        """Return whether not everybody says the same."""
        return len(self.groepen) > 1

    @property
    def samen(self) -> Modelwoord | None:
        """Return the word of all, or None."""
        return next((one for one in self.nu if not one.partij), None)


def judge_thema(thema: str, woorden: Iterable[Modelwoord]) -> Themastand:
    """Return a theme; of each partij the last word holds, unless all chose one together since."""
    newest = sorted(woorden, key=lambda one: (one.sinds, one.nummer), reverse=True)
    last: dict[str, Modelwoord] = {}
    for one in newest:
        last.setdefault(one.partij, one)
    together = last.get("")
    holds = [
        one for one in last.values() if not together or one is together or _after(one, together)
    ]
    now = tuple(sorted(holds, key=lambda one: one.partij))
    return Themastand(thema=thema, nu=now, eerder=tuple(one for one in newest if one not in now))


def _after(one: Modelwoord, together: Modelwoord) -> bool:
    """Return whether a word was said after the choice of all, also when on the same day."""
    return (one.sinds, one.nummer) > (together.sinds, together.nummer)


def tell_verschil(stand: Themastand) -> str:
    """Return who sees what, in a sentence; '' when nobody said anything."""
    told = [_sees(model, [one.wie for one in found]) for model, found in stand.groepen]
    return f"{'; '.join(told)}." if told else ""


def tell_moved(stand: Themastand) -> str:
    """Return how a theme moved, oldest first, as 'schotten (2023), keten (2025)', or ''."""
    every = sorted(chain(stand.nu, stand.eerder), key=lambda one: (one.sinds, one.nummer))
    own = [one for one in every if not one.partij] or every
    steps: list[Modelwoord] = []
    for one in own:
        if not steps or steps[-1].model is not one.model:
            steps.append(one)
    if len(steps) < 2:  # noqa: PLR2004 - a move has a from and a to
        return ""
    return ", ".join(f"{one.model.label.lower()} ({one.sinds.year})" for one in steps)


def _sees(model: Samenwerkingsmodel, wie: Sequence[str]) -> str:
    *first, last = wie
    names = f"{', '.join(first)} en {last}" if first else last
    return f"{names} {'zien' if first else 'ziet'} {ZIET[model]}"
