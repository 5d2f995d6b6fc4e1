"""What CBS says of wijken and buurten: people by age, households, schooling."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import dataframely as dy
import polars as pl

from openlea.catalogue.reading.cellen import decimal, gemeente
from openlea.catalogue.reading.gelezen import Gelezen
from openlea.catalogue.reading.herindeling import add_gemeente
from openlea.catalogue.reading.keuring import Eis, finish, once, screen
from openlea.catalogue.reading.letters import refuse
from openlea.catalogue.reading.ruw import BESTAND, REGEL, Kolommen, Ruw
from openlea.catalogue.reading.tekst import read_text
from openlea.catalogue.reading.uitpakken import unpack
from openlea.core.bron import Bestand, Bron, Cadans, Sample

# The years of the tables of CBS: a table is of one year, and its rows don't say which.
_YEARS: Mapping[str, str] = {"84583NED": "2019", "85039NED": "2021", "85984NED": "2024"}

SOURCE = Bron(
    titel="Kerncijfers wijken en buurten",
    uitgever="CBS (84583NED en de tabellen van latere jaren)",
    pagina="https://opendata.cbs.nl/statline/#/CBS/nl/dataset/84583NED/table",
    licentie="CC BY 4.0",
    cadans=Cadans.JAARLIJKS,
    peil="Het jaar van de tabel; de naam van het bestand noemt het tabelnummer",
    editie="jaar",
    sleutel=("regio", "kenmerk"),
    kop=("WijkenEnBuurten",),
    let_op=(
        "Het CBS rondt aantallen van wijken en buurten af op vijf; de som kan daardoor afwijken.",
        "Wat voor een buurt niet is gegeven (te weinig inwoners) heeft hier geen rij.",
        "Westers en niet-westers is de indeling van toen; het CBS gebruikt die nu niet meer.",
        "De codes van wijken en buurten gelden alleen in het jaar van de tabel.",
    ),
)

# The number behind a name differs from table to table; the name itself stays.
KENMERKEN: Mapping[str, str] = {
    "AantalInwoners": "inwoners",
    "Mannen": "mannen",
    "Vrouwen": "vrouwen",
    "k_0Tot15Jaar": "inwoners_0_14",
    "k_15Tot25Jaar": "inwoners_15_24",
    "k_25Tot45Jaar": "inwoners_25_44",
    "k_45Tot65Jaar": "inwoners_45_64",
    "k_65JaarOfOuder": "inwoners_65_plus",
    "WestersTotaal": "inwoners_westerse_achtergrond",
    "NietWestersTotaal": "inwoners_niet_westerse_achtergrond",
    "HuishoudensTotaal": "huishoudens",
    "Eenpersoonshuishoudens": "eenpersoonshuishoudens",
    "HuishoudensZonderKinderen": "huishoudens_zonder_kinderen",
    "HuishoudensMetKinderen": "huishoudens_met_kinderen",
    "GemiddeldeHuishoudensgrootte": "huishoudensgrootte",
    "OpleidingsniveauLaag": "laag_opgeleiden",
    "OpleidingsniveauMiddelbaar": "middelbaar_opgeleiden",
    "OpleidingsniveauHoog": "hoog_opgeleiden",
}
_NUMBERED = re.compile(rf"({'|'.join(KENMERKEN)})_\d+")
KOLOMMEN = Kolommen(bron=__file__, nodig=SOURCE.kop, ook=_NUMBERED.pattern, bekend=".+")
_CODE = "WijkenEnBuurten"
_KINDS = {"GM": "gemeente", "WK": "wijk", "BU": "buurt"}
_MOST = 20_000_000


class Tabel(dy.Schema):
    """One row per region and kenmerk; a count as CBS rounded it."""

    jaar = dy.String(nullable=False, regex=r"^\d{4}$", primary_key=True)
    regio = dy.String(nullable=False, regex=r"^(?:GM\d{4}|WK\d{6}|BU\d{8})$", primary_key=True)
    soort_regio = dy.String(nullable=False, regex=r"^(gemeente|wijk|buurt)$")
    gemeente_toen = dy.String(nullable=False, regex=r"^GM\d{4}$")
    gemeente = dy.String(nullable=True, regex=r"^GM\d{4}$")
    kenmerk = dy.String(nullable=False, primary_key=True)
    waarde = dy.Float64(nullable=False, min=0, max=_MOST)


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return the kenmerken of each region in CSV of OData of CBS; the name says which table."""
    opened = unpack(files)
    years = {bestand.naam: _year(bestand) for bestand in opened}
    ruw = read_text(opened, KOLOMMEN)
    names = [name for name in ruw.cellen.columns if _NUMBERED.fullmatch(name)]
    if not names:
        raise KOLOMMEN.changed("AantalInwoners_5", ruw.cellen.columns)
    ruw = screen(_with_place(ruw, years), _EISEN)
    long = screen(replace(ruw, cellen=_long(ruw.cellen, names)), _VALUES)
    rijen = long.cellen.select(
        BESTAND,
        REGEL,
        "jaar",
        "regio",
        "gemeente_toen",
        "gemeente",
        "kenmerk",
        soort_regio=pl.col("regio").str.slice(0, 2).replace_strict(_KINDS),
        waarde=decimal("cel"),
    )
    return finish(long, rijen, Tabel)


