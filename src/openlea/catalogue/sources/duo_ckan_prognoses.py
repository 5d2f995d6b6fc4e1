"""Hoeveel leerlingen een vestiging naar verwachting krijgt, twintig jaar vooruit (DUO, CKAN)."""

from collections.abc import Sequence

import dataframely as dy
import polars as pl

from openlea.catalogue.reading.cellen import decimal, text
from openlea.catalogue.reading.duo_ckan import ADRES, KEY, key_columns, read_ckan, year_of
from openlea.catalogue.reading.gelezen import Gelezen
from openlea.catalogue.reading.keuring import Eis, finish, once, screen
from openlea.catalogue.reading.ruw import BESTAND, REGEL
from openlea.core.bron import Bestand, Bron, Cadans, Live, Protocol, Sample

YEAR, PROGNOSE = "JAAR", "PROGNOSEAANTALLEN"
SOURCE = Bron(
    titel="Leerlingenprognose po per vestiging",
    uitgever="DUO",
    pagina="https://onderwijsdata.duo.nl/dataset/wpoprognoses",
    licentie="CC0",
    cadans=Cadans.JAARLIJKS,
    peil="de prognose die met dit jaar begint",
    editie="prognose_vanaf",
    sleutel=("vestiging", "soort", "jaar"),
    kop=(*KEY, YEAR, PROGNOSE),
    live=Live(
        protocol=Protocol.CKAN,
        adres=ADRES,
        vragen={
            "dataset": "wpoprognoses",
            "bestand": "brin6_prognosespo.csv",
            "weg": "bladeren",
            "sort": "_id",
        },
    ),
    let_op=(
        "Een prognose is een verwachting, geen telling: hoe verder weg, hoe onzekerder.",
        "De bron noemt niet wanneer de prognose is gemaakt; het eerste jaar onderscheidt haar.",
    ),
)
MISSING = "{} vestigingen en jaren hebben geen prognose (leeg)."
_MOST = 5000


class Tabel(dy.Schema):
    """One row per vestiging, kind of primary education and year to come; null: no forecast."""

    prognose_vanaf = dy.String(nullable=False, regex=r"^\d{4}$")
    jaar = dy.String(nullable=False, regex=r"^\d{4}$")
    vestiging = dy.String(nullable=False)
    soort = dy.String(nullable=False, regex=r"^(bo|sbo|so|vso)$")
    aantal = dy.Float64(nullable=True, min=0, max=_MOST)


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return a row per vestiging, kind and year to come, rounded to two decimals."""
    ruw = read_ckan(files, SOURCE.kop, __file__, YEAR)
    keys = key_columns(YEAR)
    number = decimal(PROGNOSE)
    eisen = [
        Eis(
            kolom=PROGNOSE,
            goed=text(PROGNOSE).is_null() | number.is_between(0, _MOST),
            reden="geen aantal: er hoort een getal te staan van 0 tot en met 5000.",
        ),
        once("VESTIGINGSCODE", *keys),
    ]
    ruw = screen(ruw, eisen)
    first = year_of(YEAR).min().alias("prognose_vanaf")
    aantal = number.round(2).alias("aantal")
    rijen = ruw.cellen.select(pl.col(BESTAND), pl.col(REGEL), first, *keys, aantal)
    missing = rijen["aantal"].null_count()
    return finish(ruw.remark(*([MISSING.format(missing)] if missing else [])), rijen, Tabel)


# A vormvoorbeeld: the form is that of the publisher, the numbers are made up.
EXAMPLE = Sample(
    bestand=Bestand(
        naam="brin6_prognosespo.csv",
        inhoud=b"""\
INSTELLINGSCODE,VESTIGINGSCODE,TYPE_PO,JAAR,PROGNOSEAANTALLEN
04OS,00,BO,2026,197.4132
04OS,00,BO,2027,
04OS,00,BO,2045,211
04OS,00,BO,2045,12
04OS,00,BO,2044,-1
""",
    ),
    expect="""
        prognose_vanaf  jaar  vestiging  soort  aantal
        2026            2026  04OS00     bo     197.41
        2026            2027  04OS00     bo     .
        2026            2045  04OS00     bo     211.0
    """,
    afgekeurd=2,
)
