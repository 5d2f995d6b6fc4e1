"""Leerlingen in het primair onderwijs per vestiging, postcode van de leerling en leeftijd (DUO)."""

from collections.abc import Sequence
from dataclasses import replace

import dataframely as dy
import polars as pl

from openlea.catalogue.reading import cellen
from openlea.catalogue.reading.duo import (
    LEEFTIJD,
    NO_POSTCODE,
    ages,
    bestuur_eis,
    day_eis,
    gemeente_eis,
    same_day,
    soort_eis,
    vestiging_eis,
)
from openlea.catalogue.reading.gelezen import Gelezen
from openlea.catalogue.reading.gemeentenamen import UNKNOWN_NAME, same_place, with_gemeente
from openlea.catalogue.reading.keuring import Eis, counts_by_column, finish, once, screen
from openlea.catalogue.reading.ruw import Kolommen
from openlea.catalogue.reading.tekst import read_text
from openlea.core.bron import Bestand, Bron, Cadans, Sample

SOURCE = Bron(
    titel="Leerlingen po per vestiging en postcode",
    uitgever="DUO",
    pagina="https://duo.nl/open_onderwijsdata/primair-onderwijs/aantal-leerlingen/",
    licentie="CC0",
    cadans=Cadans.JAARLIJKS,
    peil="1 oktober van het schooljaar",
    editie="peildatum",
    sleutel=("vestiging", "soort", "postcode4", "herkomst", "leeftijd"),
    kop=("PEILDATUM", "POSTCODE_LEERLING", "INSTELLINGSCODE", "SOORT_PO", "LEEFTIJD_4"),
    afgeschermd=True,
    let_op=(
        "Een aantal onder de vijf is afgeschermd (<5): het telt als 1 tot en met 4.",
        "Bijna elke rij heeft een afgeschermd aantal: per postcode is het bereik vaak breed.",
        "Bij dertien vestigingen staan in de tabel zonder postcode andere aantallen (1-10-2024).",
        "Elke gemeente heeft een eigen bestand: ontbreekt er een, dan ontbreken die scholen.",
    ),
)

KOLOMMEN = Kolommen(
    bron=__file__,
    nodig=(
        "PEILDATUM",
        "GEMEENTENUMMER",
        "GEMEENTENAAM",
        "POSTCODE_LEERLING",
        "GEMEENTENAAM_LEERLING",
        "INSTELLINGSCODE",
        "VESTIGINGSCODE",
        "POSTCODE_VESTIGING",
        "PROVINCIE",
        "SOORT_PO",
        "DENOMINATIE_VESTIGING",
        "BEVOEGD_GEZAG_NUMMER",
        "LEEFTIJD_JONGER",
        *(f"LEEFTIJD_{age}" for age in range(4, 25)),
        "LEEFTIJD_OUDER",
    ),
    ook=LEEFTIJD,
    reeks=LEEFTIJD,
    bekend="INSTELLINGSNAAM_VESTIGING|PLAATSNAAM",
)
FOUR = 4
ABROAD = {"10": "belgie", "20": "duitsland", "30": "ander_land", "40": "onbekend"}
"""What DUO writes where the postcode of a pupil should be."""
POSTCODE = pl.when(cellen.text("POSTCODE_LEERLING").str.len_chars() == FOUR).then(
    cellen.postcode4("POSTCODE_LEERLING")
)
"""Of a pupil only the four digits are published: with letters it's the postcode of a school."""
HERKOMST = (
    pl.when(POSTCODE.is_not_null())
    .then(pl.lit("nederland"))
    .otherwise(
        cellen.text("POSTCODE_LEERLING").replace_strict(
            ABROAD, default=None, return_dtype=pl.String
        )
    )
)
VESTIGING = cellen.vestiging("INSTELLINGSCODE", "VESTIGINGSCODE")
_NAME = "GEMEENTENAAM_LEERLING"
EISEN = (
    day_eis(),
    same_day(),
    vestiging_eis("INSTELLINGSCODE", "VESTIGINGSCODE"),
    gemeente_eis(),
    soort_eis(),
    bestuur_eis("BEVOEGD_GEZAG_NUMMER"),
    Eis(kolom="POSTCODE_LEERLING", goed=HERKOMST.is_not_null(), reden=NO_POSTCODE),
    Eis(
        kolom=_NAME,
        goed=POSTCODE.is_null() | pl.col("gemeente_leerling").is_not_null(),
        reden=UNKNOWN_NAME,
    ),
    once(
        "VESTIGINGSCODE",
        *map(
            pl.col,
            ("PEILDATUM", "INSTELLINGSCODE", "VESTIGINGSCODE", "SOORT_PO", "POSTCODE_LEERLING"),
        ),
    ),
)


