"""One layer of figures on disk: committed as a whole, opened once per version, never half."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import polars as pl
from deltalake import CommitProperties, DeltaTable, WriterProperties, write_deltalake

from openlea.catalogue.membership import Places
from openlea.storage.figures.rekenwijze import Rekenwijze, as_text, from_text

LANDELIJK = "landelijk"
ORDER = ("soort", "code", "indicator", "periode")
CIJFERS = pl.Schema(
    {
        "indicator": pl.String(),
        "soort": pl.String(),
        "code": pl.String(),
        "periode": pl.String(),
        "status": pl.String(),
        "laag": pl.Float64(),
        "hoog": pl.Float64(),
        "teller_laag": pl.Float64(),
        "teller_hoog": pl.Float64(),
        "noemer_laag": pl.Float64(),
        "noemer_hoog": pl.Float64(),
        "rijen": pl.Int64(),
        "rekenversie": pl.Int64(),
    }
)
PLAATSEN = pl.Schema(
    {
        "soort": pl.String(),
        "code": pl.String(),
        "naam": pl.String(),
        "gemeente": pl.String(),
        "lat": pl.Float64(),
        "lon": pl.Float64(),
    }
)
LIDMAATSCHAP = pl.Schema(dict.fromkeys(("soort", "code", "boven_soort", "boven_code"), pl.String()))
# Small groups of rows in order of place: reading one place skips nearly all of them.
_WRITTEN = WriterProperties(compression="ZSTD", max_row_group_size=8192)
_KEPT_HOURS = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """One version of a layer: the files with figures by kind of place, and how they were made."""

    versie: int
    files: Mapping[str, list[str]]
    rekenwijzen: Mapping[str, Rekenwijze]
    plaatsen: pl.DataFrame
    lidmaatschap: pl.DataFrame

    def scan(self, soorten: Sequence[str] = ()) -> pl.LazyFrame:
        """Return the figures of some kinds of places (of all kinds when none is named), lazily."""
        wanted = [soort for soort in soorten or self.files if soort in self.files]
        parts = [
            pl.scan_parquet(self.files[soort]).with_columns(soort=pl.lit(soort)).select(*CIJFERS)
            for soort in wanted
        ]
        return pl.concat(parts) if parts else pl.LazyFrame(schema=CIJFERS)


NOTHING = Opened(
    versie=-1,
    files={},
    rekenwijzen={},
    plaatsen=pl.DataFrame(schema=PLAATSEN),
    lidmaatschap=pl.DataFrame(schema=LIDMAATSCHAP),
)


def open_layer(folder: Path) -> Opened:
    """Return the newest version of a layer; a layer that never was computed holds nothing."""
    versie = _newest(folder / "cijfers")
    return NOTHING if versie is None else _opened(folder, versie)


def commit_layer(
    folder: Path, fresh: pl.DataFrame, rekenwijzen: Sequence[Rekenwijze], places: Places
) -> int:
    """Put figures in a layer, and return its version; what was there and isn't fresh stays.

    `rekenwijzen` are all that hold from now on: an indicator without one disappears. The table of
    figures goes last and names the versions of the others, so a kill in between changes nothing.
    """
    before = open_layer(folder)
    versie = before.versie + 1
    renewed = [each.indicator for each in rekenwijzen if each != before.rekenwijzen.get(
        each.indicator)]  # fmt: skip
    stays = [each.indicator for each in rekenwijzen if each.indicator not in renewed]
    kept = before.scan().filter(pl.col("indicator").is_in(stays)).collect()
    new = fresh.filter(pl.col("indicator").is_in(renewed))
    every = pl.concat([kept, _typed(new.with_columns(rekenversie=pl.lit(versie)), CIJFERS)])
    named = {
        "plaatsen": _write(folder / "plaatsen", _typed(places.plaatsen, PLAATSEN)),
        "lidmaatschap": _write(folder / "lidmaatschap", _typed(places.lidmaatschap, LIDMAATSCHAP)),
    }
    said = {name: str(number) for name, number in named.items()}
    said["rekenwijzen"] = as_text(rekenwijzen)
    written = _write(folder / "cijfers", every.sort(ORDER), partition="soort", said=said)
    for name in ("cijfers", "plaatsen", "lidmaatschap"):
        _forget_old(folder / name)
    return written


def _typed(table: pl.DataFrame, schema: pl.Schema) -> pl.DataFrame:
    return table.select(pl.col(name).cast(kind) for name, kind in schema.items())


def _newest(table: Path) -> int | None:
    """Return the newest version by its file in the log: cheaper than asking the table."""
    log = table / "_delta_log"
    if not log.is_dir():
        return None
    return max((int(file.stem) for file in log.glob("*.json") if file.stem.isdigit()), default=None)


@lru_cache(maxsize=32)
def _opened(folder: Path, versie: int) -> Opened:
    """Return a version, opened once in this process."""
    table = DeltaTable(folder / "cijfers", version=versie)
    said = table.history(1)[0]
    return Opened(
        versie=versie,
        files=_files(table, folder / "cijfers"),
        rekenwijzen=from_text(said["rekenwijzen"]),
        plaatsen=_read(folder / "plaatsen", int(said["plaatsen"]), PLAATSEN),
        lidmaatschap=_read(folder / "lidmaatschap", int(said["lidmaatschap"]), LIDMAATSCHAP),
    )


def _files(table: DeltaTable, folder: Path) -> Mapping[str, list[str]]:
    """Return the files of a table by kind of place."""
    listed = pl.DataFrame(table.get_add_actions(flatten=True))
    found: dict[str, list[str]] = {}
    for path, soort in listed.select("path", "partition.soort").sort("path").rows():
        found.setdefault(soort, []).append(str(folder / path))
    return found


def _read(table: Path, versie: int, schema: pl.Schema) -> pl.DataFrame:
    uris = DeltaTable(table, version=versie).file_uris()
    return pl.read_parquet(uris) if uris else pl.DataFrame(schema=schema)


def _write(
    table: Path,
    rows: pl.DataFrame,
    *,
    partition: str | None = None,
    said: Mapping[str, str] | None = None,
) -> int:
    """Put rows in a table in place of what was there, and return the version that they became."""
    write_deltalake(
        table,
        rows,
        mode="overwrite",
        schema_mode="overwrite",
        partition_by=None if partition is None else [partition],
        writer_properties=_WRITTEN,
        commit_properties=CommitProperties(custom_metadata=dict(said or {})),
    )
    return DeltaTable(table).version()


def _forget_old(table: Path) -> None:
    """Remove files that no version of the last day needs; who is reading now isn't disturbed."""
    DeltaTable(table).vacuum(
        retention_hours=_KEPT_HOURS, dry_run=False, enforce_retention_duration=False
    )
