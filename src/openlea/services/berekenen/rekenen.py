"""Works out the figures of indicators, one by one: a fault in one file costs no other its own."""

from collections.abc import Callable, Mapping, Sequence

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
    places = tabellen.engine.table(lidmaatschap)
    for done, entry in enumerate(entries):
        step(f"Rekenen: {entry.card.titel}", done, len(entries))
        try:
            (figures,) = tabellen.engine.collect([_composed(entry, tabellen, places)])
            found.append(_typed(figures))
        except Exception as error:  # noqa: BLE001  # an own file may raise anything
            wrong[entry.id] = _said(error)
    return pl.concat(found), wrong


def _composed(entry: IndicatorFile, tabellen: Tabellen, places: Table) -> Table:
    facts = entry.compute(**{name: tabellen.scan(name) for name in entry.needs})
    figures = roll_up(entry.id, entry.card, facts, places)
    if not tabellen.replaces_national(entry.needs):
        return figures
    kept = figures.filter(~nw.col("soort").is_in(WIDE))
    for edition, kind in tabellen.alone(entry.needs).items():
        # Of an edition that only an own table has, a sum over places may miss some of them.
        whole = nw.col("soort") == (str(kind) if kind is entry.card.grein else "")
        kept = kept.filter((nw.col("periode") != edition) | whole)
    return kept


def _typed(figures: pl.DataFrame) -> pl.DataFrame:
    return figures.select(pl.col(name).cast(CIJFERS[name]) for name in COLUMNS)


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}"
