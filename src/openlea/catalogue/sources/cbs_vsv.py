"""Jongeren die zonder startkwalificatie van school gaan, per gemeente waar zij wonen (CBS)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import dataframely as dy
import polars as pl

from openlea.catalogue.reading.antwoorden import is_json, read_pages
from openlea.catalogue.reading.cellen import decimal, gemeente, whole
from openlea.catalogue.reading.gelezen import Gelezen
from openlea.catalogue.reading.herindeling import add_gemeente
from openlea.catalogue.reading.keuring import Eis, finish, must, once, screen
from openlea.catalogue.reading.ruw import BESTAND, REGEL, Kolommen, Ruw
from openlea.catalogue.reading.tekst import read_text
from openlea.catalogue.reading.uitpakken import unpack
from openlea.core.bron import Bestand, Bron, Cadans, Live, Protocol, Sample

LEERLINGEN, VSV = "Leerlingen_1", "VoortijdigSchoolverlaters_2"
AANDEEL = "VoortijdigSchoolverlatersPercentage_4"
SOURCE = Bron(
    titel="Voortijdig schoolverlaters naar woongemeente",
    uitgever="CBS (84780NED)",
    pagina="https://opendata.cbs.nl/statline/#/CBS/nl/dataset/84780NED/table",
    licentie="CC BY 4.0",
    cadans=Cadans.JAARLIJKS,
    peil="het schooljaar",
    editie="schooljaar",
    sleutel=("gemeente_toen", "geslacht"),
    kop=("Geslacht", "Regiokenmerken", "Perioden", LEERLINGEN, VSV, AANDEEL),
    live=Live(
        protocol=Protocol.ODATA3,
        adres="https://opendata.cbs.nl/ODataFeed/odata/84780NED",
        vragen={"filter": "startswith(Regiokenmerken,'GM')", "splits": "Perioden Geslacht"},
    ),
    let_op=(
        "Het gaat om waar jongeren wonen, niet om waar zij naar school gaan.",
        "Niet nagekeken: of de aantallen zijn afgerond en welke schooljaren voorlopig zijn.",
        "Een leeg aantal is door het CBS niet gegeven: het is onbekend en geen nul.",
    ),
)
KOLOMMEN = Kolommen(bron=__file__, nodig=SOURCE.kop, bekend=r"ID|Niet.*_3")
GESLACHTEN: Mapping[str, str] = {"T001038": "totaal", "3000": "man", "4000": "vrouw"}
_MOST = 5_000_000
_EMPTY = ("", ".")


class Tabel(dy.Schema):
    """One row per school year, gemeente of then and sex; `aandeel` in percent as CBS gives it."""

    schooljaar = dy.String(nullable=False, regex=r"^\d{4}/\d{2}$")
    gemeente_toen = dy.String(nullable=False, regex=r"^GM\d{4}$")
    gemeente = dy.String(nullable=True, regex=r"^GM\d{4}$")
    geslacht = dy.String(nullable=False, regex=r"^(totaal|man|vrouw)$")
    leerlingen_laag = dy.Int32(nullable=True, min=0)
    leerlingen_hoog = dy.Int32(nullable=True, min=0)
    vsv_laag = dy.Int32(nullable=True, min=0)
    vsv_hoog = dy.Int32(nullable=True, min=0)
    aandeel = dy.Float64(nullable=True, min=0, max=100)


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return pupils and early school leavers from pages of OData v3, or from a csv of CBS."""
    ruw = _with_meaning(_read(unpack(files)))
    ruw = screen(ruw, _EISEN)
    rijen = ruw.cellen.select(
        BESTAND,
        REGEL,
        "schooljaar",
        "gemeente_toen",
        "gemeente",
        "geslacht",
        leerlingen_laag=whole(LEERLINGEN, _MOST),
        leerlingen_hoog=whole(LEERLINGEN, _MOST),
        vsv_laag=whole(VSV, _MOST),
        vsv_hoog=whole(VSV, _MOST),
        aandeel=decimal(AANDEEL),
    )
    return finish(ruw, rijen, Tabel)


