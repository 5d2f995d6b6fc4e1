"""List the rows that a version left out: where each stood and why, by how often it happens."""

from dataclasses import dataclass

from openlea.core.bron import Afgekeurd
from openlea.storage.warehouse.versie import LANDELIJK
from openlea.storage.warehouse.warehouse import open_warehouse


@dataclass(frozen=True, slots=True)
class Redentelling:
    """How many rows were left out for one reason."""

    kolom: str
    reden: str
    aantal: int


@dataclass(frozen=True, slots=True)
class Afkeuring:
    """What a version left out, by reason and row by row."""

    redenen: tuple[Redentelling, ...]
    rijen: tuple[Afgekeurd, ...]


def list_rejected(bron: str, versie: int | None = None, laag: str = LANDELIJK) -> Afkeuring:
    """Return what a version left out, without a number the newest; NotFound when there is none."""
    found = open_warehouse().rejected(bron, versie, laag)
    counted = found.group_by("kolom", "reden").len("aantal")
    by_count = counted.sort("aantal", "kolom", "reden", descending=[True, False, False])
    rijen = found.sort("bestand", "regel", "kolom").iter_rows(named=True)
    return Afkeuring(
        redenen=tuple(Redentelling(**one) for one in by_count.iter_rows(named=True)),
        rijen=tuple(Afgekeurd(**one) for one in rijen),
    )
