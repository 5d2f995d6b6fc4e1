"""Files as besturen send them, for the tests of reading in."""

from collections.abc import Sequence

import polars as pl

from openlea.core.errors import NotFound
from openlea.storage.warehouse.warehouse import open_warehouse
from tests.world import World

TEKORT = "partner_personeelstekort"
KOPPEN = ("Peildatum", "Nummer bestuur", "Sector", "Functie", "Formatie", "Onvervuld")


def csv_of(*rows: tuple[str, str, str], koppen: Sequence[str] = KOPPEN) -> bytes:
    """Return a row per (bestuur, sector, formatie), each with a function of its own."""
    lines = [";".join(koppen)]
    for place, (bestuur, sector, formatie) in enumerate(rows):
        cells = ["1-10-2026", bestuur, sector, f"functie {place}", formatie, "0"]
        lines.append(";".join(cells[-len(koppen) :]))
    return "\n".join(lines).encode()


def own_table(world: World) -> pl.DataFrame | None:
    """Return the own table of the werkruimte; None when there is none."""
    try:
        return open_warehouse().scan(TEKORT, laag=world.werkruimte.slug).collect()
    except NotFound:
        return None
