"""One layer of figures on disk: committed as a whole, opened once per version, never half."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import polars as pl
from deltalake.exceptions import DeltaError

from openlea.catalogue.membership import Places
from openlea.core.errors import Damaged
from openlea.storage.figures import tables
from openlea.storage.figures.rekenwijze import Rekenwijze, as_text, from_text

LANDELIJK = "landelijk"
BESCHADIGD = "Deze cijfers zijn beschadigd. De beheerder kan ze opnieuw laten berekenen."
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """One version of a layer: the files with figures by kind of place, and how they were made."""

    versie: int
    files: Mapping[str, list[str]]
    rekenwijzen: Mapping[str, Rekenwijze]
    plaatsen: pl.DataFrame
    lidmaatschap: pl.DataFrame
    places_print: str = ""

    def holds(self, rekenwijze: Rekenwijze) -> bool:
        """Say whether its figures are here already, made from the same in the same way."""
        return rekenwijze.same_as(self.rekenwijzen.get(rekenwijze.indicator))

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


@contextmanager
def readable() -> Iterator[None]:
    """Raise Damaged for whatever a file of figures answers when it is cut, changed or gone."""
    try:
        yield
    except (pl.exceptions.PolarsError, DeltaError, OSError, ValueError, KeyError) as error:
        raise Damaged(BESCHADIGD) from error


def open_layer(folder: Path) -> Opened:
    """Return the newest version of a layer; a layer that never was computed holds nothing.

    Raises Damaged when what was computed can't be read.
    """
    with readable():
        versie = tables.newest(folder / "cijfers")
        return NOTHING if versie is None else _opened(folder, versie)


def open_whole(folder: Path) -> Opened:
    """Return the newest version if every row of it can be read; a damaged one holds nothing."""
    try:
        opened = open_layer(folder)
        with readable():
            opened.scan().collect()
    except Damaged:
        return replace(NOTHING, versie=tables.newest(folder / "cijfers") or 0)
    return opened


def commit_layer(
    folder: Path,
    fresh: pl.DataFrame,
    rekenwijzen: Sequence[Rekenwijze],
    places: Places,
    places_print: str = "",
) -> int:
    """Put figures in a layer, and return its version; what was there and isn't fresh stays.

    `rekenwijzen` are all that hold from now on: an indicator without one disappears. The table of
    figures goes last and names the versions of the others, so a kill in between changes nothing.
    `places_print` tells from what the places were made.
    """
    before = open_whole(folder)
    stays = [each.indicator for each in rekenwijzen if before.holds(each)]
    renewed = [each.indicator for each in rekenwijzen if not before.holds(each)]
    new = fresh.filter(pl.col("indicator").is_in(renewed))
    every = pl.concat(
        [
            before.scan().filter(pl.col("indicator").is_in(stays)).collect(),
            _typed(new.with_columns(rekenversie=pl.lit(before.versie + 1)), CIJFERS),
        ]
    )
    said = {
        "plaatsen": str(tables.replace(folder / "plaatsen", _typed(places.plaatsen, PLAATSEN))),
        "lidmaatschap": str(
            tables.replace(folder / "lidmaatschap", _typed(places.lidmaatschap, LIDMAATSCHAP))
        ),
        "plaatsen_uit": places_print,
        "rekenwijzen": as_text(rekenwijzen),
    }
    versie = tables.replace(folder / "cijfers", every.sort(ORDER), "soort", said)
    for name in ("cijfers", "plaatsen", "lidmaatschap"):
        tables.forget_old(folder / name)
    return versie


def _typed(table: pl.DataFrame, schema: pl.Schema) -> pl.DataFrame:
    return table.select(pl.col(name).cast(kind) for name, kind in schema.items())


@lru_cache(maxsize=8)
def _opened(folder: Path, versie: int) -> Opened:
    """Return a version, opened once in this process."""
    files, said = tables.describe(folder / "cijfers", versie, "soort")
    return Opened(
        versie=versie,
        files=files,
        rekenwijzen=from_text(said["rekenwijzen"]),
        plaatsen=_read(folder / "plaatsen", int(said["plaatsen"]), PLAATSEN),
        lidmaatschap=_read(folder / "lidmaatschap", int(said["lidmaatschap"]), LIDMAATSCHAP),
        places_print=said["plaatsen_uit"],
    )


def _read(table: Path, versie: int, schema: pl.Schema) -> pl.DataFrame:
    files, _ = tables.describe(table, versie)
    found = [file for some in files.values() for file in some]
    return pl.read_parquet(found) if found else pl.DataFrame(schema=schema)
