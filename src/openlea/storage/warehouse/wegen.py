"""Keeps how far it is over the road between two postcodes, as a route planner said it once."""

from collections.abc import Sequence
from pathlib import Path

import polars as pl

FOLDER, FILE = "wegen", "postcodes.parquet"
SCHEMA = {
    "van": pl.String,
    "naar": pl.String,
    "km": pl.Float64,
    "minuten": pl.Float64,
    "planner": pl.String,
    "op": pl.String,
}
"""`km` and `minuten` are empty where there is no road; `op` is the day on which it was asked."""
KEY = ("van", "naar")


def read_roads(root: Path) -> pl.DataFrame:
    """Return the roads that are kept; none without a file."""
    file = root / FOLDER / FILE
    return pl.read_parquet(file) if file.exists() else pl.DataFrame(schema=SCHEMA)


def keep_roads(root: Path, rows: Sequence[dict[str, object]]) -> None:
    """Add roads to what is kept, the newest answer of a pair; whole or not at all."""
    added = pl.DataFrame(rows, schema=SCHEMA)
    every = pl.concat([read_roads(root), added]).unique(KEY, keep="last", maintain_order=True)
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    new = folder / f"{FILE}.tmp"
    every.sort(KEY).write_parquet(new)
    new.replace(folder / FILE)


def stamp_of(root: Path) -> tuple[int, int]:
    """Return what changes whenever the kept roads do."""
    file = root / FOLDER / FILE
    if not file.exists():
        return (0, 0)
    found = file.stat()
    return (found.st_mtime_ns, found.st_ino)
