"""Leerresultaten per basisschool: aandeel leerlingen op 1F en op 1S/2F (Inspectie)."""

import re
from collections.abc import Sequence

import dataframely as dy
import polars as pl

from openlea.catalogue.reading import cellen
from openlea.catalogue.reading.bladen import Blad, read_sheets
from openlea.catalogue.reading.gelezen import Gelezen
from openlea.catalogue.reading.inspectie import ASSUMPTION, is_amount, ovt_eis
from openlea.catalogue.reading.keuring import Eis, finish, must, once, screen
from openlea.catalogue.reading.ruw import BESTAND, REGEL, Kolommen, Ruw, together
from openlea.catalogue.reading.voorbeeld import workbook
from openlea.core.bron import Bestand, Bron, Cadans, Sample

AANTAL = "Totaal aantal leerlingen 3 jaar"
GETALLEN = {
    "aandeel_1f": "Gewogen driejaarsgemiddelde %1F",
    "aandeel_1s2f": "Gewogen driejaarsgemiddelde %1S/2F",
    "schoolweging": "Schoolweging",
    "signaal_1f": "Signaleringswaarde 1F",
    "signaal_1s2f": "Signaleringswaarde 1S/2F",
}
OORDELEN = {"oordeel_1f": "Uitkomst indicator 1F", "oordeel_1s2f": "Uitkomst indicator 1S/2F"}
BELOW, ABOVE = "Onder de signaleringswaarde", "Boven de signaleringswaarde"

SOURCE = Bron(
    titel="Leerresultaten per basisschool over drie jaar",
    uitgever="Inspectie van het Onderwijs",
    pagina="https://www.onderwijsinspectie.nl/trends-en-ontwikkelingen/onderwijsdata",
    licentie="CC0",
    cadans=Cadans.JAARLIJKS,
    peil="de laatste drie eindtoetsen of doorstroomtoetsen samen",
    editie="schooljaar",
    sleutel=("ovt",),
    kop=("ovt", AANTAL, GETALLEN["aandeel_1f"], GETALLEN["signaal_1f"]),
    afgeschermd=True,
    let_op=(
        ASSUMPTION,
        "De aandelen gaan over lezen, taalverzorging en rekenen samen, en over drie jaren samen.",
        "In 2023/24 kwam de doorstroomtoets in plaats van de eindtoets.",
        "Een ster is een school met minder dan vijf leerlingen: die telt als 1 tot en met 4.",
    ),
)

KOLOMMEN = Kolommen(
    bron=__file__,
    nodig=("ovt", AANTAL, *GETALLEN.values(), *OORDELEN.values()),
    ook=r"Gemiddelde? %1F \d{4}",
    bekend=r"(?i)gemiddelde? %1S/2F \d{4}|aantal leerlingen \d{4}|schoolwegingscategorie",
)
EISEN = (
    ovt_eis("ovt"),
    must("ovt", pl.col("schooljaar"), "het schooljaar staat niet in de kop."),
    *(is_amount(kolom, 0, 100) for kolom in GETALLEN.values()),
    *(must(kolom, cellen.text(kolom), "de uitkomst ontbreekt.") for kolom in OORDELEN.values()),
    Eis(
        kolom=AANTAL,
        goed=(pl.col(AANTAL) == "*") | cellen.is_count(AANTAL),
        reden="geen aantal: er hoort een heel getal te staan, of een ster.",
    ),
    once("ovt", pl.col("schooljaar"), cellen.text("ovt")),
)
_YEAR = re.compile(r"Gemiddelde? %1F (\d\d)(\d\d)")


