"""A small source of its own in a catalogue of its own, for the tests of loading."""

from pathlib import Path

from openlea.catalogue.shelf import SourceFile, read_sources
from openlea.core.bron import Bestand

BRON = "proef_leerlingen"
_SOURCE = '''"""Leerlingen per school, verzonnen."""

from collections.abc import Sequence

import dataframely as dy
import polars as pl

from openlea.catalogue.reading.gelezen import REJECTED, Gelezen
from openlea.core.bron import Bestand, Bron, Cadans, Klasse, Sample, SourceChanged

SOURCE = Bron(
    titel="Proefleerlingen",
    uitgever="DUO",
    pagina="https://duo.nl/",
    licentie="CC0",
    cadans=Cadans.JAARLIJKS,
    peil="1 oktober",
    editie="peildatum",
    sleutel=("vestiging",),
    kop=("PEILDATUM", "VESTIGING", "SOORT", "AANTAL"),
    klasse=Klasse.OPEN,
    afgeschermd=True,
)


class Tabel(dy.Schema):
    peildatum = dy.String(nullable=False)
    vestiging = dy.String(nullable=False)
    soort = dy.String(nullable=False)
    aantal_laag = dy.Int32(nullable=False)
    aantal_hoog = dy.Int32(nullable=False)


def parse(files: Sequence[Bestand]) -> Gelezen:
    frames = [pl.read_csv(file.inhoud, separator=";", infer_schema=False) for file in files]
    cells = pl.concat(frames).with_row_index("regel", offset=2)
    for name in SOURCE.kop:
        if name not in cells.columns:
            raise SourceChanged("proef_leerlingen", name, ("GETAL",), "sources/proef_leerlingen.py")
    hidden = pl.col("AANTAL") == "<5"
    number = pl.col("AANTAL").cast(pl.Int32, strict=False)
    read = cells.select(
        "regel",
        peildatum="PEILDATUM",
        vestiging="VESTIGING",
        soort="SOORT",
        aantal_laag=pl.when(hidden).then(1).otherwise(number).cast(pl.Int32),
        aantal_hoog=pl.when(hidden).then(4).otherwise(number).cast(pl.Int32),
    )
    good = read.filter(pl.col("aantal_hoog").is_not_null())
    bad = read.filter(pl.col("aantal_hoog").is_null()).select(
        bestand=pl.lit(files[0].naam),
        regel=pl.col("regel").cast(pl.Int64),
        kolom=pl.lit("AANTAL"),
        reden=pl.lit("geen aantal"),
    )
    return Gelezen(
        rijen=good.drop("regel"), rijen_in=read.height, afgekeurd=bad.cast(REJECTED)
    )


EXAMPLE = Sample(
    bestand=Bestand(naam="proef.csv", inhoud=b"PEILDATUM;VESTIGING;SOORT;AANTAL\\n"),
    expect="vestiging",
)
'''


def make_catalogue(root: Path, klasse: str = "OPEN") -> Path:
    """Write the source in a catalogue of its own, and return that."""
    (root / "sources").mkdir(parents=True)
    text = _SOURCE.replace("Klasse.OPEN", f"Klasse.{klasse}")
    (root / "sources" / f"{BRON}.py").write_text(text, "utf-8")
    return root


def read_source(catalogue: Path) -> SourceFile:
    """Return the source of that catalogue."""
    return read_sources([catalogue])[BRON]


def file_of(
    schools: int,
    *,
    peildatum: str = "2024-10-01",
    more: int = 0,
    naam: str = "proef.csv",
    letters: str = "utf-8",
) -> Bestand:
    """Return a published file: a line per school, `more` pupils than else in every hundredth."""
    lines = ["PEILDATUM;VESTIGING;SOORT;AANTAL"]
    for n in range(schools):
        count = 5 + n % 90 + (more if n % 100 == 0 else 0)
        amount = "<5" if n % 7 == 3 else str(count)
        lines.append(
            f"{peildatum};{n // 100:02d}AB{n % 100:02d};{('bo', 'sbo', 'so')[n % 3]};{amount}"
        )
    return Bestand(naam=naam, inhoud=("\n".join(lines) + "\n").encode(letters))
