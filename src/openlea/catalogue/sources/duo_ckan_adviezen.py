"""Schooladviezen aan het einde van het basisonderwijs, per vestiging en jaar (DUO, CKAN)."""

from collections.abc import Mapping, Sequence

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
from openlea.catalogue.reading.keuring import counts, finish, must, once, screen
from openlea.catalogue.reading.ruw import BESTAND, REGEL
from openlea.core.bron import Bestand, Bron, Cadans, Live, Protocol, Sample

YEAR, ADVIES = "PEILJAAR", "ADVIES"
SOURCE = Bron(
    titel="Schooladviezen per vestiging, alle jaren",
    uitgever="DUO",
    pagina="https://onderwijsdata.duo.nl/dataset/wpoadvies-v1",
    licentie="CC0",
    cadans=Cadans.JAARLIJKS,
    peil="het peiljaar van het advies",
    editie="jaar",
    sleutel=("vestiging", "soort", "advies"),
    kop=(*KEY, YEAR, ADVIES, AANTAL),
    afgeschermd=True,
    live=Live(
        protocol=Protocol.CKAN,
        adres=ADRES,
        vragen={"dataset": "wpoadvies-v1", "bestand": "brin6_advies.csv"},
    ),
    let_op=(
        HIDDEN,
        NO_DAY,
        "Het gaat om de adviezen na een eventuele bijstelling.",
        "De codes 10 en 11 zijn gezien; wat de andere betekenen volgt uit hun volgorde.",
    ),
)
ADVIEZEN: Mapping[str, str] = {
    "1": "vso",
    "2": "pro",
    "3": "vmbo_b",
    "4": "vmbo_b_k",
    "5": "vmbo_k",
    "6": "vmbo_k_gt",
    "7": "vmbo_gt",
    "8": "vmbo_gt_havo",
    "9": "havo",
    "10": "havo_vwo",
    "11": "vwo",
    "12": "niet_mogelijk",
}


class Tabel(dy.Schema):
    """One row per year, vestiging, kind of primary education and advice."""

    jaar = dy.String(nullable=False, regex=r"^\d{4}$")
    vestiging = dy.String(nullable=False)
    soort = dy.String(nullable=False, regex=r"^(bo|sbo|so|vso)$")
    advies = dy.String(nullable=False)
    aantal_laag = dy.Int32(nullable=False, min=0)
    aantal_hoog = dy.Int32(nullable=False, min=0)


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return a row per year, vestiging, kind and advice."""
    ruw = read_ckan(files, SOURCE.kop, __file__, YEAR)
    advies = pl.col(ADVIES).str.strip_chars()
    advies = advies.replace_strict(ADVIEZEN, default=None, return_dtype=pl.String)
    keys = [*key_columns(YEAR), advies.alias("advies")]
    eisen = [
        must(ADVIES, advies, "geen bekend advies: er hoort een code van 1 tot en met 12 te staan."),
        *counts(AANTAL),
        once("VESTIGINGSCODE", *keys),
    ]
    ruw = screen(ruw, eisen)
    rijen = ruw.cellen.select(pl.col(BESTAND), pl.col(REGEL), *keys, *count_columns())
    return finish(ruw, rijen, Tabel)


# A vormvoorbeeld: the form is that of the publisher, the counts are made up.
EXAMPLE = Sample(
    bestand=Bestand(
        naam="brin6_advies.csv",
        inhoud=b"""\
INSTELLINGSCODE,VESTIGINGSCODE,TYPE_PO,PEILJAAR,ADVIES,AANTAL_LEERLINGEN
04OS,00,BO,2025,2,0
04OS,00,BO,2025,10,-1
04OS,00,BO,2025,11,12
04OS,00,BO,2025,12,0
04OS,00,BO,2025,13,5
""",
    ),
    expect="""
        jaar  vestiging  soort  advies         aantal_laag  aantal_hoog
        2025  04OS00     bo     pro            0            0
        2025  04OS00     bo     havo_vwo       1            4
        2025  04OS00     bo     vwo            12           12
        2025  04OS00     bo     niet_mogelijk  0            0
    """,
    afgekeurd=1,
)
