"""Reads which schools a gemeente has: name, board, denomination and postcode, from DUO."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import polars as pl

from openlea.storage.warehouse.versie import LANDELIJK
from openlea.storage.warehouse.warehouse import Warehouse

BRON, BRON_VO = "duo_vestigingen_po", "duo_vestigingen_vo"
KEPT = 64


@dataclass(frozen=True, slots=True)
class Registerschool:
    """A school as the register has it; `bestuur` is the number of its board, `pc4` its postcode."""

    code: str
    naam: str
    bestuur: str
    denominatie: str
    pc4: str


@dataclass(frozen=True, slots=True)
class Register:
    """The schools of a gemeente by name, and the day of the register; '' when it isn't there."""

    scholen: tuple[Registerschool, ...]
    peildatum: str


EMPTY = Register((), "")


def read_register(warehouse: Warehouse, gemeente: str, bron: str = BRON) -> Register:
    """Return the schools of a gemeente (GM0402) in the newest edition; none without the table.

    Primary schools, or with BRON_VO those for vo.

    Only the national table: it is public, and says what stands in the register.
    """
    newest = warehouse.current(bron, LANDELIJK)
    if newest is None or not gemeente:
        return EMPTY
    return _read(warehouse.root, warehouse.bundle, newest.versie, gemeente, bron)


@lru_cache(maxsize=KEPT)
def _read(root: Path, bundle: Path, versie: int, gemeente: str, bron: str) -> Register:
    """Return what a version says; a version never changes, so reading it once is enough."""
    table = Warehouse(root, bundle).scan(bron, versie)
    newest = pl.col("peildatum") == pl.col("peildatum").max()
    columns = ["vestiging", "naam", "bestuur", "denominatie", "postcode4"]
    found = (
        table.filter(newest)
        .filter(pl.col("gemeente") == gemeente)
        .select("peildatum", *(pl.col(one).cast(pl.String).fill_null("") for one in columns))
        .sort("naam", "vestiging")
        .collect()
    )
    rows = found.select(columns).iter_rows()
    peildatum = str(found["peildatum"][0]) if found.height else ""
    return Register(tuple(Registerschool(*row) for row in rows), peildatum)
