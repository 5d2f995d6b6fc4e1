"""Schoolweging per basisschool: hoe complex de groep leerlingen is (Inspectie, CBS)."""

from collections.abc import Sequence

import dataframely as dy
import polars as pl

from openlea.catalogue.reading import cellen
from openlea.catalogue.reading.bladen import Blad, read_sheets
from openlea.catalogue.reading.gelezen import Gelezen
from openlea.catalogue.reading.inspectie import ASSUMPTION, is_amount, ovt_eis, school_years
from openlea.catalogue.reading.keuring import finish, must, once, screen
from openlea.catalogue.reading.ruw import BESTAND, REGEL, Kolommen, Ruw, together
from openlea.catalogue.reading.voorbeeld import workbook
from openlea.core.bron import Bestand, Bron, Cadans, Sample

SOURCE = Bron(
    titel="Schoolweging per basisschool",
    uitgever="Inspectie van het Onderwijs (berekend door het CBS)",
    pagina="https://www.onderwijsinspectie.nl/trends-en-ontwikkelingen/onderwijsdata",
    licentie="CC0",
    cadans=Cadans.JAARLIJKS,
    peil="1 oktober van het schooljaar; vanaf 2022/23 1 februari",
    editie="schooljaar",
    sleutel=("ovt",),
    kop=("OVT", "Naam", "BGNR"),
    let_op=(
        ASSUMPTION,
        "Vanaf 2023/24 is het rekenmodel herijkt: niet te vergelijken met eerdere jaren.",
        "Van 125 scholen is de schoolweging van 2023/24 niet bekend.",
        "Een hogere schoolweging betekent een complexere groep leerlingen, geen mindere school.",
    ),
)

WEGING = "schoolweging"
KOLOMMEN = Kolommen(
    bron=__file__,
    nodig=("OVT", "Naam"),
    ook=r"(?i)schoolweging\b.*|spreiding",
    bekend=r"(?i)bgnr|aantal_leerlingen",
)
EISEN = (
    ovt_eis("OVT"),
    must("schooljaar", pl.col("schooljaar"), "het schooljaar staat niet in de kop of op het blad."),
    is_amount(WEGING, 10, 50),
    is_amount("spreiding", 0, 25),
    once("OVT", pl.col("schooljaar"), cellen.text("OVT")),
)


class Tabel(dy.Schema):
    """One row per school and school year, and per school over three years.

    `vestiging` is an assumption, see `let_op`; `ovt` is the key as published. Without `weging` it
    isn't known.
    """

    schooljaar = dy.String(nullable=False, primary_key=True)
    ovt = dy.String(nullable=False, primary_key=True)
    vestiging = dy.String(nullable=True)
    brin = dy.String(nullable=False)
    naam = dy.String(nullable=True)
    weging = dy.Float64(nullable=True, min=10, max=50)
    spreiding = dy.Float64(nullable=True, min=0, max=25)


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return a row per school of every sheet with a schoolweging."""
    ruw = screen(together([_of_sheet(blad) for blad in read_sheets(files, KOLOMMEN)]), EISEN)
    rijen = ruw.cellen.select(
        BESTAND,
        REGEL,
        "schooljaar",
        cellen.text("OVT").alias("ovt"),
        cellen.vestiging_of_inspectie("OVT").alias("vestiging"),
        cellen.text("OVT").str.slice(0, 4).alias("brin"),
        cellen.text("Naam").alias("naam"),
        cellen.decimal(WEGING).alias("weging"),
        cellen.decimal("spreiding").alias("spreiding"),
    )
    return finish(ruw, rijen, Tabel)


def _of_sheet(blad: Blad) -> Ruw:
    """Return the cells with one column for the weging, and the year that its head or sheet says."""
    names = blad.ruw.cellen.columns
    weging = next((name for name in names if name.casefold().startswith(WEGING)), None)
    if weging is None:
        raise KOLOMMEN.changed(WEGING, names)
    spread = "spreiding" in names
    return blad.ruw.with_columns(
        pl.col(weging).alias(WEGING),
        pl.col("spreiding") if spread else pl.lit("").alias("spreiding"),
        pl.lit(_period(weging, blad.naam), pl.String).alias("schooljaar"),
    )


def _period(head: str, sheet: str) -> str | None:
    """Return the school year, or 'driejaars' with the first and the last of three."""
    years = school_years(head) or school_years(sheet)
    if not years:
        return None
    return years[0] if len(years) == 1 else f"driejaars {years[0]}-{years[-1]}"


EXAMPLE = Sample(
    bestand=workbook(
        "schoolweging.ods",
        {
            "Driejaarsgemiddelde": """
OVT;Naam;BGNR;schoolweging 2021-2022, 2022-2023, 2023-2024
00AR|C1;basisschool De Maasparel;41797;27.78
""",
            "2023-2024": """
OVT;Naam;BGNR;schoolweging;aantal_leerlingen;spreiding
00AR|C1;basisschool De Maasparel;41797;27.52;136;5.93
00AV|C1;De Morgenster;41646;30.36;79;6.09
""",
        },
    ),
    expect="""
        schooljaar                 ovt      vestiging  brin  weging  spreiding
        driejaars~2021/22-2023/24  00AR|C1  00AR00     00AR  27.78   .
        2023/24                    00AR|C1  00AR00     00AR  27.52   5.93
        2023/24                    00AV|C1  00AV00     00AV  30.36   6.09
    """,
)
