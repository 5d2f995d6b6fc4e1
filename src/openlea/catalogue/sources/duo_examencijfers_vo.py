"""Geslaagden, gezakten en gemiddelde examencijfers per vestiging en afdeling (DUO)."""

from collections.abc import Sequence

import dataframely as dy
import polars as pl

from openlea.catalogue.reading import cellen
from openlea.catalogue.reading.duo import (
    provincie_eis,
    schooljaar_column,
    vestiging_eis,
)
from openlea.catalogue.reading.gelezen import Gelezen
from openlea.catalogue.reading.gemeentenamen import gemeente_by_name
from openlea.catalogue.reading.keuring import Eis, counts, finish, must, once, screen
from openlea.catalogue.reading.ruw import BESTAND, REGEL, Kolommen
from openlea.catalogue.reading.sommen import count_of
from openlea.catalogue.reading.tekst import read_text
from openlea.core.bron import Bestand, Bron, Cadans, Sample

SOURCE = Bron(
    titel="Examenresultaten en gemiddelde cijfers vo",
    uitgever="DUO",
    pagina="https://duo.nl/open_onderwijsdata/voortgezet-onderwijs/examens/examens-vmbo-havo-vwo.jsp",
    licentie="CC0",
    cadans=Cadans.JAARLIJKS,
    peil="het examen aan het eind van het schooljaar",
    editie="schooljaar",
    sleutel=("vestiging", "onderwijstype", "leerweg", "sector", "afdeling"),
    kop=("VESTIGINGSCODE", "EXAMENKANDIDATEN", "GEZAKTEN", "GEMIDDELD CIJFER SCHOOLEXAMEN"),
    afgeschermd=True,
    let_op=(
        "Een aantal onder de vijf is afgeschermd (<5): het telt als 1 tot en met 4.",
        "Bij minder dan vijf kandidaten is het gemiddelde cijfer niet overgenomen.",
        "Het bestand zegt zijn schooljaar niet: dat staat in de naam van het bestand.",
        "De gemeente staat er alleen met haar naam; de code is daarbij gezocht.",
    ),
)

CIJFERS = {
    "cijfer_se": "GEMIDDELD CIJFER SCHOOLEXAMEN",
    "cijfer_ce": "GEMIDDELD CIJFER CENTRAAL EXAMEN",
    "cijfer_lijst": "GEMIDDELD CIJFER CIJFERLIJST",
}
AANTALLEN = ("EXAMENKANDIDATEN", "GESLAAGDEN", "GEZAKTEN")
KEYS = ("ONDERWIJSTYPE VO", "LEERWEG VMBO", "VMBO SECTOR", "AFDELING")
LOWEST, HIGHEST = 1, 10
KOLOMMEN = Kolommen(
    bron=__file__,
    nodig=(
        "VESTIGINGSCODE",
        "INSTELLINGSNAAM VESTIGING",
        "GEMEENTENAAM VESTIGING",
        "PROVINCIE VESTIGING",
        *KEYS,
        *AANTALLEN,
        *CIJFERS.values(),
    ),
    reeks="|".join((*AANTALLEN, *CIJFERS.values())),
    bekend="INSTELLINGSCODE",
)
VESTIGING = cellen.vestiging("VESTIGINGSCODE")


def _mark(kolom: str) -> Eis:
    """Return the demand that a cell is empty or a mark."""
    return Eis(
        kolom=kolom,
        goed=cellen.text(kolom).is_null() | cellen.decimal(kolom).is_between(LOWEST, HIGHEST),
        reden="geen cijfer van 1 tot en met 10.",
    )


TAKEN, PASSED, FAILED = (count_of(name) for name in AANTALLEN)
NO_SUM = "geslaagden en gezakten zijn samen niet het aantal kandidaten."
EISEN = (
    vestiging_eis("VESTIGINGSCODE"),
    provincie_eis("PROVINCIE VESTIGING"),
    must("ONDERWIJSTYPE VO", cellen.text("ONDERWIJSTYPE VO"), "deze cel mag niet leeg zijn."),
    *counts(*AANTALLEN),
    *map(_mark, CIJFERS.values()),
    Eis(kolom="EXAMENKANDIDATEN", goed=TAKEN.overlaps(PASSED + FAILED), reden=NO_SUM),
    once("VESTIGINGSCODE", pl.col("schooljaar"), VESTIGING, *map(cellen.text, KEYS)),
)


