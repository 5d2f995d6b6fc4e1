"""Tells of one gemeente how unevenly a group is spread over its schools, and how much is chance."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from openlea.core.onthulling import Bereik, share_of
from openlea.services.segregatie.delen import Schooldeel, Verdeling, between_of, parts_of
from openlea.services.segregatie.groepen import GROEPEN, Keuze, own_choices
from openlea.services.segregatie.meting import Meting, measure_all
from openlea.services.segregatie.verandering import Verandering, change_of
from openlea.services.segregatie.wonen import Wonen, residence_of
from openlea.storage.warehouse.groepacht import Schooltelling, Telling

KEPT = 128


@dataclass(frozen=True, slots=True, kw_only=True)
class Segregatie:
    """All that is told of a gemeente, for one group in one year.

    `meting` is None when there are too few schools or nobody in the group; `landelijk` holds every
    gemeente that could be measured. Metingen by year are `jaren`, by group `groepen`.
    """

    groep: Keuze
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
    verandering: Verandering | None = None
    wonen: Wonen | None = None


def describe_segregatie(
    gemeente: str, laag: str, *, groep: Keuze = GROEPEN[0], jaar: str = ""
) -> Segregatie | None:
    """Return the segregation in a gemeente; of the newest year unless another is named.

    None when the table of the group isn't there. Groups are laid beside others of their own kind.
    """
    years = groep.years(laag)
    if not years:
        return None
    when = jaar if jaar in years else years[-1]
    telling = groep.count(laag, when)
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
        jaren={year: _own(groep.count(laag, year), gemeente) for year in years},
        groepen={one.id: _own(one.count(laag, when), gemeente) for one in _beside(groep, laag)},
        delen=parts_of(scholen) if meting else (),
        verdelingen=(
            between_of("Besturen", scholen, [one.bestuur for one in scholen]),
            between_of("Denominatie", scholen, [one.denominatie for one in scholen]),
        )
        if meting
        else (),
        wonen=residence_of(gemeente, laag, scholen) if meting else None,
        verandering=_change(groep, laag, gemeente, years) if meting else None,
    )


def _beside(groep: Keuze, laag: str) -> tuple[Keuze, ...]:
    return own_choices(laag) if groep.is_eigen else GROEPEN


def _change(groep: Keuze, laag: str, gemeente: str, years: tuple[str, ...]) -> Verandering | None:
    """Return what changed from the first year to the last; None with one year."""
    if len(years) < 2:  # noqa: PLR2004 - from one to another
        return None
    ends = (years[0], years[-1])
    first, last = (
        [one for one in groep.count(laag, year).scholen if one.gemeente == gemeente]
        for year in ends
    )
    return change_of(ends, first, last)


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
