"""What stands beside a table: loads that are held for a person to judge, and a source that changed.

Everything is written beside its place first and then moved there, so a reader never sees a half.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import polars as pl

from openlea.core.bron import SourceChanged
from openlea.core.errors import NotFound
from openlea.storage.warehouse.deltalog import plain
from openlea.storage.warehouse.ontvangen import keep_files
from openlea.storage.warehouse.versie import Versie, versie_of
from openlea.storage.warehouse.warehouse import Aanbod

_WIJZIGING = "_gewijzigd.json"
_WACHT = "_vastgehouden"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vastgehouden:
    """A load that was not taken in: its rows lie ready, and the reasons say what is odd."""

    versie: Versie
    redenen: tuple[str, ...]

    @property
    def sleutel(self) -> str:
        """Return the key by which a person lets it pass or throws it away."""
        return self.versie.lading.sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class Bronwijziging:
    """The publisher changed the file, so it could not be read; the last good version stands."""

    moment: str
    kolom: str
    nieuw: tuple[str, ...]
    bestand: str
    melding: str

    @classmethod
    def of(cls, error: SourceChanged, moment: str) -> "Bronwijziging":
        """Return what is remembered of a refusal."""
        return cls(
            moment=moment,
            kolom=error.missing,
            nieuw=error.found,
            bestand=error.mend,
            melding=str(error),
        )


def hold(folder: Path, held: Vastgehouden, aanbod: Aanbod) -> None:
    """Keep a load beside the table until a person judges it."""
    place = folder / _WACHT
    place.mkdir(parents=True, exist_ok=True)
    keep_files(folder, aanbod.bestanden)
    rijen = plain(aanbod.rijen)
    rijen.write_parquet(place / f"{held.sleutel}.rijen.parquet", compression="zstd")
    aanbod.afgekeurd.write_parquet(place / f"{held.sleutel}.afgekeurd.parquet", compression="zstd")
    told = {"redenen": held.redenen, "versie": json.loads(held.versie.to_json())}
    _write(place / f"{held.sleutel}.json", told)


def held_loads(folder: Path) -> tuple[Vastgehouden, ...]:
    """Return the loads that wait for a judgement, the oldest first."""
    found = [json.loads(file.read_text("utf-8")) for file in folder.glob(f"{_WACHT}/*.json")]
    loads = [
        Vastgehouden(versie=versie_of(one["versie"]), redenen=tuple(one["redenen"]))
        for one in found
    ]
    return tuple(sorted(loads, key=lambda one: (one.versie.lading.moment, one.sleutel)))


def held_rows(folder: Path, sleutel: str) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the rows of a held load, and its rejected rows."""
    place = folder / _WACHT
    return (
        pl.read_parquet(place / f"{sleutel}.rijen.parquet"),
        pl.read_parquet(place / f"{sleutel}.afgekeurd.parquet"),
    )


def held_load(folder: Path, sleutel: str) -> Vastgehouden:
    """Return one held load by its key; NotFound when nobody holds it any more."""
    for one in held_loads(folder):
        if one.sleutel == sleutel:
            return one
    raise NotFound("Deze lading wacht niet meer op een oordeel.")


def let_go(folder: Path, sleutel: str) -> None:
    """Forget a held load; the note goes first, so that it never points at rows that are gone."""
    place = folder / _WACHT
    (place / f"{sleutel}.json").unlink(missing_ok=True)
    for file in place.glob(f"{sleutel}.*"):
        file.unlink(missing_ok=True)


def remember_change(folder: Path, change: Bronwijziging) -> None:
    """Remember that the publisher changed the file."""
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / _WIJZIGING, asdict(change))


def forget_change(folder: Path) -> None:
    """Forget that the publisher changed the file: it was read again."""
    (folder / _WIJZIGING).unlink(missing_ok=True)


def change_of(folder: Path) -> Bronwijziging | None:
    """Return what changed at the publisher; None when the last file could be read."""
    try:
        found = json.loads((folder / _WIJZIGING).read_text("utf-8"))
    except FileNotFoundError:
        return None
    return Bronwijziging(**{**found, "nieuw": tuple(found["nieuw"])})


def _write(file: Path, told: Mapping[str, Any]) -> None:
    new = file.with_suffix(".tmp")
    new.write_text(json.dumps(told, ensure_ascii=False), "utf-8")
    new.replace(file)
