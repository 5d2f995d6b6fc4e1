"""One set of expressions, two engines: Polars and Spark give the same figures."""

import gc
import sys
import warnings
from collections.abc import Iterator, Sequence

import polars as pl
import pytest
from polars.testing import assert_frame_equal
from pytest_django import Settings

from openlea.catalogue.examples import example_places, read_table, types_of
from openlea.catalogue.membership import NEEDS, make_places
from openlea.catalogue.rollup import COLUMNS, roll_up
from openlea.catalogue.shelf import IndicatorFile, open_shelf
from openlea.core.catalogue import find_roots
from openlea.core.indicator import Maat
from openlea.core.plaatsen import read_gemeenten
from openlea.core.place import PlaceKey
from openlea.services.compute_figures import compute_figures
from openlea.storage.figures.store import open_figures
from openlea.storage.warehouse import engine as engines
from openlea.storage.warehouse.engine import Engine, PolarsEngine, Table, engine_of
from openlea.storage.warehouse.versie import LANDELIJK
from openlea.storage.warehouse.warehouse import Warehouse
from tests.house import SRC
from tests.services.rekenwereld import Rekenwereld, rekenwereld

__all__ = ["rekenwereld"]
HILVERSUM = PlaceKey.parse("gemeente:GM0402")

SHELF = open_shelf(find_roots())
TWENTY = 20
pytestmark = [
    pytest.mark.needs("java"),
    # PySpark leaves the sockets between Python and Java to the garbage collector.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(scope="module")
def spark() -> Iterator[Engine]:
    """Return Spark on this machine: one session for the whole run."""
    pytest.importorskip("pyspark")
    yield engine_of("spark://local")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        engines._session("local[*]").stop()
        engines._session.cache_clear()
        gc.collect()


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """Return the tables that ship with the product."""
    return Warehouse(tmp_path_factory.mktemp("leeg"), SRC / "bundel")


def in_order(figures: pl.DataFrame) -> pl.DataFrame:
    """Return figures in one order; the engines promise none."""
    return figures.select(COLUMNS).sort("indicator", "soort", "code", "periode")


def agree(ours: Sequence[pl.DataFrame], theirs: Sequence[pl.DataFrame]) -> None:
    """Hold the figures equal; a sum of fractions may differ in its last digits."""
    for one, other in zip(ours, theirs, strict=True):
        assert not one.is_empty()
        assert_frame_equal(
            in_order(one), in_order(other), check_dtypes=False, rel_tol=1e-9, abs_tol=1e-9
        )


def example(engine: Engine, entry: IndicatorFile) -> Table:
    """Return the figures of a worked example, composed on an engine."""
    tables = {
        name: engine.table(
            read_table(entry.example.given[name], types_of(SHELF.sources[name].tabel))
        )
        for name in entry.needs
    }
    places = engine.table(example_places(entry))
    return roll_up(entry.id, entry.card, entry.compute(**tables), places)


def test_every_worked_example_comes_out_alike(spark: Engine) -> None:
    polars = PolarsEngine()
    entries = list(SHELF.indicators.values())
    ours = polars.collect([example(polars, entry) for entry in entries])
    theirs = spark.collect([example(spark, entry) for entry in entries])
    agree(ours, theirs)


def twenty(bundle: Warehouse) -> list[IndicatorFile]:
    """Return indicators that together use every table and every kind of measure."""
    loaded = set(bundle.tables())
    able = [entry for entry in SHELF.indicators.values() if set(entry.needs) <= loaded]
    kinds: dict[tuple[tuple[str, ...], Maat, str], IndicatorFile] = {}
    for entry in able:
        kinds.setdefault((entry.needs, entry.card.maat, entry.card.grein), entry)
    rest = [entry for entry in able if entry not in kinds.values()]
    return [*kinds.values(), *rest][:TWENTY]


def composed(engine: Engine, entry: IndicatorFile, bundle: Warehouse, places: Table) -> Table:
    """Return the figures of an indicator over the whole bundle, composed on an engine."""
    tables = {
        name: engine.scan(bundle, name, bundle.version(name).versie, LANDELIJK)
        for name in entry.needs
    }
    return roll_up(entry.id, entry.card, entry.compute(**tables), places)


def test_the_whole_bundle_comes_out_alike_for_twenty_indicators(
    spark: Engine, bundle: Warehouse
) -> None:
    polars, loaded = PolarsEngine(), set(bundle.tables())
    known = {name: bundle.scan(name) for name in NEEDS if name in loaded}
    rows = make_places(known, read_gemeenten(find_roots())).lidmaatschap
    entries = twenty(bundle)
    assert len(entries) == TWENTY
    found = []
    for engine in (polars, spark):
        places = engine.table(rows)
        found.append(engine.collect([composed(engine, one, bundle, places) for one in entries]))
    agree(*found)


def test_computing_by_the_setting_of_an_administrator_gives_the_same_figures(
    spark: Engine, rekenwereld: Rekenwereld, settings: Settings
) -> None:
    compute_figures()
    ours = open_figures().of_place(HILVERSUM)
    settings.ENGINE, settings.FIGURES = "spark://local", rekenwereld.folder / "spark"
    compute_figures()
    assert open_figures().of_place(HILVERSUM) == ours
    assert len(ours) == len(("leerlingen_een", "leerlingen_twee"))


def test_an_engine_that_is_not_there_is_refused_with_what_to_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pytest.raises(engines.EngineMissing, match="spark://naam:poort"):
        engine_of("hadoop://elders")
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    with pytest.raises(engines.EngineMissing, match=r"openlea\[spark\]"):
        engine_of("spark://nergens:7077")