class Tabel(dy.Schema):
    """One row per vestiging, soort, postcode and age with pupils; nought isn't kept.

    `postcode4` and `gemeente_leerling` are of the pupil, empty when `herkomst` isn't nederland.
    """

    peildatum = dy.String(nullable=False)
    vestiging = dy.String(nullable=False)
    soort = dy.String(nullable=False)
    denominatie = dy.String(nullable=True)
    bestuur = dy.String(nullable=False)
    gemeente = dy.String(nullable=False)
    postcode4_school = dy.String(nullable=True)
    postcode4 = dy.String(nullable=True)
    herkomst = dy.String(nullable=False)
    gemeente_leerling = dy.String(nullable=True)
    leeftijd = dy.Int8(nullable=False, min=3, max=25)
    aantal_laag = dy.Int32(nullable=False, min=1)
    aantal_hoog = dy.Int32(nullable=False, min=1)


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return a row per count above nought; the wide files have a column per age."""
    ruw = read_text(files, KOLOMMEN)
    ruw = replace(ruw, cellen=with_gemeente(ruw.cellen, _NAME, "gemeente_leerling"))
    ruw = same_place(screen(ruw, EISEN), name="GEMEENTENAAM", provincie="PROVINCIE")
    rijen, ruw = counts_by_column(
        ruw,
        ages(ruw.cellen.columns),
        label="leeftijd",
        dtype=pl.Int8,
        zeros=False,
        keep=[
            cellen.day("PEILDATUM").alias("peildatum"),
            VESTIGING.alias("vestiging"),
            cellen.text("SOORT_PO").str.to_lowercase().alias("soort"),
            cellen.text("DENOMINATIE_VESTIGING").alias("denominatie"),
            cellen.bestuur("BEVOEGD_GEZAG_NUMMER").alias("bestuur"),
            cellen.gemeente("GEMEENTENUMMER").alias("gemeente"),
            cellen.postcode4("POSTCODE_VESTIGING").alias("postcode4_school"),
            POSTCODE.alias("postcode4"),
            HERKOMST.alias("herkomst"),
            pl.when(POSTCODE.is_not_null()).then("gemeente_leerling").alias("gemeente_leerling"),
        ],
    )
    return finish(ruw, rijen, Tabel)


EXAMPLE = Sample(
    bestand=Bestand(
        naam="Hilversum afgeschermd.csv",
        inhoud=b"""\
\xef\xbb\xbf"PEILDATUM";"GEMEENTENUMMER";"GEMEENTENAAM";"POSTCODE_LEERLING"\
;"GEMEENTENAAM_LEERLING";"INSTELLINGSCODE";"VESTIGINGSCODE";"INSTELLINGSNAAM_VESTIGING"\
;"POSTCODE_VESTIGING";"PLAATSNAAM";"PROVINCIE";"SOORT_PO";"DENOMINATIE_VESTIGING"\
;"BEVOEGD_GEZAG_NUMMER"\
;"LEEFTIJD_JONGER";"LEEFTIJD_4";"LEEFTIJD_5";"LEEFTIJD_6";"LEEFTIJD_7";"LEEFTIJD_8"\
;"LEEFTIJD_9";"LEEFTIJD_10";"LEEFTIJD_11";"LEEFTIJD_12";"LEEFTIJD_13";"LEEFTIJD_14"\
;"LEEFTIJD_15";"LEEFTIJD_16";"LEEFTIJD_17";"LEEFTIJD_18";"LEEFTIJD_19";"LEEFTIJD_20"\
;"LEEFTIJD_21";"LEEFTIJD_22";"LEEFTIJD_23";"LEEFTIJD_24";"LEEFTIJD_OUDER"
"20241001";"0402";"Hilversum";"1087";"Amsterdam";"00SL";"00";"(VSO) Mozarthof";"1217CM"\
;"HILVERSUM";"Noord-Holland";"Vso";"Algemeen bijzonder";"41388"\
;"0";"0";"0";"0";"0";"0";"0";"0";"0";"<5";"0";"0";"0";"0";"0";"0";"0";"0";"0";"0";"0";"0";"0"
"20241001";"0402";"Hilversum";"1222";"Hilversum";"04OS";"00";"Chr Inst Gr v Prinsterer";"1217HX"\
;"HILVERSUM";"Noord-Holland";"Bo";"Protestants-Christelijk";"35218"\
;"0";"9";"8";"6";"5";"6";"10";"<5";"5";"0";"0";"0";"0";"0";"0";"0";"0";"0";"0";"0";"0";"0";"0"
""",
    ),
    expect="""
        vestiging  soort  gemeente  postcode4  herkomst   gemeente_leerling  leeftijd  aantal_laag
        00SL00     vso    GM0402    1087       nederland  GM0363             12        1
        04OS00     bo     GM0402    1222       nederland  GM0402             4         9
        04OS00     bo     GM0402    1222       nederland  GM0402             5         8
        04OS00     bo     GM0402    1222       nederland  GM0402             6         6
        04OS00     bo     GM0402    1222       nederland  GM0402             7         5
        04OS00     bo     GM0402    1222       nederland  GM0402             8         6
        04OS00     bo     GM0402    1222       nederland  GM0402             9         10
        04OS00     bo     GM0402    1222       nederland  GM0402             10        1
        04OS00     bo     GM0402    1222       nederland  GM0402             11        5
    """,
)
