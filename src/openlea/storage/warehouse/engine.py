"""What computes: Polars in this process, or Spark when an administrator has set that.

Both take the same lazy expressions and read the same Parquet files, and give equal answers.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any, Protocol
from urllib.parse import urlsplit

import narwhals as nw
import polars as pl

from openlea.core.errors import OpenLeaError
from openlea.storage.warehouse.warehouse import Warehouse

Table = nw.LazyFrame[Any]
POLARS = "polars"
MANY = 10_000
LOCAL = "local"
ALONE = "local[*]"
"""How Spark calls itself when it runs on one machine."""


class EngineMissing(OpenLeaError):
    """The engine of the settings isn't installed, or isn't known."""


class Engine(Protocol):
    """Opens tables lazily, and works out what was composed over them."""

    def scan(self, warehouse: Warehouse, bron: str, versie: int, laag: str) -> Table:
        """Return the rows of a version of a table, lazily; NotFound when there is none."""

    def table(self, rows: pl.DataFrame) -> Table:
        """Return rows at hand as a lazy table."""

    def collect(self, tables: Sequence[Table]) -> list[pl.DataFrame]:
        """Return the rows of each table, in their order."""


class PolarsEngine:
    """Polars: in this process, on all its processors."""

    def scan(self, warehouse: Warehouse, bron: str, versie: int, laag: str) -> Table:
        """Return the rows of a version of a table, lazily; NotFound when there is none."""
        return nw.from_native(warehouse.scan(bron, versie, laag))

    def table(self, rows: pl.DataFrame) -> Table:
        """Return rows at hand as a lazy table."""
        return nw.from_native(rows.lazy())

    def collect(self, tables: Sequence[Table]) -> list[pl.DataFrame]:
        """Return the rows of each table, one after another and in streams.

        All at once would read a table once, but keep it in memory for as long: ten times the rows
        then cost ten times the memory, and more time too.
        """
        return [table.to_native().collect(engine="streaming") for table in tables]


class SparkEngine:
    """Spark: on another machine, or in a Java process beside this one."""

    def __init__(self, session: Any) -> None:
        """Compute in a Spark session."""
        self._session = session

    def scan(self, warehouse: Warehouse, bron: str, versie: int, laag: str) -> Table:
        """Return the rows of a version; Spark must see the same paths as this process."""
        files = warehouse.uris(bron, versie, laag)
        reader = self._session.read.option("mergeSchema", "true")
        read: Table = nw.from_native(reader.parquet(*files))
        return read

    def table(self, rows: pl.DataFrame) -> Table:
        """Return rows at hand as a lazy table; many are sent once and kept, a few go along."""
        sent = self._session.createDataFrame(rows.to_arrow())
        kept: Table = nw.from_native(sent.persist() if rows.height > MANY else sent)
        return kept

    def collect(self, tables: Sequence[Table]) -> list[pl.DataFrame]:
        """Return the rows of each table, one after another: each is spread over Spark by itself."""
        return [table.collect("polars").to_native() for table in tables]


def engine_of(address: str) -> Engine:
    """Return the engine of OPENLEA_ENGINE: polars, spark://local or spark://host:port."""
    if address in {"", POLARS}:
        return PolarsEngine()
    parts = urlsplit(address)
    if parts.scheme != "spark" or not parts.netloc:
        raise EngineMissing(
            f"OPENLEA_ENGINE is '{address}'; kies polars, spark://local of spark://naam:poort."
        )
    return SparkEngine(_session(ALONE if parts.netloc == LOCAL else address))


@cache
def _session(master: str) -> Any:
    """Return the one Spark session of this process; pyspark is imported here and nowhere else."""
    try:
        from pyspark.sql import SparkSession  # noqa: PLC0415  # an extra that few install
    except ImportError as error:
        raise EngineMissing(
            "OPENLEA_ENGINE vraagt om Spark, maar pyspark is er niet. Installeer het met: "
            "pip install 'openlea[spark]'. Er is ook Java 17 nodig."
        ) from error
    builder = SparkSession.builder.master(master).appName("openlea")
    for name, value in (_OPTIONS | (_HERE if master == ALONE else {})).items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return session


_OPTIONS = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.shuffle.partitions": "4",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.python.sql.dataFrameDebugging.enabled": "false",
}
# Spark on this machine alone is for nobody else to reach, and has room for the whole country.
_HERE = {
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.memory": "2g",
}
