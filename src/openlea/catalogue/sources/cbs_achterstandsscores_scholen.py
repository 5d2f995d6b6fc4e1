"""De achterstandsscore van elke schoolvestiging, met en zonder drempel (CBS)."""

import re
from collections.abc import Mapping, Sequence

import dataframely as dy
import polars as pl

from openlea.catalogue.reading.achterstand import (
    SCORE,
    Tafel,
    find_table,
    only_one,
    places,
    thresholds_in,
)
from openlea.catalogue.reading.bladen import read_cells_of
from openlea.catalogue.reading.cellen import count_high, count_low, decimal, is_count, text
from openlea.catalogue.reading.duo import vestiging_eis
from openlea.catalogue.reading.gelezen import Gelezen
from openlea.catalogue.reading.keuring import Eis, finish, once, screen
from openlea.catalogue.reading.letters import refuse
from openlea.catalogue.reading.ruw import BESTAND, REGEL, Kolommen, Ruw, together
from openlea.catalogue.reading.uitpakken import unpack
from openlea.catalogue.reading.voorbeeld import workbook
from openlea.core.bron import Bestand, Bron, Cadans, Live, Protocol, Sample

KEY = "vestigingsnummer"
SOURCE = Bron(
    titel="Achterstandsscores van scholen",
    uitgever="CBS",
    pagina="https://www.cbs.nl/nl-nl/maatwerk",
    licentie="CC BY 4.0",
    cadans=Cadans.JAARLIJKS,
    peil="po: 1 februari (tot 2023: 1 oktober); vo: 1 oktober",
    editie="uitgave",
    sleutel=("vestiging", "drempel"),
    kop=("Vestigingsnummer", "Achterstandsscore"),
    live=Live(
        protocol=Protocol.BESTAND,
        adres="https://www.cbs.nl/-/media/_excel/2026/02/achterstandsscores_scholen_vhv_2024.xlsx",
    ),
    let_op=(
        "Een score groeit mee met het aantal leerlingen: deel door leerlingen om te vergelijken.",
        "Met drempel staat een groot deel van de scholen op nul; dat is geen gemeten nul.",
        "Het live adres is van het voortgezet onderwijs; lees het basisonderwijs in als bestand.",
        "Niet nagekeken op het echte bestand: de precieze namen van de kolommen.",
    ),
)
KOLOMMEN = Kolommen(bron=__file__, nodig=SOURCE.kop)
BLADEN: Mapping[str, str] = {"tabel 1": "met", "tabel 2": "zonder"}
ONDERWIJS: Mapping[str, str] = {
    "pro": "pro",
    "praktijkonderwijs": "pro",
    "vhv": "vo",
    "vo": "vo",
    "po": "po",
    "bo": "po",
    "basisonderwijs": "po",
}
_PARTS = "onderbouw|bovenbouw"
_MOST = 50_000