_EISEN = (
    Eis(
        kolom=_CODE,
        goed=pl.col("gemeente_toen").is_not_null(),
        reden="geen code van een gemeente, wijk of buurt.",
    ),
    once(_CODE, pl.col("jaar"), pl.col("regio")),
)
_VALUES = (
    Eis(
        kolom="waarde",
        goed=decimal("cel").is_between(0, _MOST),
        reden="er staat een getal dat niet kan, of iets anders dan een getal.",
    ),
)


def _with_place(ruw: Ruw, years: Mapping[str, str]) -> Ruw:
    """Return the cells with the year of the table, the region, and the gemeente it's in."""
    code = pl.col(_CODE).str.strip_chars()
    good = code.str.extract(r"^(GM\d{4}|WK\d{6}|BU\d{8})$")
    cellen = ruw.cellen.filter(~code.str.starts_with("NL")).with_columns(
        jaar=pl.col(BESTAND).cast(pl.String).replace_strict(years, return_dtype=pl.String),
        regio=good,
        digits=good.str.slice(2, 4),
    )
    return add_gemeente(replace(ruw, cellen=cellen), gemeente("digits"))


def _long(cellen: pl.DataFrame, names: Sequence[str]) -> pl.DataFrame:
    """Return a row per region and kenmerk; what CBS doesn't give (a point) has no row.

    Where nobody lives CBS gives a household of nought persons: that is no size either.
    """
    keys = (BESTAND, REGEL, "jaar", "regio", "gemeente_toen", "gemeente")
    long = cellen.unpivot(list(names), index=keys, variable_name="kolom", value_name="cel")
    stem = pl.col("kolom").str.replace(r"_\d+$", "").replace_strict(KENMERKEN)
    bare = pl.col("cel").str.strip_chars()
    return (
        long.with_columns(cel=bare, kenmerk=stem)
        .filter(~pl.col("cel").is_in(["", "."]))
        .filter((pl.col("kenmerk") != "huishoudensgrootte") | (decimal("cel") != 0))
        .unique([BESTAND, REGEL, "kenmerk"], keep="first", maintain_order=True)
    )


def _year(bestand: Bestand) -> str:
    """Return the year of the table that the name of a file mentions; BadFile when it's unknown."""
    for table, year in _YEARS.items():
        if table in bestand.naam.upper():
            return year
    known = ", ".join(f"{table} ({year})" for table, year in _YEARS.items())
    raise refuse(bestand, f"het jaar is niet bekend. Noem het tabelnummer in de naam: {known}.")


EXAMPLE = Sample(
    bestand=Bestand(
        naam="84583NED.csv",
        inhoud=(
            b'\xef\xbb\xbf"ID";"WijkenEnBuurten";"SoortRegio_2";"Codering_3";"AantalInwoners_5";'
            b'"k_0Tot15Jaar_8";"GemiddeldeHuishoudensgrootte_32";"OpleidingsniveauLaag_64"\r\n'
            b'"5660";"GM0518    ";"Gemeente  ";"GM0518    ";"  537833";"   92532";"     2.0";'
            b'"  128180"\r\n'
            b'"5661";"WK051801  ";"Wijk      ";"WK051801  ";"       0";"       0";"       0";'
            b'"       ."\r\n'
        ),
    ),
    expect="""
        jaar regio    soort_regio gemeente kenmerk            waarde
        2019 GM0518   gemeente    GM0518   inwoners           537833
        2019 WK051801 wijk        GM0518   inwoners           0
        2019 GM0518   gemeente    GM0518   inwoners_0_14      92532
        2019 WK051801 wijk        GM0518   inwoners_0_14      0
        2019 GM0518   gemeente    GM0518   huishoudensgrootte 2
        2019 GM0518   gemeente    GM0518   laag_opgeleiden    128180
    """,
)
