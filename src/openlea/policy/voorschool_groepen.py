"""The mix of a group: what may be shown of children with and without indication, and what is heavy.

What is shown of groups may not give away what the table of locations hides: a group is shown only
where the children with indication of its location are shown, and where one group of a location is
hidden, a second one is hidden too.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from openlea.core.onthulling import KLEINSTE_NOEMER, Bereik
from openlea.policy.afscherming import SMALLEST

STREEF = 50
"""Half with, half without indication: a local wish (groepsmix), no law."""

KLASSEN = ((0, 40), (40, 60), (60, 100))
"""Percent: fewer than half, about half, more than half."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Groep:
    """A group on a location: how many have an indication, how many have none."""

    locatie: str
    groep: str
    met: int
    zonder: int
    behaald: int = 0
    niet_behaald: int = 0

    @property
    def code(self) -> str:
        """Return under which code it is told."""
        return f"{self.locatie}/{self.groep}"

    @property
    def kinderen(self) -> int:
        """Return how many children are in it."""
        return self.met + self.zonder

    def is_heavy(self, drempel: int) -> bool:
        """Say whether more than `drempel` percent have an indication."""
        return 100 * self.met > drempel * self.kinderen


def mix_of(one: Groep) -> Bereik | None:
    """Return about which share has an indication, wide enough to tell of no child; None if small.

    Whoever reads it knows neither how many are in the group nor how many are not.
    """
    if one.kinderen < KLEINSTE_NOEMER:
        return None
    share = 100 * one.met / one.kinderen
    return next(Bereik(laag, hoog) for laag, hoog in KLASSEN if share <= hoog)


def shown_groups(groepen: Sequence[Groep], bekend: Collection[str]) -> tuple[Groep, ...]:
    """Return the groups whose counts may be shown; `bekend` are the locations whose are."""
    found: list[Groep] = []
    for locatie in sorted({one.locatie for one in groepen}):
        own = [one for one in groepen if one.locatie == locatie]
        fit = [one for one in own if _is_large(one)]
        if locatie not in bekend:
            continue
        if len(own) - len(fit) == 1 and fit:
            fit.remove(min(fit, key=lambda one: (one.kinderen, one.groep)))
        found += fit
    return tuple(found)


def shown_results(groepen: Sequence[Groep]) -> tuple[Groep, ...]:
    """Return the groups whose share of 'behaald' may be shown: ten children, no small part."""
    return tuple(
        one
        for one in groepen
        if one.behaald + one.niet_behaald >= KLEINSTE_NOEMER
        and _is_safe(one.behaald)
        and _is_safe(one.niet_behaald)
    )


def _is_large(one: Groep) -> bool:
    return one.kinderen >= KLEINSTE_NOEMER and _is_safe(one.met) and _is_safe(one.zonder)


def _is_safe(count: int) -> bool:
    return count == 0 or count >= SMALLEST
