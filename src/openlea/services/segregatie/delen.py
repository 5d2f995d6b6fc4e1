"""What each school adds to the uneven spread, and how much lies between boards or denominations."""

from collections.abc import Sequence
from dataclasses import dataclass

from openlea.core.onthulling import Bereik, share_of
from openlea.engines.segregation import between_within
from openlea.services.segregatie.meting import middle
from openlea.storage.warehouse.groepacht import Schooltelling


@dataclass(frozen=True, slots=True)
class Schooldeel:
    """A school: its share of the group, its pupils, and its part of the index, all in percent."""

    school: Schooltelling
    aandeel: Bereik
    leerlingen: Bereik
    deel: Bereik


@dataclass(frozen=True, slots=True)
class Verdeling:
    """How much of the uneven spread (Theil's H) lies between clusters of schools, in percent."""

    naam: str
    soorten: int
    tussen: float
    binnen: float


def parts_of(scholen: Sequence[Schooltelling]) -> tuple[Schooldeel, ...]:
    """Return the schools of one gemeente, each with its part of D: surely within its range.

    A school's part is its gap between its share of all in the group and of all others.
    """
    gaps = [_gap(one, scholen) for one in scholen]
    least, most = sum(one.laag for one in gaps), sum(one.hoog for one in gaps)
    found = []
    for school, gap in zip(scholen, gaps, strict=True):
        low = _part(gap.laag, most - gap.hoog)
        high = _part(gap.hoog, max(least - gap.laag, 0.0))
        aandeel = share_of(school.groep, school.rest)
        if aandeel is not None:
            leerlingen = school.groep + school.rest
            found.append(Schooldeel(school, aandeel, leerlingen, Bereik(low, max(low, high))))
    return tuple(sorted(found, key=lambda one: -(one.deel.laag + one.deel.hoog)))


def between_of(naam: str, scholen: Sequence[Schooltelling], clusters: Sequence[str]) -> Verdeling:
    """Return how much lies between the clusters and how much within them."""
    numbers = {cluster: at for at, cluster in enumerate(sorted(set(clusters)))}
    found = between_within(
        [middle(one) for one in scholen], [0] * len(scholen), [numbers[one] for one in clusters]
    )["theil_h"]
    total, between = float(found.total[0]), float(found.between[0])
    part = min(max(100 * between / total, 0.0), 100.0) if total > 0 else 0.0
    return Verdeling(naam, len(numbers), part, 100.0 - part)


def _gap(one: Schooltelling, scholen: Sequence[Schooltelling]) -> Bereik:
    group = _of_all(one.groep, [each.groep for each in scholen])
    rest = _of_all(one.rest, [each.rest for each in scholen])
    far = max(group.hoog - rest.laag, rest.hoog - group.laag)
    near = max(group.laag - rest.hoog, rest.laag - group.hoog, 0.0)
    return Bereik(near, max(near, far))


def _of_all(one: Bereik, each: Sequence[Bereik]) -> Bereik:
    """Return the share a school has of a group: least when it has few and the others many."""
    low = one.laag + sum(other.hoog for other in each) - one.hoog
    high = one.hoog + sum(other.laag for other in each) - one.laag
    least = one.laag / low if low else 0.0
    return Bereik(least, max(least, one.hoog / high if high else 0.0))


def _part(own: float, others: float) -> float:
    return round(100 * own / (own + others), 4) if own + others > 0 else 0.0
