"""Populations from which the counted children could have come, and what would be counted of each.

In each the shares of the units stand a known way from the share of the area. The size of a unit is
taken as it is: what is asked is how its children could have been others, not how many they are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from openlea.engines.segregation.areas import Areas, FloatArray, IntArray
from openlea.engines.segregation.draws import Part, binomials, parts_of, places, shuffles
from openlea.engines.segregation.measures import MULTIGROUP, measured

DEVIATIONS: Final = 2.1
"""1.96 for 95 %, widened for what few draws and the counted shape leave out; tried on truth."""
MOST_SKEW: Final = 1.5
PAIR: Final = 2
CRUMB: Final = 0.5
"""Half a child with the shares of the area, in every unit: nobody counted isn't nobody ever."""


@dataclass(frozen=True, slots=True)
class World:
    """Per index a value per area: what is true there, and what is counted: mean, low and high."""

    truth: dict[str, FloatArray]
    mean: dict[str, FloatArray]
    low: dict[str, FloatArray]
    high: dict[str, FloatArray]


@dataclass(frozen=True, slots=True)
class Wish:
    """What to draw: how often, from which seed, of which group against the rest, which indices."""

    group: int
    draws: int
    seed: int
    only: tuple[str, ...]


Three = tuple[FloatArray, FloatArray, FloatArray]


def worlds(table: FloatArray, areas: Areas, pulls: Sequence[float], wish: Wish) -> list[World]:
    """Return the populations in which units stand `pull` times as far apart as they were counted.

    `table` is units × groups in the order of the areas. All of them have the same luck, so that
    what differs between them is the population.
    """
    random = np.random.default_rng(wish.seed)
    luck = _Luck(
        shuffles(areas, wish.draws, random), places(areas), random.random(len(table)), random
    )
    members = table.sum(axis=1)
    shares = [_shares(table, members, areas, pull) for pull in pulls]
    counted: list[list[dict[str, Three]]] = [[] for _ in pulls]
    for part in parts_of(areas, wish.draws):
        order = luck.shuffle[luck.place[part.rows]]
        order += np.arange(len(order))[:, None] * wish.draws
        for at, share in enumerate(shares):
            groups = _drawn(members[part.rows], share[part.rows], luck, part, order, wish)
            found = measured(groups, members[part.rows, None], part.areas, only=wish.only)
            counted[at].append({name: _spread(values) for name, values in found.items()})
    return [
        World(_truth(share, members, areas, wish), *_joined(kept, wish.only))
        for share, kept in zip(shares, counted, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class _Luck:
    """How the draws are shuffled per place in an area, and where in its slice each unit's falls."""

    shuffle: IntArray
    place: IntArray
    jitter: FloatArray
    random: np.random.Generator


def _drawn(
    members: FloatArray, share: FloatArray, luck: _Luck, part: Part, order: IntArray, wish: Wish
) -> list[FloatArray]:
    """Return units × draws of the group that is asked for, and of the others where needed."""
    if share.shape[1] == PAIR:
        drawn = binomials(members, share[:, wish.group], wish.draws, luck.jitter[part.rows])
        drawn = drawn.ravel().take(order)
        several = not MULTIGROUP.isdisjoint(wish.only)
        return [drawn, members[:, None] - drawn] if several else [drawn]
    many = members.astype(np.int64)[:, None]
    cells = luck.random.multinomial(many, share[:, None, :], size=(len(members), wish.draws))
    groups = list(np.moveaxis(cells, 2, 0).astype(np.float64))
    groups.insert(0, groups.pop(wish.group))
    return groups


def _truth(
    share: FloatArray, members: FloatArray, areas: Areas, wish: Wish
) -> dict[str, FloatArray]:
    groups = list((share * members[:, None]).T)
    return measured(groups, members, areas, group=wish.group, only=wish.only)


def _joined(kept: list[dict[str, Three]], names: Sequence[str]) -> list[dict[str, FloatArray]]:
    """Return mean, low and high, each per index over all parts."""
    return [
        {name: np.concatenate([each[name][at] for each in kept]) for name in names}
        for at in range(3)
    ]


def _shares(table: FloatArray, members: FloatArray, areas: Areas, pull: float) -> FloatArray:
    """Return the shares of the groups per unit, drawn from or towards those of the area."""
    groups = areas.total(table)
    total = groups.sum(axis=1, keepdims=True)
    even = areas.spread(groups / np.where(total > 0, total, 1))
    own = (table + CRUMB * even) / (members[:, None] + CRUMB)
    found = np.clip(even + pull * (own - even), 0, None)
    return found / np.where(found.sum(axis=1) > 0, found.sum(axis=1), 1)[:, None]


def _spread(values: FloatArray) -> Three:
    """Return mean, and the bounds that leave out the extremes on each side (Cornish and Fisher)."""
    known = ~np.isnan(values)
    many = known.sum(axis=1)
    sure = np.where(many > 0, many, 1)
    mean = np.where(known, values, 0).sum(axis=1) / sure
    apart = np.where(known, values - mean[:, None], 0)
    square = apart * apart
    deviation = np.sqrt(square.sum(axis=1) / np.where(many > 1, many - 1, 1))
    cube = (square * apart).sum(axis=1) / sure
    skew = np.clip(cube / np.maximum(deviation, 1e-12) ** 3, -MOST_SKEW, MOST_SKEW)
    lean = (DEVIATIONS**2 - 1) / 6 * skew
    low, high = mean + deviation * (lean - DEVIATIONS), mean + deviation * (lean + DEVIATIONS)
    unknown = np.where(many > 0, 0, np.nan)
    return mean + unknown, low + unknown, high + unknown
