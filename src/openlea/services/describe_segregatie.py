"""Tells of one gemeente how unevenly a group is spread over its schools, and how much is chance."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from openlea.core.onthulling import Bereik, share_of
from openlea.services.segregatie.delen import Schooldeel, Verdeling, between_of, parts_of
from openlea.services.segregatie.groepen import GROEPEN, Groep
from openlea.services.segregatie.meting import Meting, measure_all
from openlea.storage.warehouse.groepacht import Schooltelling, Telling, count_schools, years_counted
from openlea.storage.warehouse.warehouse import open_warehouse

KEPT = 128


@dataclass(frozen=True, slots=True, kw_only=True)
class Segregatie:
    """All that is told of a gemeente, for one group in one year.

    `meting` is None when there are too few schools or nobody in the group; `landelijk` holds every
    gemeente that could be measured. Metingen by year are `jaren`, by group `groepen`.
    """

    groep: Groep
    jaar: str
    scholen: int
    te_klein: int
    aandeel: Bereik | None
    meting: Meting | None
    landelijk: Mapping[str, Meting]
    jaren: Mapping[str, Meting | None]
    groepen: Mapping[str, Meting | None]
    delen: tuple[Schooldeel, ...] = ()
    verdelingen: tuple[Verdeling, ...] = ()


def describe_segregatie(
    gemeente: str, laag: str, *, groep: Groep = GROEPEN[0], jaar: str = ""
) -> Segregatie | None:
    """Return the segregation in a gemeente; of the newest year unless another is named.

    None when the table of referentieniveaus isn't there.
    """
    years = years_counted(open_warehouse(), laag)
    if not years:
        return None
    when = jaar if jaar in years else years[-1]
    telling = _counted(laag, groep, when)
    scholen = [one for one in telling.scholen if one.gemeente == gemeente]
    meting = _own(telling, gemeente)
    groep_samen = _sum([one.groep for one in scholen])
    return Segregatie(
        groep=groep,
        jaar=when,
        scholen=len(scholen),
        te_klein=telling.te_klein.get(gemeente, 0),
        aandeel=share_of(groep_samen, _sum([one.rest for one in scholen])),
        meting=meting,
        landelijk={**_measured(telling.scholen), **({gemeente: meting} if meting else {})},
        jaren={year: _own(_counted(laag, groep, year), gemeente) for year in years},
        groepen={one.id: _own(_counted(laag, one, when), gemeente) for one in GROEPEN},
        delen=parts_of(scholen) if meting else (),
        verdelingen=(
            between_of("Besturen", scholen, [one.bestuur for one in scholen]),
            between_of("Denominatie", scholen, [one.denominatie for one in scholen]),
        )
        if meting
        else (),
    )


def _counted(laag: str, groep: Groep, jaar: str) -> Telling:
    return count_schools(open_warehouse(), laag, groep.domein, groep.haalt, jaar)


def _own(telling: Telling, gemeente: str) -> Meting | None:
    """Return the one gemeente, measured alone: alike on every page, and in a moment."""
    own = tuple(one for one in telling.scholen if one.gemeente == gemeente)
    return _measured(own).get(gemeente)


@lru_cache(maxsize=KEPT)
def _measured(scholen: tuple[Schooltelling, ...]) -> Mapping[str, Meting]:
    """Return the gemeenten of these schools; the same counts are measured once."""
    return measure_all(scholen)


def _sum(each: list[Bereik]) -> Bereik:
    return sum(each, start=Bereik(0, 0))
