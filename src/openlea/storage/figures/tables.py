"""The tables of figures on disk: small groups of rows in order of place, replaced as a whole."""

import time
import uuid
from collections.abc import Iterator, Mapping
from pathlib import Path

import polars as pl
from deltalake import CommitProperties, DeltaTable, Field, Schema
from deltalake.schema import PrimitiveType
from deltalake.transaction import AddAction, create_table_with_add_actions

_NAMES = {pl.String: "string", pl.Float64: "double", pl.Int64: "long"}
_KEPT_SECONDS = 24 * 60 * 60
_FILES = "deel-*.parquet"
# Reading one place skips nearly all groups of rows; smaller ones cost more to open than to read.
_GROUP = 8192
_UNDIVIDED = ""


def newest(table: Path) -> int | None:
    """Return the newest version by its file in the log: cheaper than opening the table."""
    numbers = (int(file.stem) for file in (table / "_delta_log").glob("*.json"))
    return max(numbers, default=None)


def describe(
    table: Path, versie: int, divided: str | None = None
) -> tuple[Mapping[str, list[str]], Mapping[str, str]]:
    """Return the files of a version by what they're divided by, and what its commit said."""
    opened = DeltaTable(table, version=versie)
    found: dict[str, list[str]] = {}
    column = pl.lit(_UNDIVIDED) if divided is None else pl.col(f"partition.{divided}")
    listed = pl.DataFrame(opened.get_add_actions(flatten=True))
    if not listed.is_empty():
        for path, part in listed.select("path", column.alias("part")).sort("path").rows():
            found.setdefault(part, []).append(str(table / path))
    return found, opened.history(1)[0]


def replace(
    table: Path,
    rows: pl.DataFrame,
    divided: str | None = None,
    said: Mapping[str, str] | None = None,
) -> int:
    """Put rows in a table in place of what was there, and return the version that they became.

    The files are whole before the one commit names them.
    """
    table.mkdir(parents=True, exist_ok=True)
    adds = [_write(table, part, values) for part, values in _parts(rows, divided)]
    schema = Schema([Field(name, PrimitiveType(_NAMES[kind.base_type()]))
                     for name, kind in rows.schema.items()])  # fmt: skip
    by = [] if divided is None else [divided]
    properties = CommitProperties(custom_metadata=dict(said or {}))
    if newest(table) is None:
        create_table_with_add_actions(
            str(table), schema, adds, partition_by=by, commit_properties=properties
        )
    else:
        DeltaTable(table).create_write_transaction(
            [*adds], "overwrite", schema, partition_by=by, commit_properties=properties
        )
    return DeltaTable(table).version()


def forget_old(table: Path, now: float | None = None) -> None:
    """Remove files of a day old that the newest version doesn't name; who reads isn't disturbed.

    `now` is in seconds since 1970, for a test. Delta's own way would write a version of its own.
    """
    named = {Path(uri).name for uri in DeltaTable(table).file_uris()}
    before = (time.time() if now is None else now) - _KEPT_SECONDS
    for file in table.glob(_FILES):
        if file.name not in named and file.stat().st_mtime < before:
            file.unlink(missing_ok=True)


def _parts(
    rows: pl.DataFrame, divided: str | None
) -> Iterator[tuple[pl.DataFrame, Mapping[str, str]]]:
    if divided is None:
        yield rows, {}
        return
    for (value,), part in rows.partition_by(divided, as_dict=True, maintain_order=True).items():
        yield part.drop(divided), {divided: str(value)}


def _write(table: Path, rows: pl.DataFrame, values: Mapping[str, str]) -> AddAction:
    file = table / f"deel-{uuid.uuid4().hex}.parquet"
    rows.write_parquet(file, compression="zstd", compression_level=1, row_group_size=_GROUP)
    moment = int(time.time() * 1000)
    stats = f'{{"numRecords":{rows.height}}}'
    return AddAction(
        file.name, file.stat().st_size, dict(values), moment, data_change=True, stats=stats
    )
