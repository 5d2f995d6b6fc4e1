"""A tiny source and its loads, for the tests of the warehouse."""

from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256

import polars as pl

from openlea.catalogue.reading.gelezen import REJECTED
from openlea.core.bron import Bestand, Definitief, Lading
from openlea.policy.kengetal import Kengetallen
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
    content = rijen.write_csv().encode()
    edities = tuple(sorted(set(rijen["peildatum"])))
    rejects = pl.DataFrame(
        [("proef.csv", n + 2, "aantal", reden) for n, reden in enumerate(afgekeurd)],
        schema=REJECTED,
        orient="row",
    )
    file = Bestand(naam="proef.csv", inhoud=content)
    lading = Lading(
        bron=BRON,
        versie=-1,
        uitgever="DUO",
        adres="proef.csv",
        sha256=sha256(content).hexdigest(),
        moment=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
        edities=edities,
        definitief=Definitief.DEFINITIEF,
        rijen_in=rijen.height + len(afgekeurd),
        rijen=rijen.height,
        afgekeurd=len(afgekeurd),
        let_op=("Let op: één ‘proef’.",),
    )
    kengetallen = {
        editie: Kengetallen(rijen=rijen.filter(pl.col("peildatum") == editie).height)
        for editie in edities
    }
    return Aanbod(
        versie=Versie(
            laag=laag,
            lading=lading,
            licentie="CC0",
            parser=parser,
            codering="utf-8",
            bestanden=(ontvangst_of(file),),
            kengetallen=kengetallen,
        ),
        editie="peildatum",
        rijen=rijen,
        afgekeurd=rejects,
        bestanden=(file,),
    )