class Tabel(dy.Schema):
    """One row per vestiging, with and without the threshold; `uitgave` is kind and year."""

    uitgave = dy.String(nullable=False)
    jaar = dy.String(nullable=False, regex=r"^20\d\d$")
    onderwijs = dy.String(nullable=False, regex=r"^(po|vo|pro)$")
    vestiging = dy.String(nullable=False)
    drempel = dy.String(nullable=False, regex=r"^(met|zonder)$")
    leerlingen_laag = dy.Int32(nullable=True, min=0)
    leerlingen_hoog = dy.Int32(nullable=True, min=0)
    score = dy.Float64(nullable=False, min=0, max=_MOST)


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return the scores of the sheets Tabel 1 and Tabel 2 of each workbook."""
    parts = [part for file in unpack(files) for part in _sheets(file)]
    ruw = screen(together(parts), _EISEN)
    rijen = ruw.cellen.select(
        BESTAND,
        REGEL,
        (pl.col("onderwijs") + " " + pl.col("jaar")).alias("uitgave"),
        "jaar",
        "onderwijs",
        text(KEY).str.to_uppercase().alias("vestiging"),
        "drempel",
        count_low("leerlingen").alias("leerlingen_laag"),
        count_high("leerlingen").alias("leerlingen_hoog"),
        decimal(SCORE).alias("score"),
    )
    return finish(ruw, rijen, Tabel)


def _sheets(file: Bestand) -> list[Ruw]:
    """Return the cells of the sheets with scores; SourceChanged when there is none."""
    vellen = read_cells_of(file)
    known = [vel for vel in vellen if vel.naam.strip().casefold() in BLADEN]
    tables = [table for vel in known if (table := find_table(file, vel, "vestiging|brin"))]
    if not tables:
        rows = [row for vel in vellen for row in vel.rijen[:5]]
        raise KOLOMMEN.changed(KOLOMMEN.nodig[1], [cell for row in rows for cell in row if cell])
    year, kind = _edition(file, tables)
    return [
        _cells(table).with_columns(pl.lit(year).alias("jaar"), pl.lit(kind).alias("onderwijs"))
        for table in tables
    ]


def _cells(table: Tafel) -> Ruw:
    """Return the cells of one sheet; refuse columns that can't be told apart."""
    drempel = BLADEN[table.vel.naam.strip().casefold()]
    if thresholds_in(table.boven) not in (set(), {drempel}):
        raise table.refuse(f"hier werden scores {drempel} drempel verwacht; erboven staat anders.")
    scores = places(table.namen, SCORE, _PARTS)
    pupils = places(table.namen, "leerling", f"{_PARTS}|{SCORE}")
    if len(scores) != 1 or len(pupils) > 1:
        raise table.refuse("het is niet duidelijk welke kolom de score of het aantal is.")
    columns = {KEY: places(table.namen, "vestiging|brin")[0], SCORE: scores[0]}
    columns |= {"leerlingen": pupils[0]} if pupils else {}
    ruw = table.rows(columns, SCORE).with_columns(pl.lit(drempel).alias("drempel"))
    return ruw if pupils else ruw.with_columns(pl.lit("").alias("leerlingen"))


def _edition(file: Bestand, tables: Sequence[Tafel]) -> tuple[str, str]:
    """Return year and kind of school: from the name of the file, or else from above the table."""
    for said in (file.naam, " ".join(table.boven for table in tables)):
        words = re.findall(r"[a-z]+|\d+", said.casefold())
        year = only_one(word for word in words if re.fullmatch(r"20\d\d", word))
        kind = only_one(ONDERWIJS[word] for word in words if word in ONDERWIJS)
        if year and kind:
            return year, kind
    reden = (
        "er staat niet van welk jaar en welk onderwijs dit is. Zet het in de naam, "
        "bijvoorbeeld achterstandsscores_po_2024.xlsx."
    )
    raise refuse(file, reden)


_EISEN = (
    vestiging_eis(KEY),
    Eis(
        kolom=SCORE,
        goed=decimal(SCORE).is_between(0, _MOST),
        reden="geen score: er hoort een getal te staan van 0 of hoger.",
    ),
    Eis(
        kolom="leerlingen",
        goed=text("leerlingen").is_null() | is_count("leerlingen"),
        reden="geen aantal leerlingen.",
    ),
    once(KEY, *map(pl.col, ("jaar", "onderwijs", "drempel")), text(KEY).str.to_uppercase()),
)
# A vormvoorbeeld: the form is that of the publisher, the numbers are made up.
EXAMPLE = Sample(
    bestand=workbook(
        "achterstandsscores_scholen_vhv_2024.xlsx",
        {
            "Toelichting": "Over deze tabellen",
            "Tabel 1": """
Achterstandsscores met drempel
Voorbeeld
2024
Vestigingsnummer;Aantal leerlingen;Achterstandsscore

00AB00;412;0
00AB01;318;55.25
X;12;3.5
Bron: CBS
""",
            "Tabel 2": """
Achterstandsscores zonder drempel
Voorbeeld
2024
Vestigingsnummer;Aantal leerlingen;Achterstandsscore

00AB00;412;120.5
00AB01;318;210.75
""",
        },
    ),
    expect="""
        uitgave  jaar  onderwijs  vestiging  drempel  leerlingen_laag  score
        vo~2024  2024  vo         00AB00     met      412              0.0
        vo~2024  2024  vo         00AB01     met      318              55.25
        vo~2024  2024  vo         00AB00     zonder   412              120.5
        vo~2024  2024  vo         00AB01     zonder   318              210.75
    """,
    afgekeurd=1,
)
