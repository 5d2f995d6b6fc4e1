"""Leerlingen in het primair onderwijs per vestiging en jaar, sinds 2010 (DUO, CKAN)."""

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
from openlea.catalogue.reading.keuring import counts, finish, once, screen
from openlea.catalogue.reading.ruw import BESTAND, REGEL
from openlea.core.bron import Bestand, Bron, Cadans, Live, Protocol, Sample

YEAR = "PEILJAAR"
SOURCE = Bron(
    titel="Leerlingen po per vestiging, alle jaren",
    uitgever="DUO",
    pagina="https://onderwijsdata.duo.nl/dataset/poleerlingen-v1",
    licentie="CC0",
    cadans=Cadans.JAARLIJKS,
    peil="het peiljaar van de telling",
    editie="jaar",
    sleutel=("vestiging", "soort"),
    kop=(*KEY, YEAR, AANTAL),
    afgeschermd=True,
    live=Live(
        protocol=Protocol.CKAN,
        adres=ADRES,
        vragen={
            "dataset": "poleerlingen-v1",
            "bestand": "brin6_totaal.csv",
            "weg": "bladeren",
            "sort": "_id",
        },
    ),
    let_op=(HIDDEN, NO_DAY, "Een vestiging die later is gesloten staat er bij haar jaren nog in."),
)


class Tabel(dy.Schema):
    """One row per year, vestiging and kind of primary education."""

    jaar = dy.String(nullable=False, regex=r"^\d{4}$")
    vestiging = dy.String(nullable=False)
    soort = dy.String(nullable=False, regex=r"^(bo|sbo|so|vso)$")
    aantal_laag = dy.Int32(nullable=False, min=0)
    aantal_hoog = dy.Int32(nullable=False, min=0)


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return a row per year, vestiging and kind."""
    ruw = read_ckan(files, SOURCE.kop, __file__, YEAR)
    ruw = screen(ruw, [*counts(AANTAL), once("VESTIGINGSCODE", *key_columns(YEAR))])
    columns = [pl.col(BESTAND), pl.col(REGEL), *key_columns(YEAR), *count_columns()]
    return finish(ruw, ruw.cellen.select(columns), Tabel)


# A vormvoorbeeld: the form is that of the publisher, the counts are made up.
EXAMPLE = Sample(
    bestand=Bestand(
        naam="brin6_totaal.csv",
        inhoud=b"""\
INSTELLINGSCODE,VESTIGINGSCODE,TYPE_PO,PEILJAAR,AANTAL_LEERLINGEN
04OS,00,BO,2024,201
04OS,00,BO,2025,198
00SL,00,SO,2025,-1
00SL,00,VSO,2025,0
00SL,00,VSO,2025,7
00SL,0X,VSO,2025,7
""",
    ),
    expect="""
        jaar  vestiging  soort  aantal_laag  aantal_hoog
        2024  04OS00     bo     201          201
        2025  04OS00     bo     198          198
        2025  00SL00     so     1            4
        2025  00SL00     vso    0            0
    """,
    afgekeurd=2,
)
