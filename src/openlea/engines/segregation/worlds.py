"""Populations from which the counted children could have come, and what would be counted of each.

In each the shares of the units stand a known way from the share of the area. The size of a unit is
taken as it is: what is asked is how its children could have been others, not how many they are.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from openlea.engines.segregation.areas import Areas, FloatArray
from openlea.engines.segregation.draws import Part, binomials, parts_of, places, shuffles
from openlea.engines.segregation.measures import measured

DEVIATIONS: Final = 2.1
"""1.96 for 95 %, widened for what few draws and the counted shape leave out; tried on truth."""
MOST_SKEW: Final = 1.5
PAIR: Final = 2


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


def world(table: FloatArray, areas: Areas, pull: float, wish: Wish) -> World:
    """Return the population in which units stand `pull` times as far apart as they were counted.

    `table` is units × groups in the order of the areas. Every world of one seed has the same luck,
    so that what differs between worlds is the world.
    """
    members = table.sum(axis=1)
    shares = _shares(table, members, areas, pull)
    true = measured(
        list((shares * members[:, None]).T), members, areas, group=wish.group, only=wish.only
    )
    random = np.random.default_rng(wish.seed)
    counted: dict[str, list[tuple[FloatArray, FloatArray, FloatArray]]]
    counted = {name: [] for name in wish.only}
    group = wish.group % table.shape[1]
    shuffle, jitter = shuffles(areas, wish.draws, random), random.random(len(table))
    place = places(areas)
    for part in parts_of(areas, wish.draws):
        rows = part.rows
        whole = members[rows]
        if table.shape[1] == PAIR:
            drawn = binomials(whole, shares[rows, group], wish.draws, jitter[rows])
            drawn = np.take_along_axis(drawn, shuffle[place[rows]], axis=1)
            groups = [drawn, whole[:, None] - drawn][:: 1 if not group else -1]
        else:
            groups = _several(whole, shares[rows], wish.draws, random)
        _note(counted, groups, whole, part, wish)
    joined = {
        name: [np.concatenate(each) for each in zip(*many, strict=True)]
        for name, many in counted.items()
    }
    return World(true, *({name: three[at] for name, three in joined.items()} for at in range(3)))


def _note(
    counted: dict[str, list[tuple[FloatArray, FloatArray, FloatArray]]],
    groups: list[FloatArray],
    members: FloatArray,
    part: Part,
    wish: Wish,
) -> None:
    """Add what is counted in some areas."""
    found = measured(groups, members[:, None], part.areas, group=wish.group, only=wish.only)
    for name, values in found.items():
        counted[name].append(_spread(values))


def _shares(table: FloatArray, members: FloatArray, areas: Areas, pull: float) -> FloatArray:
    """Return the shares of the groups per unit, drawn from or towards those of the area."""
    groups = areas.total(table)
    total = groups.sum(axis=1, keepdims=True)
    even = areas.spread(groups / np.where(total > 0, total, 1))
    own = (table + CRUMB * even) / (members[:, None] + CRUMB)
    found = np.clip(even + pull * (own - even), 0, None)
    return found / np.where(found.sum(axis=1) > 0, found.sum(axis=1), 1)[:, None]


CRUMB: Final = 0.5
"""Half a child with the shares of the area, in every unit: nobody counted isn't nobody ever."""


def _several(
    members: FloatArray, shares: FloatArray, draws: int, random: np.random.Generator
) -> list[FloatArray]:
    """Return per group units × draws, from the multinomial of each unit."""
    drawn = random.multinomial(
        members.astype(np.int64)[:, None], shares[:, None, :], size=(len(members), draws)
    )
    return list(np.moveaxis(drawn, 2, 0).astype(np.float64))


def _spread(values: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
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
