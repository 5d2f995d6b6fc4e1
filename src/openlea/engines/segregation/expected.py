"""What an index would be on average if chance alone spread the children, with nothing else changed.

The units keep their sizes and the groups theirs, so what a unit has of a group is hypergeometric;
for indices that are sums over units the mean is exact, without a draw. The mean of eta² is
(units − 1) / (children − 1); that of a gap follows from one chance (Diaconis and Zabell 1991,
"Closed form summation for classical distributions"). Gini and Atkinson aren't such sums: theirs is
the mean over draws without segregation, in which a group may come out a little larger or smaller.
"""

from typing import Final

import numpy as np

from openlea.engines.segregation.areas import Areas, FloatArray
from openlea.engines.segregation.draws import parts_of
from openlea.engines.segregation.measures import xlogx

DRAWN: Final = frozenset({"gini", "atkinson"})
CELLS: Final = 100
"""Outcomes per unit to have room for; what it truly takes follows from the units."""


def expected(table: FloatArray, areas: Areas, group: int, name: str) -> FloatArray:
    """Return per area that has units the exact mean of an index that is a sum over units.

    `table` is units × groups in the order of the areas, in whole children.
    """
    members = table.sum(axis=1)
    total, own = areas.total(members), areas.total(table[:, group])
    with np.errstate(divide="ignore", invalid="ignore"):
        if name == "dissimilariteit":
            gaps = _gaps(members, areas.spread(total), areas.spread(own))
            return areas.total(gaps) * total / (2 * own * (total - own))
        if name in {"theil_h", "wederzijdse_informatie"}:
            return _information(table, members, areas, name)
        eta = (areas.total((members > 0).astype(np.float64)) - 1) / (total - 1)
        isolation = own / total + (1 - own / total) * eta
        return {"isolatie": isolation, "blootstelling": 1 - isolation}.get(name, eta)


def _information(table: FloatArray, members: FloatArray, areas: Areas, name: str) -> FloatArray:
    groups, total = areas.total(table), areas.total(members)
    entropy = xlogx(total) - xlogx(groups).sum(axis=1)
    cells = sum((_mean(table, areas, at) for at in range(table.shape[1])), -xlogx(members))
    found: FloatArray = areas.total(cells) + entropy
    return found / (entropy if name == "theil_h" else total)


def _gaps(members: FloatArray, total: FloatArray, own: FloatArray) -> FloatArray:
    """Return per unit the mean of |a − tA/T|, twice its part above: ν (B − t + ν) P(a = ν) / T."""
    above = np.floor(members * own / np.where(total > 0, total, 1)) + 1
    rest = total - own
    logs = np.zeros(int(total.max(initial=0)) + 1)
    np.cumsum(np.log(np.arange(1, len(logs))), out=logs[1:])

    def choose(many: FloatArray, some: FloatArray) -> FloatArray:
        whole, part = many.astype(np.intp), np.clip(some, 0, many).astype(np.intp)
        found: FloatArray = logs[whole] - logs[part] - logs[whole - part]
        return found

    chance = np.exp(
        choose(own, above) + choose(rest, members - above) - choose(total, members)
    )  # fmt: skip
    possible = above <= np.minimum(own, members)
    return np.where(possible, 2 * above * (rest - members + above) * chance / total, 0)


def _mean(table: FloatArray, areas: Areas, group: int) -> FloatArray:
    """Return per unit the mean of x ln x of its count of a group."""
    members = table.sum(axis=1)
    total, own = areas.total(members), areas.total(table[:, group])
    found = []
    for part in parts_of(areas, CELLS):
        spread = part.areas.spread
        outcome, chance = hypergeometric(
            members[part.rows], spread(total[part.at]), spread(own[part.at])
        )
        found.append((xlogx(outcome) * chance).sum(axis=1))
    return np.concatenate(found)


def hypergeometric(
    members: FloatArray, total: FloatArray, own: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Return the likely outcomes per unit (units × outcomes) and their chances, which sum to 1.

    Of `total` children `own` are in the group, and `members` of them, at random, in the unit.
    """
    rest = total - own
    mean = members * own / np.where(total > 0, total, 1)
    reach = 5 * np.sqrt(mean * rest / np.where(total > 0, total, 1)) + 4
    least, most = np.maximum(members - rest, 0), np.minimum(members, own)
    first = np.maximum(np.floor(mean - reach), least)
    width = int((np.minimum(np.ceil(mean + reach), most) - first).max(initial=0)) + 1
    outcome = first[:, None] + np.arange(width, dtype=np.float64)
    chance = np.ones(outcome.shape)
    here = outcome[:, :-1]
    chance[:, 1:] = (own[:, None] - here) * (members[:, None] - here)
    chance[:, 1:] /= (here + 1) * ((rest - members)[:, None] + here + 1)
    np.cumprod(chance, axis=1, out=chance)
    chance /= chance.sum(axis=1, keepdims=True)
    return outcome, chance
