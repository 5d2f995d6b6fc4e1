"""What parties say of how they work together on a theme: what holds now, and where they differ."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from openlea.core.samenwerking import Samenwerkingsmodel

ZIET = {
    Samenwerkingsmodel.SCHOTTEN: "schotten",
    Samenwerkingsmodel.KETEN: "een keten",
    Samenwerkingsmodel.NETWERK: "een netwerk",
    Samenwerkingsmodel.INTEGRAAL: "één team",
}
"""A model as what somebody sees: 'volgens de gemeente: een keten'."""


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
    """Return what was chosen together and who sees what, in a sentence; '' without any word."""
    together = [f"samen gekozen: {ZIET[stand.samen.model]}"] if stand.samen else []
    apart = [
        f"volgens {_names(names)}: {ZIET[model]}"
        for model, found in stand.groepen
        if (names := [one.partij for one in found if one.partij])
    ]
    told = "; ".join([*together, *apart])
    return f"{told[0].upper()}{told[1:]}." if told else ""


def tell_moved(stand: Themastand, partij: str) -> str:
    """Return what a partij said before, newest first: 'schotten (2023)'; '' when it never moved."""
    now = next((one.model for one in stand.nu if one.partij == partij), None)
    told: list[str] = []
    for one in stand.eerder:
        if one.partij == partij and one.model is not now:
            told.append(f"{one.model.label.lower()} ({one.sinds.year})")
            now = one.model
    return ", ".join(told)


def _names(wie: Sequence[str]) -> str:
    *first, last = wie
    return f"{', '.join(first)} en {last}" if first else last
