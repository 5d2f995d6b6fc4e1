"""Schooladviezen die na de doorstroomtoets zijn heroverwogen en bijgesteld (DUO, CKAN)."""

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

YEAR, SOORT_AANTAL = "PEILJAAR", "TOETSEN_EN_ADVIEZEN"
SOURCE = Bron(
    titel="Heroverwogen en bijgestelde adviezen per vestiging, alle jaren",
    uitgever="DUO",
    pagina="https://onderwijsdata.duo.nl/dataset/wpoheroverweging-v1",
    licentie="CC0",
    cadans=Cadans.JAARLIJKS,
    peil="het peiljaar van het advies",
    editie="jaar",
    sleutel=("vestiging", "soort", "telling"),
    kop=(*KEY, YEAR, SOORT_AANTAL, AANTAL),
    afgeschermd=True,
    live=Live(
        protocol=Protocol.CKAN,
        adres=ADRES,
        vragen={"dataset": "wpoheroverweging-v1", "bestand": "brin6_heroverweging.csv"},
    ),
    let_op=(
        HIDDEN,
        NO_DAY,
        "Tel de tellingen niet bij elkaar op: zij gaan deels over dezelfde leerlingen.",
    ),
)
TELLINGEN: Mapping[str, str] = {
    "TOTAAL": "totaal",
    "AANTAL_HOGER_TOETSADVIES": "hoger_toetsadvies",
    "AANTAL_LAGER_TOETSADVIES": "lager_toetsadvies",
    "AANTAL_BIJSTELLINGEN": "bijstellingen",
}


class Tabel(dy.Schema):
    """One row per year, vestiging, kind of primary education and what is counted."""

    jaar = dy.String(nullable=False, regex=r"^\d{4}$")
    vestiging = dy.String(nullable=False)
    soort = dy.String(nullable=False, regex=r"^(bo|sbo|so|vso)$")
    telling = dy.String(nullable=False)
    aantal_laag = dy.Int32(nullable=False, min=0)
    aantal_hoog = dy.Int32(nullable=False, min=0)


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return a row per year, vestiging, kind and count."""
    ruw = read_ckan(files, SOURCE.kop, __file__, YEAR)
    telling = pl.col(SOORT_AANTAL).str.strip_chars()
    telling = telling.replace_strict(TELLINGEN, default=None, return_dtype=pl.String)
    keys = [*key_columns(YEAR), telling.alias("telling")]
    eisen = [
        must(SOORT_AANTAL, telling, f"geen bekende telling: {', '.join(TELLINGEN)}."),
        *counts(AANTAL),
        once("VESTIGINGSCODE", *keys),
    ]
    ruw = screen(ruw, eisen)
    rijen = ruw.cellen.select(pl.col(BESTAND), pl.col(REGEL), *keys, *count_columns())
    return finish(ruw, rijen, Tabel)


# A vormvoorbeeld: the form is that of the publisher, the counts are made up.
EXAMPLE = Sample(
    bestand=Bestand(
        naam="brin6_heroverweging.csv",
        inhoud=b"""\
INSTELLINGSCODE,VESTIGINGSCODE,TYPE_PO,PEILJAAR,TOETSEN_EN_ADVIEZEN,AANTAL_LEERLINGEN
04OS,00,BO,2025,TOTAAL,31
04OS,00,BO,2025,AANTAL_HOGER_TOETSADVIES,9
04OS,00,BO,2025,AANTAL_LAGER_TOETSADVIES,-1
04OS,00,BO,2025,AANTAL_BIJSTELLINGEN,6
04OS,00,BO,2025,AANTAL_IETS_NIEUWS,1
""",
    ),
    expect="""
        jaar  vestiging  soort  telling            aantal_laag  aantal_hoog
        2025  04OS00     bo     totaal             31           31
        2025  04OS00     bo     hoger_toetsadvies  9            9
        2025  04OS00     bo     lager_toetsadvies  1            4
        2025  04OS00     bo     bijstellingen      6            6
    """,
    afgekeurd=1,
)
