"""Leerlingen in het primair onderwijs per vestiging, soort en leeftijd (DUO)."""

from collections.abc import Sequence

import dataframely as dy
import polars as pl

from openlea.catalogue.reading import cellen
from openlea.catalogue.reading.duo import (
    LEEFTIJD,
    ages,
    bestuur_eis,
    day_eis,
    gemeente_eis,
    provincie_eis,
    same_day,
    soort_eis,
    vestiging_eis,
)
from openlea.catalogue.reading.gelezen import Gelezen
from openlea.catalogue.reading.gemeentenamen import same_place
from openlea.catalogue.reading.keuring import counts_by_column, finish, once, screen
from openlea.catalogue.reading.ruw import Kolommen
from openlea.catalogue.reading.tekst import read_text
from openlea.core.bron import Bestand, Bron, Cadans, Sample

SOURCE = Bron(
    titel="Leerlingen po per vestiging en leeftijd",
    uitgever="DUO",
    pagina="https://duo.nl/open_onderwijsdata/primair-onderwijs/aantal-leerlingen/",
    licentie="CC0",
    cadans=Cadans.JAARLIJKS,
    peil="1 oktober van het schooljaar",
    editie="peildatum",
    sleutel=("vestiging", "soort", "cluster", "leeftijd"),
    kop=("PEILDATUM", "INSTELLINGSCODE", "VESTIGINGSCODE", "SOORT_PO", "CLUSTER", "LEEFTIJD_4"),
    afgeschermd=True,
    let_op=(
        "Een aantal onder de vijf is afgeschermd (<5): het telt als 1 tot en met 4.",
        "Leerlingen tellen bij de school waar ze staan ingeschreven, niet waar ze wonen.",
        "Dertien vestigingen staan in de tabel naar postcode met andere aantallen (1-10-2024).",
    ),
)

KOLOMMEN = Kolommen(
    bron=__file__,
    nodig=(
        "PEILDATUM",
        "INSTELLINGSCODE",
        "VESTIGINGSCODE",
        "INSTELLINGSNAAM_VESTIGING",
        "POSTCODE_VESTIGING",
        "PLAATSNAAM",
        "GEMEENTENUMMER",
        "GEMEENTENAAM",
        "PROVINCIE",
        "SOORT_PO",
        "CLUSTER",
        "DENOMINATIE_VESTIGING",
        "BEVOEGD_GEZAG_NUMMER",
        "LEEFTIJD_JONGER",
        *(f"LEEFTIJD_{age}" for age in range(4, 25)),
        "LEEFTIJD_OUDER",
    ),
    ook=LEEFTIJD,
    reeks=LEEFTIJD,
)
VESTIGING = cellen.vestiging("INSTELLINGSCODE", "VESTIGINGSCODE")
EISEN = (
    day_eis(),
    same_day(),
    vestiging_eis("INSTELLINGSCODE", "VESTIGINGSCODE"),
    gemeente_eis(),
    provincie_eis(),
    soort_eis(),
    bestuur_eis("BEVOEGD_GEZAG_NUMMER"),
    once(
        "VESTIGINGSCODE",
        cellen.day("PEILDATUM"),
        VESTIGING,
        *map(cellen.text, ("SOORT_PO", "CLUSTER")),
    ),
)


class Tabel(dy.Schema):
    """One row per vestiging, soort, cluster and age; ages without pupils are there with nought."""

    peildatum = dy.String(nullable=False)
    vestiging = dy.String(nullable=False)
    naam = dy.String(nullable=True)
    postcode4 = dy.String(nullable=True)
    plaatsnaam = dy.String(nullable=True)
    gemeente = dy.String(nullable=False)
    gemeentenaam = dy.String(nullable=True)
    provincie = dy.String(nullable=False)
    soort = dy.String(nullable=False)
    cluster = dy.String(nullable=True)
    denominatie = dy.String(nullable=True)
    bestuur = dy.String(nullable=False)
    leeftijd = dy.Int8(nullable=False, min=3, max=25)
    aantal_laag = dy.Int32(nullable=False, min=0)
    aantal_hoog = dy.Int32(nullable=False, min=0)


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return a row per vestiging, soort, cluster and age; the wide file has a column per age."""
    ruw = screen(read_text(files, KOLOMMEN), EISEN)
    ruw = same_place(ruw, name="GEMEENTENAAM", provincie="PROVINCIE")
    rijen, ruw = counts_by_column(
        ruw,
        ages(ruw.cellen.columns),
        label="leeftijd",
        dtype=pl.Int8,
        keep=[
            cellen.day("PEILDATUM").alias("peildatum"),
            VESTIGING.alias("vestiging"),
            cellen.text("INSTELLINGSNAAM_VESTIGING").alias("naam"),
            cellen.postcode4("POSTCODE_VESTIGING").alias("postcode4"),
            cellen.text("PLAATSNAAM").alias("plaatsnaam"),
            cellen.gemeente("GEMEENTENUMMER").alias("gemeente"),
            cellen.text("GEMEENTENAAM").alias("gemeentenaam"),
            cellen.provincie("PROVINCIE").alias("provincie"),
            cellen.text("SOORT_PO").str.to_lowercase().alias("soort"),
            cellen.text("CLUSTER").alias("cluster"),
            cellen.text("DENOMINATIE_VESTIGING").alias("denominatie"),
            cellen.bestuur("BEVOEGD_GEZAG_NUMMER").alias("bestuur"),
        ],
    )
    return finish(ruw, rijen, Tabel)


EXAMPLE = Sample(
    bestand=Bestand(
        naam="01.-leerlingen-po-soort-po-cluster-leeftijd-2024-2025.csv",
        inhoud=b"""\