class Tabel(dy.Schema):
    """One row per school; `schooljaar` is the last of the three.

    Shares and signals in percent. `oordeel` is 'onder' when one of both outcomes is. `vestiging` is
    an assumption, see `let_op`.
    """

    schooljaar = dy.String(nullable=False, primary_key=True)
    ovt = dy.String(nullable=False, primary_key=True)
    vestiging = dy.String(nullable=True)
    brin = dy.String(nullable=False)
    aandeel_1f = dy.Float64(nullable=True, min=0, max=100)
    aandeel_1s2f = dy.Float64(nullable=True, min=0, max=100)
    schoolweging = dy.Float64(nullable=True, min=0, max=100)
    signaal_1f = dy.Float64(nullable=True, min=0, max=100)
    signaal_1s2f = dy.Float64(nullable=True, min=0, max=100)
    oordeel = dy.String(nullable=False)
    oordeel_1f = dy.String(nullable=False)
    oordeel_1s2f = dy.String(nullable=False)
    leerlingen_laag = dy.Int32(nullable=False, min=0)
    leerlingen_hoog = dy.Int32(nullable=False, min=0)


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return a row per school; the year comes from the heads of the yearly columns."""
    ruw = screen(together([_of_sheet(blad) for blad in read_sheets(files, KOLOMMEN)]), EISEN)
    starred = ruw.with_columns(pl.col(AANTAL).replace("*", "<5"))
    rijen = starred.cellen.select(
        BESTAND,
        REGEL,
        "schooljaar",
        cellen.text("ovt").alias("ovt"),
        cellen.vestiging_of_inspectie("ovt").alias("vestiging"),
        cellen.text("ovt").str.slice(0, 4).alias("brin"),
        *(cellen.decimal(kolom).alias(naam) for naam, kolom in GETALLEN.items()),
        _worst().alias("oordeel"),
        *(cellen.text(kolom).alias(naam) for naam, kolom in OORDELEN.items()),
        *cellen.count_range(AANTAL, "leerlingen"),
    )
    return finish(ruw, rijen, Tabel)


def _of_sheet(blad: Blad) -> Ruw:
    """Return the cells with the last school year that the heads name."""
    years = [
        f"20{found[1]}/{found[2]}"
        for name in blad.ruw.cellen.columns
        if (found := _YEAR.fullmatch(name))
    ]
    return blad.ruw.with_columns(pl.lit(max(years, default=None), pl.String).alias("schooljaar"))


def _worst() -> pl.Expr:
    """Return the outcome that decides: below in one is below, and above takes both."""
    first, second = map(cellen.text, OORDELEN.values())
    return (
        pl.when((first == BELOW) | (second == BELOW))
        .then(pl.lit(BELOW))
        .otherwise(pl.when(first == ABOVE).then(second).otherwise(first))
    )


EXAMPLE = Sample(
    bestand=workbook(
        "leerresultaten.ods",
        {
            "Data": """
ovt;Gemiddelde %1F 2223;Gemiddelde %1F 2324;Gemiddelde %1F 2425;Schoolweging\
;Signaleringswaarde 1F;Signaleringswaarde 1S/2F\
;Gewogen driejaarsgemiddelde %1F;Gewogen driejaarsgemiddelde %1S/2F\
;Totaal aantal leerlingen 3 jaar;Uitkomst indicator 1F;Uitkomst indicator 1S/2F
00AP|C1;94,44;92,31;91,67;31.47;85.0;43.5;93,02;51,94;43\
;Boven de signaleringswaarde;Boven de signaleringswaarde
00AV|C1;100;100;90;30.61;85.0;45.5;95,65;37,68;23\
;Boven de signaleringswaarde;Onder de signaleringswaarde
31VE|C1;;;*;33.5;85.0;38.7;*;*;*;Te weinig gegevens;Te weinig gegevens
""",
        },
    ),
    expect="""
        schooljaar  vestiging  aandeel_1s2f  signaal_1s2f  oordeel                      leerlingen
        2024/25     00AP00     51.94         43.5          Boven~de~signaleringswaarde  43
        2024/25     00AV00     37.68         45.5          Onder~de~signaleringswaarde  23
        2024/25     31VE00     .             38.7          Te~weinig~gegevens           <5
    """,
)
