"""The files as they were received, kept by the sha256 of their bytes so they can be read again."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import polars as pl

from openlea.core.bron import Bestand
from openlea.storage.warehouse.versie import Ontvangst

_FOLDER = "_ontvangen"


def ontvangst_of(file: Bestand) -> Ontvangst:
    """Return the name of a file with the sha256 of its bytes."""
    return Ontvangst(naam=file.naam, sha256=sha256(file.inhoud).hexdigest())


def keep_files(folder: Path, files: Sequence[Bestand]) -> None:
    """Keep files compressed; what is already there stays."""
    place = folder / _FOLDER
    place.mkdir(parents=True, exist_ok=True)
    for file in files:
        kept = place / f"{ontvangst_of(file).sha256}.parquet"
        if not kept.exists():
            _keep(kept, file)


def _keep(kept: Path, file: Bestand) -> None:
    table = pl.DataFrame({"inhoud": [file.inhoud]}, schema={"inhoud": pl.Binary})
    new = kept.with_suffix(".tmp")
    table.write_parquet(new, compression="zstd", compression_level=1, statistics=False)
    new.replace(kept)


def kept_files(folder: Path, received: Sequence[Ontvangst]) -> tuple[Bestand, ...]:
    """Return the files again, those that are still kept."""
    places = {one: folder / _FOLDER / f"{one.sha256}.parquet" for one in received}
    return tuple(
        Bestand(naam=one.naam, inhoud=pl.read_parquet(place)["inhoud"][0])
        for one, place in places.items()
        if place.exists()
    )
