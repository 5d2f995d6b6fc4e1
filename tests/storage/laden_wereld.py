"""A tiny source and its loads, for the tests of the warehouse."""

from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256

import polars as pl

from openlea.catalogue.reading.gelezen import REJECTED
from openlea.core.bron import Bestand, Definitief, Lading
from openlea.storage.warehouse.kengetallen import summarise
from openlea.storage.warehouse.ontvangen import ontvangst_of
from openlea.storage.warehouse.versie import LANDELIJK, Versie
from openlea.storage.warehouse.warehouse import Aanbod

BRON = "proef_leerlingen"


def rows(editie: str, aantallen: Sequence[int]) -> pl.DataFrame:
    """Return one row per school, with its count."""
    return pl.DataFrame(
        {
            "peildatum": [editie] * len(aantallen),
            "vestiging": [f"00A{chr(65 + n % 26)}{n % 100:02d}" for n in range(len(aantallen))],
            "aantal_laag": list(aantallen),
            "aantal_hoog": list(aantallen),
        },
        schema={
            "peildatum": pl.String,
            "vestiging": pl.String,
            "aantal_laag": pl.Int32,
            "aantal_hoog": pl.Int32,
        },
    )


def offer(
    rijen: pl.DataFrame, *, laag: str = LANDELIJK, afgekeurd: Sequence[str] = (), parser: str = "p1"
) -> Aanbod:
    """Return a load of these rows, with a rejected row for each reason."""
    file = Bestand(naam="proef.csv", inhoud=rijen.write_csv().encode())
    rejects = pl.DataFrame(
        [("proef.csv", n + 2, "aantal", reden) for n, reden in enumerate(afgekeurd)],
        schema=REJECTED,
        orient="row",
    )
    versie = Versie(
        laag=laag,
        lading=_lading(file, rijen, len(afgekeurd)),
        licentie="CC0",
        parser=parser,
        codering="utf-8",
        bestanden=(ontvangst_of(file),),
        kengetallen=summarise(rijen, "peildatum", ("vestiging",)),
    )
    return Aanbod(
        versie=versie, editie="peildatum", rijen=rijen, afgekeurd=rejects, bestanden=(file,)
    )


def _lading(file: Bestand, rijen: pl.DataFrame, afgekeurd: int) -> Lading:
    return Lading(
        bron=BRON,
        versie=-1,
        uitgever="DUO",
        adres="proef.csv",
        sha256=sha256(file.inhoud).hexdigest(),
        moment=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
        edities=tuple(sorted(set(rijen["peildatum"]))),
        definitief=Definitief.DEFINITIEF,
        rijen_in=rijen.height + afgekeurd,
        rijen=rijen.height,
        afgekeurd=afgekeurd,
        let_op=("Let op: één ‘proef’.",),
    )
