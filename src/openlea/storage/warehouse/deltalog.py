"""The log of a table: which Parquet files a version has, and the commit that changes them at once.

The files are written by Polars and are whole before the log names them; a commit is one small file
that is there or isn't. Each edition is one file, so replacing an edition never rewrites another.
"""

import os
import uuid
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import polars as pl
from deltalake import CommitProperties, DeltaTable, Field, PostCommitHookProperties, Schema
from deltalake.exceptions import TableNotFoundError
from deltalake.schema import PrimitiveType
from deltalake.transaction import AddAction, create_table_with_add_actions

MANIFEST = "openlea"
"""The key under which the manifest travels in a commit."""
_PATTERN = "deel-*.parquet"
# Every version stays readable with its manifest, so the log is never folded or cleaned.
_KEEP = PostCommitHookProperties(create_checkpoint=False, cleanup_expired_logs=False)
_NAMES: Mapping[type[pl.DataType], str] = {
    pl.String: "string",
    pl.Int8: "byte",
    pl.Int16: "short",
    pl.Int32: "integer",
    pl.Int64: "long",
    pl.Float32: "float",
    pl.Float64: "double",
    pl.Boolean: "boolean",
    pl.Date: "date",
}
_TYPES = {name: kind for kind, name in _NAMES.items()}


def open_table(folder: Path, versie: int | None = None) -> DeltaTable | None:
    """Return the table in a folder as it was at a version; None when there is none."""
    if not (folder / "_delta_log").is_dir():
        return None
    try:
        return DeltaTable(folder, version=versie)
    except TableNotFoundError:
        return None


def manifests(table: DeltaTable) -> list[str]:
    """Return the manifest of every version, newest first."""
    return [found[MANIFEST] for found in table.history() if MANIFEST in found]


def files_of(table: DeltaTable, folder: Path) -> tuple[str, ...]:
    """Return the paths of the Parquet files of this version, sorted."""
    # The log writes the folder its own way (a space is %20); the names of the files are ours.
    return tuple(sorted(str(folder / uri.rpartition("/")[2]) for uri in table.file_uris()))


def columns_of(table: DeltaTable) -> pl.Schema:
    """Return the columns of this version with their types."""
    fields = [(one.name, one.type) for one in table.schema().fields]
    return pl.Schema(
        {name: _TYPES[kind.type] for name, kind in fields if isinstance(kind, PrimitiveType)}
    )


def plain(rijen: pl.DataFrame) -> pl.DataFrame:
    """Return the rows with words as text: what has its own list of words isn't kept by Delta."""
    words = [pl.col(name).cast(pl.String) for name, kind in rijen.schema.items() if _worded(kind)]
    return rijen.with_columns(words) if words else rijen


def _worded(kind: pl.DataType) -> bool:
    return kind.base_type() in (pl.Enum, pl.Categorical)


def write_editions(folder: Path, rijen: pl.DataFrame, editie: str) -> list[AddAction]:
    """Write one Parquet file per edition, and return what a commit must say to add them."""
    if rijen[editie].n_unique() == 1:
        return [_write(folder, rijen, editie)]
    parts = rijen.partition_by(editie, maintain_order=True)
    return [_write(folder, part, editie) for part in parts]


def _write(folder: Path, rijen: pl.DataFrame, editie: str) -> AddAction:
    file = folder / f"deel-{uuid.uuid4().hex}.parquet"
    rijen.write_parquet(file, compression="zstd", compression_level=1)
    _settle(file)
    moment = int(datetime.now(UTC).timestamp() * 1000)
    values = {editie: str(rijen[editie][0])}
    stats = f'{{"numRecords":{rijen.height}}}'
    return AddAction(file.name, file.stat().st_size, values, moment, data_change=True, stats=stats)


def _settle(file: Path) -> None:
    """Wait until the file is on the disk: the commit that follows must never name half a file."""
    handle = os.open(file, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def begin(
    folder: Path, columns: pl.Schema, editie: str, adds: Sequence[AddAction], manifest: str | None
) -> None:
    """Commit version 0: what the bundle ships, or an empty table without a manifest."""
    create_table_with_add_actions(
        str(folder),
        _schema(columns),
        list(adds),
        partition_by=[editie],
        commit_properties=_properties(manifest),
        post_commithook_properties=_KEEP,
    )


def replace_editions(
    folder: Path,
    columns: pl.Schema,
    editie: str,
    adds: Sequence[AddAction],
    manifest: str,
    gone: Sequence[str] = (),
) -> None:
    """Commit a version in which these files replace the same editions; `gone` leave with them."""
    table = DeltaTable(folder)
    edities = sorted({*(str(add.partition_values[editie]) for add in adds), *gone})
    table.create_write_transaction(
        list(adds),
        "overwrite",
        _schema(columns),
        partition_by=[editie],
        partition_filters=[(editie, "in", edities)],
        commit_properties=_properties(manifest),
        post_commithook_properties=_KEEP,
    )


def _properties(manifest: str | None) -> CommitProperties:
    return CommitProperties(custom_metadata={MANIFEST: manifest} if manifest else None)


def _schema(columns: pl.Schema) -> Schema:
    return Schema(
        [Field(name, PrimitiveType(_NAMES[kind.base_type()])) for name, kind in columns.items()]
    )


def sweep(folder: Path) -> None:
    """Remove what a load left behind that never came to its commit; nobody may be loading now."""
    log = "".join(file.read_text("utf-8") for file in folder.glob("_delta_log/*.json"))
    for file in folder.glob(_PATTERN):
        if file.name not in log:
            file.unlink()
    for file in [*folder.glob("**/*.tmp"), *folder.glob("_delta_log/*.json.*")]:
        file.unlink()
