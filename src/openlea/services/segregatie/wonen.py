"""Each school beside its neighbourhood, and what the spread would be if residence alone decided.

Who of a group lives where isn't public. A postcode's share is guessed from the schools its pupils
go to: as if pupils of one school had the same chance to be in the group, wherever they live.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openlea.core.onthulling import Bereik, share_of
from openlea.engines.segregation import indices
from openlea.services.segregatie.meting import DISSIMILARITEIT, FEWEST_SCHOOLS, middle
from openlea.storage.warehouse.groepacht import Schooltelling
from openlea.storage.warehouse.warehouse import open_warehouse
from openlea.storage.warehouse.woonplaatsen import homes_of

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Schoolbuurt:
    """A school, its share of the group, and that of the postcodes its pupils live in; percent."""

    school: Schooltelling
    aandeel: Bereik
    buurt: Bereik


@dataclass(frozen=True, slots=True, kw_only=True)
class Wonen:
    """The schools beside their neighbourhoods; D in percent as counted and by residence alone.

    `zonder` counts the schools of which nobody knows where the pupils live.
    """

    peildatum: str
    scholen: tuple[Schoolbuurt, ...]
    zonder: int
    geteld: float
    wonen: float


def residence_of(gemeente: str, laag: str, scholen: Sequence[Schooltelling]) -> Wonen | None:
    """Return the schools of one gemeente beside their neighbourhoods; None with too few known."""
    homes = homes_of(open_warehouse(), laag, gemeente)
    known = [one for one in scholen if one.code in homes.per_school]
    if len(known) < FEWEST_SCHOOLS:
        return None
    weights = [_weights(homes.per_school[one.code]) for one in known]
    shares = [share_of(one.groep, one.rest) or Bereik(0, 0) for one in known]
    low = _around(known, weights, [one.laag for one in shares])
    high = _around(known, weights, [one.hoog for one in shares])
    mixed = _around(known, weights, [100 * _part(one) for one in known])
    sizes = [sum(middle(one)) for one in known]
    return Wonen(
        peildatum=homes.peildatum,
        scholen=tuple(
            Schoolbuurt(one, share, Bereik(round(a, 4), round(max(a, b), 4)))
            for one, share, a, b in zip(known, shares, low, high, strict=True)
        ),
        zonder=len(scholen) - len(known),
        geteld=_index([middle(one) for one in known]),
        wonen=_index([(x * n, (100 - x) * n) for x, n in zip(mixed, sizes, strict=True)]),
    )


def _weights(homes: Mapping[str, Bereik]) -> Weights:
    """Return which part of the pupils comes from each postcode; a hidden count is its middle."""
    counts = {code: (one.laag + one.hoog) / 2 for code, one in homes.items()}
    total = sum(counts.values())
    return {code: one / total for code, one in counts.items()}


def _around(
    scholen: Sequence[Schooltelling], weights: Sequence[Weights], shares: Sequence[float]
) -> list[float]:
    """Return per school the mean share of its postcodes; that of a postcode is of its schools."""
    pupils: dict[str, float] = {}
    inside: dict[str, float] = {}
    for one, homes, share in zip(scholen, weights, shares, strict=True):
        for code, weight in homes.items():
            many = sum(middle(one)) * weight
            pupils[code] = pupils.get(code, 0) + many
            inside[code] = inside.get(code, 0) + many * share
    found = {code: inside[code] / pupils[code] for code in pupils}
    return [sum(weight * found[code] for code, weight in homes.items()) for homes in weights]


def _part(one: Schooltelling) -> float:
    group, rest = middle(one)
    return group / (group + rest)


def _index(counts: Sequence[tuple[float, float]]) -> float:
    found = indices(counts, [0] * len(counts))[DISSIMILARITEIT]
    return 100 * float(found[0])
