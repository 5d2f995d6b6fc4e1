"""Reads a municipality's own counts of pupils by group, with every small count already hidden.

Nothing else reads that table: what leaves here are ranges that say no small count.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path

import polars as pl

from openlea.core.onthulling import KLEINSTE_NOEMER
from openlea.policy.groepsscherm import Schoolrij, shielded_row
from openlea.storage.warehouse.groepacht import NIEMAND_BEKEND, Schooltelling, Telling
from openlea.storage.warehouse.warehouse import Warehouse

BRON, SCHOLEN = "eigen_leerlinggroepen", "duo_vestigingen_po"
KEPT = 16


@dataclass(frozen=True, slots=True, order=True)
class Eigengroep:
    """A group in the own table: its trait (doelgroep, opleiding_ouders …) and its name."""

    kenmerk: str
    groep: str


@dataclass(frozen=True, slots=True)
class _School:
    naam: str
    gemeente: str
    bestuur: str
    denominatie: str


_Key = tuple[str, str]
_Version = tuple[int, str]
_Table = Mapping[_Key, Mapping[Eigengroep, Schooltelling | None]]
"""By day and school what is known of each group; None when nothing safe can be said."""


def own_groups(warehouse: Warehouse, laag: str) -> Mapping[Eigengroep, tuple[str, ...]]:
    """Return the groups of a layer's own table, each with its days, oldest first."""
    found: dict[Eigengroep, set[str]] = {}
    for (dag, _), groepen in _table(warehouse, laag).items():
        for groep in groepen:
            found.setdefault(groep, set()).add(dag)
    return {groep: tuple(sorted(dagen)) for groep, dagen in sorted(found.items())}


def count_own(warehouse: Warehouse, laag: str, groep: Eigengroep, peildatum: str) -> Telling:
    """Return the schools with so many pupils of a group and others, by gemeente and code.

    Left out as too small are schools of fewer than ten pupils, and those of which nothing can be
    said without giving a small count away.
    """
    scholen: list[Schooltelling] = []
    small: dict[str, int] = {}
    known = _known_schools(warehouse, laag)
    for (dag, code), groepen in _table(warehouse, laag).items():
        if dag != peildatum or groep not in groepen or code not in known:
            continue
        one, gemeente = groepen[groep], known[code].gemeente
        if one is None or one.groep.laag + one.rest.laag < KLEINSTE_NOEMER:
            small[gemeente] = small.get(gemeente, 0) + 1
        else:
            scholen.append(one)
    return Telling(tuple(sorted(scholen, key=lambda one: (one.gemeente, one.code))), small)


def _table(warehouse: Warehouse, laag: str) -> _Table:
    version = warehouse.current(BRON, laag)
    if version is None:
        return {}
    schools = warehouse.current(SCHOLEN, laag)
    if schools is None:
        return {}
    own, public = (version.versie, version.laag), (schools.versie, schools.laag)
    return _read(warehouse.root, warehouse.bundle, own, public)


def _known_schools(warehouse: Warehouse, laag: str) -> Mapping[str, _School]:
    version = warehouse.current(SCHOLEN, laag)
    if version is None:
        return {}
    return _schools(warehouse.root, warehouse.bundle, (version.versie, version.laag))


@lru_cache(maxsize=KEPT)
def _schools(root: Path, bundle: Path, version: _Version) -> Mapping[str, _School]:
    table = Warehouse(root, bundle).scan(SCHOLEN, *version)
    wanted = ("vestiging", "naam", "gemeente", "bestuur", "denominatie", "peildatum")
    rows = table.select(pl.col(wanted).cast(pl.String)).collect().sort("peildatum").iter_rows()
    return {
        code: _School(naam, gemeente, bestuur or NIEMAND_BEKEND, denominatie or NIEMAND_BEKEND)
        for code, naam, gemeente, bestuur, denominatie, _ in rows
    }


@lru_cache(maxsize=KEPT)
def _read(root: Path, bundle: Path, own: _Version, public: _Version) -> _Table:
    """Return the table, every row of a school hidden as a whole before anything is kept."""
    table = Warehouse(root, bundle).scan(BRON, *own)
    order = ["peildatum", "vestiging", "kenmerk", "groep"]
    rows = table.with_columns(pl.col(order).cast(pl.String)).sort(order).collect()
    schools = _schools(root, bundle, public)
    found: dict[_Key, dict[Eigengroep, Schooltelling | None]] = {}
    for (dag, code, _), some in groupby(rows.iter_rows(named=True), key=_school_of):
        if code in schools:
            told = dict(_of_school(code, schools[code], list(some)))
            found.setdefault((dag, code), {}).update(told)
    return found


def _school_of(row: Mapping[str, object]) -> tuple[str, str, str]:
    return str(row["peildatum"]), str(row["vestiging"]), str(row["kenmerk"])


def _of_school(
    code: str, school: _School, rows: Sequence[Mapping[str, object]]
) -> Iterator[tuple[Eigengroep, Schooltelling | None]]:
    totals = {one for row in rows if (one := _exact(row, "totaal")) is not None}
    hidden = any(row["totaal_laag"] is not None for row in rows) and not totals
    shown = None if hidden else _shielded([_exact(row, "aantal") for row in rows], totals)
    for at, row in enumerate(rows):
        groep = Eigengroep(str(row["kenmerk"]), str(row["groep"]))
        yield groep, _counted(code, school, shown, at) if shown else None


def _shielded(aantallen: Sequence[int | None], totals: set[int]) -> Schoolrij | None:
    try:
        return shielded_row(aantallen, min(totals, default=None))
    except ValueError:  # an own table from before its rules: then nothing is said of this school
        return None


def _counted(code: str, school: _School, shown: Schoolrij, at: int) -> Schooltelling:
    return Schooltelling(
        code=code,
        naam=school.naam,
        gemeente=school.gemeente,
        bestuur=school.bestuur,
        denominatie=school.denominatie,
        groep=shown.groepen[at],
        rest=shown.rest_of(at),
    )


def _exact(row: Mapping[str, object], name: str) -> int | None:
    low, high = row[f"{name}_laag"], row[f"{name}_hoog"]
    return int(str(low)) if low is not None and low == high else None