class Tabel(dy.Schema):
    """One row per vestiging, onderwijstype, leerweg, sector and afdeling."""

    schooljaar = dy.String(nullable=False)
    vestiging = dy.String(nullable=False)
    naam = dy.String(nullable=True)
    gemeente = dy.String(nullable=False)
    provincie = dy.String(nullable=False)
    onderwijstype = dy.String(nullable=False)
    leerweg = dy.String(nullable=True)
    sector = dy.String(nullable=True)
    afdeling = dy.String(nullable=True)
    kandidaten_laag = dy.Int32(nullable=False, min=0)
    kandidaten_hoog = dy.Int32(nullable=False, min=0)
    geslaagden_laag = dy.Int32(nullable=False, min=0)
    geslaagden_hoog = dy.Int32(nullable=False, min=0)
    gezakten_laag = dy.Int32(nullable=False, min=0)
    gezakten_hoog = dy.Int32(nullable=False, min=0)
    cijfer_se = dy.Float64(nullable=True, min=1, max=10)
    cijfer_ce = dy.Float64(nullable=True, min=1, max=10)
    cijfer_lijst = dy.Float64(nullable=True, min=1, max=10)


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return a row per vestiging and afdeling; a mean mark of hidden candidates is left empty."""
    ruw = gemeente_by_name(
        read_text(files, KOLOMMEN), "GEMEENTENAAM VESTIGING", "PROVINCIE VESTIGING"
    )
    ruw = screen(ruw.with_columns(schooljaar_column(ruw)), EISEN)
    open_ = ~cellen.hidden("EXAMENKANDIDATEN")
    rijen = ruw.cellen.select(
        BESTAND,
        REGEL,
        "schooljaar",
        VESTIGING.alias("vestiging"),
        cellen.text("INSTELLINGSNAAM VESTIGING").alias("naam"),
        "gemeente",
        cellen.provincie("PROVINCIE VESTIGING").alias("provincie"),
        cellen.text("ONDERWIJSTYPE VO").alias("onderwijstype"),
        cellen.text("LEERWEG VMBO").alias("leerweg"),
        cellen.text("VMBO SECTOR").alias("sector"),
        cellen.text("AFDELING").alias("afdeling"),
        *cellen.count_range("EXAMENKANDIDATEN", "kandidaten"),
        *cellen.count_range("GESLAAGDEN", "geslaagden"),
        *cellen.count_range("GEZAKTEN", "gezakten"),
        *(
            pl.when(open_).then(cellen.decimal(kolom)).alias(naam)
            for naam, kolom in CIJFERS.items()
        ),
    )
    return finish(ruw, rijen, Tabel)


EXAMPLE = Sample(
    bestand=Bestand(
        naam="geslaagden-gezakten-en-cijfers-2023-2024.csv",
        inhoud=b"""\
INSTELLINGSCODE;VESTIGINGSCODE;INSTELLINGSNAAM VESTIGING;GEMEENTENAAM VESTIGING\
;PROVINCIE VESTIGING;ONDERWIJSTYPE VO;LEERWEG VMBO;VMBO SECTOR;AFDELING\
;EXAMENKANDIDATEN;GESLAAGDEN;GEZAKTEN;GEMIDDELD CIJFER SCHOOLEXAMEN\
;GEMIDDELD CIJFER CENTRAAL EXAMEN;GEMIDDELD CIJFER CIJFERLIJST
00PS;00PS04;AT Scholen VO- Groot Goylant;HILVERSUM;Noord-Holland;VMBO;BL\
;Intersect. programma;DP;34;30;<5;6,2;6,3;6,4
00PS;00PS04;AT Scholen VO- Groot Goylant;HILVERSUM;Noord-Holland;VMBO;GL\
;Intersect. programma;DP;<5;<5;0;6,4;6,4;6,8
00PS;00PS04;AT Scholen VO- Groot Goylant;HILVERSUM;Noord-Holland;VMBO;TL\
;Economie; ;6;6;0;6,8;6,5;6,8
""",
    ),
    expect="""
        schooljaar  vestiging  gemeente  leerweg  afdeling  kandidaten  gezakten  cijfer_ce
        2023/24     00PS04     GM0402    BL       DP        34          <5        6.3
        2023/24     00PS04     GM0402    GL       DP        <5          0         .
        2023/24     00PS04     GM0402    TL       .         6           0         6.5
    """,
)