"PEILDATUM";"INSTELLINGSCODE";"VESTIGINGSCODE"\
;"INSTELLINGSNAAM_VESTIGING";"POSTCODE_VESTIGING";"PLAATSNAAM"\
;"GEMEENTENUMMER";"GEMEENTENAAM";"PROVINCIE"\
;"SOORT_PO";"CLUSTER";"DENOMINATIE_VESTIGING";"BEVOEGD_GEZAG_NUMMER"\
;"LEEFTIJD_JONGER";"LEEFTIJD_4";"LEEFTIJD_5";"LEEFTIJD_6";"LEEFTIJD_7";"LEEFTIJD_8"\
;"LEEFTIJD_9";"LEEFTIJD_10";"LEEFTIJD_11";"LEEFTIJD_12";"LEEFTIJD_13";"LEEFTIJD_14"\
;"LEEFTIJD_15";"LEEFTIJD_16";"LEEFTIJD_17";"LEEFTIJD_18";"LEEFTIJD_19";"LEEFTIJD_20"\
;"LEEFTIJD_21";"LEEFTIJD_22";"LEEFTIJD_23";"LEEFTIJD_24";"LEEFTIJD_OUDER"
"20241001";"00SL";"00";"(VSO) Mozarthof";"1217CM";"HILVERSUM";"0402";"Hilversum";"Noord-Holland"\
;"So";"3";"Algemeen bijzonder";"41388"\
;"0";"<5";"7";"15";"17";"11";"16";"14";"18";"<5";"0";"0"\
;"0";"0";"0";"0";"0";"0";"0";"0";"0";"0";"0"
""",
    ),
    expect="""
        peildatum   vestiging  gemeente  provincie  soort  bestuur  leeftijd aantal_laag aantal_hoog
        2024-10-01  00SL00     GM0402    PV27       so     41388    3         0            0
        2024-10-01  00SL00     GM0402    PV27       so     41388    4         1            4
        2024-10-01  00SL00     GM0402    PV27       so     41388    5         7            7
        2024-10-01  00SL00     GM0402    PV27       so     41388    6         15           15
        2024-10-01  00SL00     GM0402    PV27       so     41388    7         17           17
        2024-10-01  00SL00     GM0402    PV27       so     41388    8         11           11
        2024-10-01  00SL00     GM0402    PV27       so     41388    9         16           16
        2024-10-01  00SL00     GM0402    PV27       so     41388    10        14           14
        2024-10-01  00SL00     GM0402    PV27       so     41388    11        18           18
        2024-10-01  00SL00     GM0402    PV27       so     41388    12        1            4
        2024-10-01  00SL00     GM0402    PV27       so     41388    13        0            0
        2024-10-01  00SL00     GM0402    PV27       so     41388    14        0            0
        2024-10-01  00SL00     GM0402    PV27       so     41388    15        0            0
        2024-10-01  00SL00     GM0402    PV27       so     41388    16        0            0
        2024-10-01  00SL00     GM0402    PV27       so     41388    17        0            0
        2024-10-01  00SL00     GM0402    PV27       so     41388    18        0            0
        2024-10-01  00SL00     GM0402    PV27       so     41388    19        0            0
        2024-10-01  00SL00     GM0402    PV27       so     41388    20        0            0
        2024-10-01  00SL00     GM0402    PV27       so     41388    21        0            0
        2024-10-01  00SL00     GM0402    PV27       so     41388    22        0            0
        2024-10-01  00SL00     GM0402    PV27       so     41388    23        0            0
        2024-10-01  00SL00     GM0402    PV27       so     41388    24        0            0
        2024-10-01  00SL00     GM0402    PV27       so     41388    25        0            0
    """,
)
