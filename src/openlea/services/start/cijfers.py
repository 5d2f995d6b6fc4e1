"""The figures of a start: made once for everybody, then looked up for one gemeente."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from openlea.core.place import PlaceKey
from openlea.services.compute_figures import compute_figures
from openlea.services.start.opzet import Opzet
from openlea.storage.figures.store import open_figures
from openlea.storage.warehouse.warehouse import open_warehouse

TELLING = "duo_leerlingen_po"
BEZIG = "Cijfers uitrekenen"


def make_figures(opzet: Opzet) -> Mapping[str, Any]:
    """Compute the figures of the whole country where a table changed; the rest stands already."""
    made = compute_figures(voortgang=lambda _what, done, total: opzet.voortgang(BEZIG, done, total))
    return {"herrekend": len(made.opnieuw)}


def check_profile(opzet: Opzet) -> Mapping[str, Any]:
    """Return how many indicators have a figure of this gemeente, and its pupils in primary."""
    key = opzet.gemeente.key
    found = open_figures().of_place(key)
    return {
        "cijfers": len({one.indicator for one in found if one.bereik is not None}),
        **count_pupils(key),
    }


def count_pupils(gemeente: PlaceKey) -> Mapping[str, int]:
    """Return the vestigingen and pupils of a gemeente in the newest edition of DUO's table.

    A school counts once per kind of education. `leerlingen` are the counts that are shown, and
    `afgeschermd` how many aren't; the range from `laag` to `hoog` holds both.
    """
    warehouse = open_warehouse()
    if warehouse.current(TELLING) is None:
        return {}
    rijen = (
        warehouse.scan(TELLING)
        .filter(pl.col("peildatum") == pl.col("peildatum").max())
        .filter(pl.col("gemeente") == gemeente.code)
    )
    open_count = pl.col("aantal_laag") == pl.col("aantal_hoog")
    asked = rijen.select(
        scholen_po=pl.struct("vestiging", "soort").n_unique(),
        scholen_bo=pl.col("vestiging").filter(pl.col("soort") == "bo").n_unique(),
        leerlingen=pl.col("aantal_laag").filter(open_count).sum(),
        leerlingen_laag=pl.col("aantal_laag").sum(),
        leerlingen_hoog=pl.col("aantal_hoog").sum(),
        afgeschermd=open_count.not_().sum(),
    )
    return {name: int(value) for name, value in asked.collect().row(0, named=True).items()}
