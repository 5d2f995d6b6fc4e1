"""Leerlingen in het primair onderwijs per vestiging, leeftijd en jaar, sinds 2010 (DUO, CKAN)."""

from collections.abc import Sequence

import dataframely as dy
import polars as pl

from openlea.catalogue.reading.duo_ckan import (
    AANTAL,
    ADRES,
    HIDDEN,
    KEY,
    NO_DAY,
    count_columns,
    key_columns,
    read_ckan,
)
from openlea.catalogue.reading.gelezen import Gelezen
from openlea.catalogue.reading.keuring import Eis, counts, finish, once, screen
from openlea.catalogue.reading.ruw import BESTAND, REGEL
from openlea.core.bron import Bestand, Bron, Cadans, Live, Protocol, Sample

YEAR, AGE = "PEILJAAR", "LEEFTIJD"
_YOUNGEST, _OLDEST = 2, 30
SOURCE = Bron(
    titel="Leerlingen po per vestiging en leeftijd, alle jaren",
    uitgever="DUO",
    pagina="https://onderwijsdata.duo.nl/dataset/poleeftijd-v2",
    licentie="CC0",
    cadans=Cadans.JAARLIJKS,
    peil="het peiljaar van de telling",
    editie="jaar",
    sleutel=("vestiging", "soort", "leeftijd"),
    kop=(*KEY, YEAR, AGE, AANTAL),
    afgeschermd=True,
    live=Live(
        protocol=Protocol.CKAN,
        adres=ADRES,
        vragen={
            "dataset": "poleeftijd-v2",
            "bestand": "brin6_leeftijd.csv",
            "weg": "bladeren",
            "sort": "_id",
        },
    ),
    let_op=(HIDDEN, NO_DAY, "Een vestiging die later is gesloten staat er bij haar jaren nog in."),
)


class Tabel(dy.Schema):
    """One row per year, vestiging, kind of primary education and age."""

    jaar = dy.String(nullable=False, regex=r"^\d{4}$")
    vestiging = dy.String(nullable=False)
    soort = dy.String(nullable=False, regex=r"^(bo|sbo|so|vso)$")
    leeftijd = dy.Int8(nullable=False, min=_YOUNGEST, max=_OLDEST)
    aantal_laag = dy.Int32(nullable=False, min=0)
    aantal_hoog = dy.Int32(nullable=False, min=0)


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return a row per year, vestiging, kind and age."""
    ruw = read_ckan(files, SOURCE.kop, __file__, YEAR)
    age = pl.col(AGE).str.strip_chars().cast(pl.Int8, strict=False)
    known = age.is_between(_YOUNGEST, _OLDEST).fill_null(value=False)
    eisen = [
        Eis(
            kolom=AGE, goed=known, reden="geen leeftijd: er hoort een getal te staan van 2 tot 30."
        ),
        *counts(AANTAL),
        once("VESTIGINGSCODE", *key_columns(YEAR), age),
    ]
    keys = [*key_columns(YEAR), age.alias("leeftijd")]
    ruw = screen(ruw, eisen)
    columns = [pl.col(BESTAND), pl.col(REGEL), *keys, *count_columns()]
    return finish(ruw, ruw.cellen.select(columns), Tabel)


# A vormvoorbeeld: the form is that of the publisher, the counts are made up.
EXAMPLE = Sample(
    bestand=Bestand(
        naam="brin6_leeftijd.csv",
        inhoud=b"""\
INSTELLINGSCODE,VESTIGINGSCODE,TYPE_PO,PEILJAAR,LEEFTIJD,AANTAL_LEERLINGEN
04OS,00,BO,2024,4,21
04OS,00,BO,2025,5,22
00SL,00,SO,2025,7,-1
00SL,00,VSO,2025,12,0
00SL,00,VSO,2025,12,7
00SL,00,VSO,2025,oud,7
""",
    ),
    expect="""
        jaar  vestiging  soort  leeftijd  aantal_laag  aantal_hoog
        2024  04OS00     bo     4         21           21
        2025  04OS00     bo     5         22           22
        2025  00SL00     so     7         1            4
        2025  00SL00     vso    12        0            0
    """,
    afgekeurd=2,
)