def _read(files: Sequence[Bestand]) -> Ruw:
    """Return the rows about a gemeente; provincies and the country are sums of them."""
    in_json = bool(files) and all(map(is_json, files))
    ruw = read_pages(files, KOLOMMEN) if in_json else read_text(files, KOLOMMEN)
    cellen = ruw.cellen.with_columns(pl.col(KOLOMMEN.nodig).str.strip_chars())
    return replace(ruw, cellen=cellen.filter(~pl.col("Regiokenmerken").str.contains(r"^[A-FH-Z]")))


def _with_meaning(ruw: Ruw) -> Ruw:
    start = pl.col("Perioden").str.extract(r"^((?:19|20)\d\d)SJ00$")
    end = (start.cast(pl.Int32) + 1).cast(pl.String).str.slice(2)
    cellen = ruw.cellen.with_columns(
        schooljaar=start + "/" + end,
        geslacht=pl.col("Geslacht").replace_strict(
            GESLACHTEN, default=None, return_dtype=pl.String
        ),
    )
    return add_gemeente(replace(ruw, cellen=cellen), gemeente("Regiokenmerken"))


def _number(kolom: str, number: pl.Expr) -> Eis:
    good = pl.col(kolom).is_in(_EMPTY) | number.is_not_null()
    return Eis(kolom=kolom, goed=good, reden="geen getal.")


_EISEN = (
    must("Regiokenmerken", pl.col("gemeente_toen"), "geen code van een gemeente."),
    must("Perioden", pl.col("schooljaar"), "geen schooljaar, zoals 2023SJ00."),
    must("Geslacht", pl.col("geslacht"), "onbekende code."),
    _number(LEERLINGEN, whole(LEERLINGEN, _MOST)),
    _number(VSV, whole(VSV, _MOST)),
    _number(AANDEEL, decimal(AANDEEL)),
    once("Regiokenmerken", *(pl.col(name) for name in ("schooljaar", "gemeente_toen", "geslacht"))),
)
# A vormvoorbeeld: the form is that of the publisher, the numbers are made up.
EXAMPLE = Sample(
    bestand=Bestand(
        naam="84780NED-1.json",
        inhoud=b"""{"odata.metadata":"https://opendata.cbs.nl/$metadata","value":[
{"ID":0,"Geslacht":"T001038","Regiokenmerken":"GM0402    ","Perioden":"2023SJ00",
"Leerlingen_1":5000,"VoortijdigSchoolverlaters_2":100,
"VoortijdigSchoolverlatersPercentage_4":2.0},
{"ID":1,"Geslacht":"3000   ","Regiokenmerken":"GM0402    ","Perioden":"2023SJ00",
"Leerlingen_1":2500,"VoortijdigSchoolverlaters_2":null,
"VoortijdigSchoolverlatersPercentage_4":null},
{"ID":2,"Geslacht":"T001038","Regiokenmerken":"PV27      ","Perioden":"2023SJ00",
"Leerlingen_1":9000,"VoortijdigSchoolverlaters_2":200,
"VoortijdigSchoolverlatersPercentage_4":2.2},
{"ID":3,"Geslacht":"T001038","Regiokenmerken":"GM0402    ","Perioden":"2023JJ00",
"Leerlingen_1":1,"VoortijdigSchoolverlaters_2":1,
"VoortijdigSchoolverlatersPercentage_4":1.0}]}""",
    ),
    expect="""
        schooljaar  gemeente_toen  gemeente  geslacht  leerlingen_laag  vsv_laag  vsv_hoog  aandeel
        2023/24     GM0402         GM0402    totaal    5000             100       100       2.0
        2023/24     GM0402         GM0402    man       2500             .         .         .
    """,
    afgekeurd=1,
)
