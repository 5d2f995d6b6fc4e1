"""Zittenblijvers, afstromers en opstromers per vestiging in het voortgezet onderwijs (DUO)."""

from collections.abc import Sequence

import dataframely as dy
import polars as pl

from openlea.catalogue.reading import cellen
from openlea.catalogue.reading.duo import (
    gemeente_eis,
    provincie_eis,
    schooljaar_column,
    vestiging_eis,
)
from openlea.catalogue.reading.gelezen import Gelezen
from openlea.catalogue.reading.gemeentenamen import same_place
from openlea.catalogue.reading.keuring import Eis, counts, finish, once, screen
from openlea.catalogue.reading.ruw import BESTAND, REGEL, Kolommen
from openlea.catalogue.reading.sommen import count_of
from openlea.catalogue.reading.tekst import read_text
from openlea.core.bron import Bestand, Bron, Cadans, Sample

GROEPEN = ("leerlingen", "afstromers", "zittenblijvers", "opstromers")

SOURCE = Bron(
    titel="Zittenblijvers en op- en afstromers vo per vestiging",
    uitgever="DUO",
    pagina="https://duo.nl/open_onderwijsdata/voortgezet-onderwijs/aantal-leerlingen/",
    licentie="CC0",
    cadans=Cadans.JAARLIJKS,
    peil="1 oktober van het schooljaar en van het jaar erna",
    editie="schooljaar",
    sleutel=("vestiging",),
    kop=("INSTELLINGSCODE", "VESTIGINGSCODE", "AANTAL_LEERLINGEN", "AANTAL_ZITTENBLIJVERS"),
    afgeschermd=True,
    let_op=(
        "Een aantal onder de vijf is afgeschermd (<5): het telt als 1 tot en met 4.",
        "Het bestand zegt zijn schooljaar niet: dat staat in de naam van het bestand.",
        "Van vestiging 16EI00 tellen leerlingen in leerjaar 3 havo niet mee (2023/24, experiment).",
    ),
)

KOLOMMEN = Kolommen(
    bron=__file__,
    nodig=(
        "INSTELLINGSCODE",
        "VESTIGINGSCODE",
        "VESTIGINGSNAAM",
        "GEMEENTENUMMER",
        "GEMEENTENAAM",
        "PROVINCIE",
        *(f"AANTAL_{groep.upper()}" for groep in GROEPEN),
    ),
    reeks=r"AANTAL_\w+",
    bekend="PLAATSNAAM|EXTRA_INFORMATIE",
)
VESTIGING = cellen.vestiging("INSTELLINGSCODE", "VESTIGINGSCODE")
ALL, DOWN, AGAIN, UP = (count_of(f"AANTAL_{groep.upper()}") for groep in GROEPEN)
MOVED = DOWN + AGAIN + UP
TOO_MANY = "afstromers, zittenblijvers en opstromers zijn samen meer dan alle leerlingen."
EISEN = (
    vestiging_eis("INSTELLINGSCODE", "VESTIGINGSCODE"),
    gemeente_eis(),
    provincie_eis(),
    *counts(*(f"AANTAL_{groep.upper()}" for groep in GROEPEN)),
    Eis(kolom="AANTAL_LEERLINGEN", goed=MOVED.low <= ALL.high, reden=TOO_MANY),
    once("VESTIGINGSCODE", pl.col("schooljaar"), VESTIGING),
)


class Tabel(dy.Schema):
    """One row per vestiging; `schooljaar` is the year that was repeated."""

    schooljaar = dy.String(nullable=False, primary_key=True)
    vestiging = dy.String(nullable=False, primary_key=True)
    naam = dy.String(nullable=True)
    gemeente = dy.String(nullable=False)
    provincie = dy.String(nullable=False)
    leerlingen_laag = dy.Int32(nullable=False, min=0)
    leerlingen_hoog = dy.Int32(nullable=False, min=0)
    afstromers_laag = dy.Int32(nullable=False, min=0)
    afstromers_hoog = dy.Int32(nullable=False, min=0)
    zittenblijvers_laag = dy.Int32(nullable=False, min=0)
    zittenblijvers_hoog = dy.Int32(nullable=False, min=0)
    opstromers_laag = dy.Int32(nullable=False, min=0)
    opstromers_hoog = dy.Int32(nullable=False, min=0)


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return a row per vestiging; BadFile when the name of a file doesn't say the school year."""
    ruw = read_text(files, KOLOMMEN)
    ruw = screen(ruw.with_columns(schooljaar_column(ruw)), EISEN)
    ruw = same_place(ruw, name="GEMEENTENAAM", provincie="PROVINCIE")
    rijen = ruw.cellen.select(
        BESTAND,
        REGEL,
        "schooljaar",
        VESTIGING.alias("vestiging"),
        cellen.text("VESTIGINGSNAAM").alias("naam"),
        cellen.gemeente("GEMEENTENUMMER").alias("gemeente"),
        cellen.provincie("PROVINCIE").alias("provincie"),
        *(
            expr
            for groep in GROEPEN
            for expr in cellen.count_range(f"AANTAL_{groep.upper()}", groep)
        ),
    )
    return finish(ruw, rijen, Tabel)


EXAMPLE = Sample(
    bestand=Bestand(
        naam="05.-zittenblijvers-niveau-vestiging-2023-2024-tov-2024-2025.csv",
        inhoud=b"""\
INSTELLINGSCODE;VESTIGINGSCODE;VESTIGINGSNAAM;PLAATSNAAM;GEMEENTENUMMER;GEMEENTENAAM;PROVINCIE\
;AANTAL_LEERLINGEN;AANTAL_AFSTROMERS;AANTAL_ZITTENBLIJVERS;AANTAL_OPSTROMERS;EXTRA_INFORMATIE
00PS;00;Alberdingk Thijm Scholen Vwo, Havo, Mavo, Vbo, LWOO;HILVERSUM;0402;HILVERSUM\
;Noord-Holland;662;<5;13;79;
20DD;00;Gemeentelijk Gymnasium;HILVERSUM;0402;HILVERSUM;Noord-Holland;650;<5;30;0;
""",
    ),
    expect="""
        schooljaar  vestiging  gemeente  leerlingen  afstromers  zittenblijvers  opstromers
        2023/24     00PS00     GM0402    662         <5          13              79
        2023/24     20DD00     GM0402    650         <5          30              0
    """,
)
