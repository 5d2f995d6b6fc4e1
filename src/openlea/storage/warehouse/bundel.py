"""The bundle: national tables as Parquet files beside the program, with where each comes from.

`bundel.json` holds per table the manifest of version 0, licence and publisher included; the rows
lie in <bron>.parquet and what was rejected in <bron>.afgekeurd.parquet.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import polars as pl

from openlea.storage.warehouse.versie import LANDELIJK, Versie, versie_of

INHOUD = "bundel.json"


def read_bundle(folder: Path) -> Mapping[str, Versie]:
    """Return version 0 of every table in the bundle; none when there is no bundle."""
    file = folder / INHOUD
    return _read(file, file.stat().st_mtime_ns) if file.exists() else {}


@lru_cache(maxsize=8)
def _read(file: Path, _moment: int) -> Mapping[str, Versie]:
    found: Mapping[str, Any] = json.loads(file.read_text("utf-8"))["tabellen"]
    return {bron: versie_of(one) for bron, one in found.items()}


def bundle_file(folder: Path, bron: str) -> Path:
    """Return where the rows of a table lie."""
    return folder / f"{bron}.parquet"


def rejects_file(folder: Path, bron: str) -> Path:
    """Return where the rejected rows of a table lie, if there are any."""
    return folder / f"{bron}.afgekeurd.parquet"


def write_table(
    folder: Path, versie: Versie, rijen: pl.DataFrame, afgekeurd: pl.DataFrame
) -> Versie:
    """Write the rows of one table as small as they get, and return its version 0."""
    bron = versie.lading.bron
    folder.mkdir(parents=True, exist_ok=True)
    rijen.write_parquet(
        bundle_file(folder, bron), compression="zstd", compression_level=19, statistics=False
    )
    if afgekeurd.height:
        afgekeurd.write_parquet(rejects_file(folder, bron), compression="zstd")
    else:
        rejects_file(folder, bron).unlink(missing_ok=True)
    return versie.numbered(0, LANDELIJK)


def write_contents(folder: Path, versies: Mapping[str, Versie]) -> None:
    """Write what the bundle holds; last of all, so that it never names what isn't there yet."""
    tabellen = {bron: json.loads(versies[bron].to_json()) for bron in sorted(versies)}
    text = json.dumps({"tabellen": tabellen}, ensure_ascii=False, separators=(",", ":"))
    new = folder / f"{INHOUD}.tmp"
    new.write_text(text, "utf-8")
    new.replace(folder / INHOUD)
