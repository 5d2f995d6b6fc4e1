"""Works out the figures of indicators: those on the same tables are composed, then read at once."""

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

import narwhals as nw
import polars as pl

from openlea.catalogue.rollup import COLUMNS, roll_up
from openlea.catalogue.shelf import IndicatorFile
from openlea.core.place import PlaceKind
from openlea.services.berekenen.tabellen import Tabellen
from openlea.storage.figures.laag import CIJFERS
from openlea.storage.warehouse.engine import Table

Step = Callable[[str, int, int], None]
WIDE = [str(kind) for kind in (PlaceKind.SWV, PlaceKind.RMC, PlaceKind.PROVINCIE, PlaceKind.LAND)]
"""Places that an own table hardly covers: there the national figure stays."""


def reckon(
    entries: Sequence[IndicatorFile], tabellen: Tabellen, lidmaatschap: pl.DataFrame, step: Step
) -> tuple[pl.DataFrame, Mapping[str, str]]:
    """Return the figures of the indicators, and of which it went wrong with what was said."""
    found: list[pl.DataFrame] = [pl.DataFrame(schema={name: CIJFERS[name] for name in COLUMNS})]
    wrong: dict[str, str] = {}
    ordered = sorted(entries, key=lambda entry: (entry.needs, entry.id))
    done = 0
    places = tabellen.engine.table(lidmaatschap)
    for needs, group in groupby(ordered, key=lambda entry: entry.needs):
        some = list(group)
        step(f"Rekenen met {', '.join(needs)}", done, len(ordered))
        found += _together(some, tabellen, places, wrong)
        done += len(some)
    return pl.concat(found), wrong


def _together(
    entries: Sequence[IndicatorFile], tabellen: Tabellen, places: Table, wrong: dict[str, str]
) -> list[pl.DataFrame]:
    """Return the figures of indicators on the same tables; one fault doesn't cost the others."""
    composed: dict[str, Table] = {}
    for entry in entries:
        try:
            composed[entry.id] = _composed(entry, tabellen, places)
        except Exception as error:  # noqa: BLE001  # an own file may raise anything
            wrong[entry.id] = _said(error)
    try:
        return _typed(tabellen.engine.collect(list(composed.values())))
    except Exception:  # noqa: BLE001  # whose fault it was comes out one by one
        return [table for each in composed.items() for table in _alone(*each, tabellen, wrong)]


def _alone(
    name: str, composed: Table, tabellen: Tabellen, wrong: dict[str, str]
) -> list[pl.DataFrame]:
    try:
        return _typed(tabellen.engine.collect([composed]))
    except Exception as error:  # noqa: BLE001  # an own file may raise anything
        wrong[name] = _said(error)
        return []


def _composed(entry: IndicatorFile, tabellen: Tabellen, places: Table) -> Table:
    facts = entry.compute(**{name: tabellen.scan(name) for name in entry.needs})
    figures = roll_up(entry.id, entry.card, facts, places)
    if tabellen.replaces_national(entry.needs):
        return figures.filter(~nw.col("soort").is_in(WIDE))
    return figures


def _typed(tables: Sequence[pl.DataFrame]) -> list[pl.DataFrame]:
    return [table.select(pl.col(name).cast(CIJFERS[name]) for name in COLUMNS) for table in tables]


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}"
