"""Measure how unevenly groups are spread over the schools of a file, and what chance does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import isnan
from pathlib import Path

from openlea.core.errors import BadInput, Fout
from openlea.core.onthulling import NUL, Bereik
from openlea.services.segregatiemeting.lezen import Kolommen, Tabel, Vak, read_tabel

MULTIGROEP = ("theil_h", "wederzijdse_informatie")
PAAR = 2
DECIMALEN = 12
MINST = 8
"""Draws below which nothing can be said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Maat:
    """One index of one place and period; None where it can't be computed."""

    plaats: str | None
    periode: str | None
    index: str
    waarde: float | None = None
    laag: float | None = None
    hoog: float | None = None
    verwacht: float | None = None
    gecorrigeerd: float | None = None
    is_toeval: bool = False
    is_bereik: bool = False

    def as_plain(self) -> dict[str, str | float | None]:
        """Return what the command tells as JSON."""
        return {
            "plaats": self.plaats,
            "periode": self.periode,
            "index": self.index,
            "waarde": self.waarde,
            "laag": self.laag,
            "hoog": self.hoog,
            "verwacht": self.verwacht,
            "gecorrigeerd": self.gecorrigeerd,
        }


@dataclass(frozen=True, slots=True)
class Meting:
    """Every index of every place and period, and which group was laid beside the rest."""

    groep: str
    groepen: tuple[str, ...]
    maten: tuple[Maat, ...]


def measure_segregatie(
    file: Path, kolommen: Kolommen, *, groep: str = "", trekkingen: int = 200, zaad: int = 1
) -> Meting:
    """Return the indices of a csv or xlsx with a row per school and group.

    `groep` is laid beside the rest in indices of two groups; the smallest when none is named. A
    place with hidden counts gets a range instead of a value. BadInput names line and column.
    """
    if trekkingen < MINST:
        raise BadInput([Fout("--trekkingen", "", f"vraag er minstens {MINST}.")])
    if zaad < 0:
        raise BadInput([Fout("--zaad", "", "geef een heel getal van 0 of meer.")])
    tabel = read_tabel(file, kolommen)
    groepen = _groups(file, tabel, groep)
    vakken = sorted(tabel.vakken, key=lambda vak: (vak[0] or "", vak[1] or ""))
    exact = [vak for vak in vakken if _is(tabel, vak, lambda one: one.precies is not None)]
    whole = [vak for vak in exact if _is(tabel, vak, lambda one: one.laag % 1 == 0)]
    found = {
        **_ranges(tabel, [vak for vak in vakken if vak not in exact], groepen),
        **_values(tabel, [vak for vak in exact if vak not in whole], groepen),
        **_assessed(tabel, whole, groepen, trekkingen, zaad),
    }
    maten = [maat for vak in vakken for maat in found[vak]]
    return Meting(groepen[0], tuple(groepen), tuple(maten))


def _groups(file: Path, tabel: Tabel, asked: str) -> list[str]:
    """Return the groups, first the one that is laid beside the rest."""
    there = ", ".join(sorted(tabel.groepen))
    if asked and asked not in tabel.groepen:
        reden = f"groep '{asked}' komt niet voor; er is: {there}."
        raise BadInput([Fout(file.name, "--groep-waarde", reden)])
    if len(tabel.groepen) < PAAR:
        reden = f"er is maar één groep ({there}); er zijn er minstens twee nodig."
        raise BadInput([Fout(file.name, "", reden)])
    first = asked or min(sorted(tabel.groepen), key=tabel.total)
    return [first, *sorted(set(tabel.groepen) - {first})]


def _is(tabel: Tabel, vak: Vak, holds: Callable[[Bereik], bool]) -> bool:
    return all(holds(one) for cells in tabel.vakken[vak].values() for one in cells.values())


def _counts(
    tabel: Tabel, vakken: Sequence[Vak], groepen: Sequence[str]
) -> tuple[list[list[float]], list[list[float]], list[int]]:
    """Return the lowest and the highest counts (units × groups), and the place of each unit."""
    low, high, area = [], [], []
    for at, vak in enumerate(vakken):
        for cells in tabel.vakken[vak].values():
            row = [cells.get(groep, NUL) for groep in groepen]
            low.append([one.laag for one in row])
            high.append([one.hoog for one in row])
            area.append(at)
    return low, high, area


def _assessed(
    tabel: Tabel, vakken: Sequence[Vak], groepen: Sequence[str], trekkingen: int, zaad: int
) -> dict[Vak, list[Maat]]:
    """Return the places where every child is counted: with chance."""
    if not vakken:
        return {}
    from openlea.engines.segregation import assess

    counts, _, area = _counts(tabel, vakken, groepen)
    found = assess(counts, area, draws=trekkingen, seed=zaad)
    return {
        vak: [
            Maat(
                plaats=vak[0],
                periode=vak[1],
                index=name,
                waarde=_known(one.waarde[at]),
                laag=_known(one.laag[at]),
                hoog=_known(one.hoog[at]),
                verwacht=_known(one.verwacht[at]),
                gecorrigeerd=_known(one.gecorrigeerd[at]),
                is_toeval=bool(one.is_chance[at]),
            )
            for name, one in found.items()
        ]
        for at, vak in enumerate(vakken)
    }


def _values(
    tabel: Tabel, vakken: Sequence[Vak], groepen: Sequence[str]
) -> dict[Vak, list[Maat]]:  # fmt: skip
    """Return the places with parts of a child, such as weighed counts: the value alone."""
    if not vakken:
        return {}
    from openlea.engines.segregation import indices

    counts, _, area = _counts(tabel, vakken, groepen)
    found = indices(counts, area)
    return {
        vak: [
            Maat(plaats=vak[0], periode=vak[1], index=name, waarde=_known(values[at]))
            for name, values in found.items()
        ]
        for at, vak in enumerate(vakken)
    }


def _ranges(
    tabel: Tabel, vakken: Sequence[Vak], groepen: Sequence[str]
) -> dict[Vak, list[Maat]]:  # fmt: skip
    """Return the places with hidden counts: from where to where the value can lie."""
    if not vakken:
        return {}
    from openlea.engines.segregation import index_range

    low, high, area = _counts(tabel, vakken, groepen)
    found = index_range(low, high, area)
    # M and H of more than two groups aren't those of one group beside the rest: no range is known.
    known = {name for name in found if len(groepen) == PAAR or name not in MULTIGROEP}
    return {
        vak: [
            Maat(
                plaats=vak[0],
                periode=vak[1],
                index=name,
                laag=_known(least[at]) if name in known else None,
                hoog=_known(most[at]) if name in known else None,
                is_bereik=True,
            )
            for name, (least, most) in found.items()
        ]
        for at, vak in enumerate(vakken)
    }


def _known(value: float) -> float | None:
    return None if isnan(value) else round(float(value), DECIMALEN)
