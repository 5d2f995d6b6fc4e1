"""How many people of each year of age live in each gemeente on the first of January."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import dataframely as dy
import polars as pl

from openlea.catalogue.reading.antwoorden import is_json, read_pages
from openlea.catalogue.reading.cellen import gemeente, whole
from openlea.catalogue.reading.gelezen import Gelezen
from openlea.catalogue.reading.herindeling import add_gemeente, gemeentenamen
from openlea.catalogue.reading.keuring import Eis, finish, once, screen
from openlea.catalogue.reading.ruw import BESTAND, REGEL, Kolommen, Ruw, rejected
from openlea.catalogue.reading.tekst import read_text
from openlea.catalogue.reading.uitpakken import unpack
from openlea.core.bron import Bestand, Bron, Cadans, Live, Protocol, Sample

SOURCE = Bron(
    titel="Bevolking naar leeftijd en geslacht",
    uitgever="CBS (03759ned)",
    pagina="https://opendata.cbs.nl/statline/#/CBS/nl/dataset/03759ned/table",
    licentie="CC BY 4.0",
    cadans=Cadans.JAARLIJKS,
    peil="1 januari van het jaar",
    editie="jaar",
    sleutel=("gemeente_toen", "leeftijd", "geslacht"),
    kop=("Geslacht", "Leeftijd", "BurgerlijkeStaat", "RegioS", "Perioden", "BevolkingOp1Januari_1"),
    live=Live(
        protocol=Protocol.ODATA3,
        adres="https://opendata.cbs.nl/ODataFeed/odata/03759ned",
        vragen={
            "filter": (
                "startswith(RegioS,'GM') and BurgerlijkeStaat eq 'T001019' "
                "and Perioden ge '2019JJ00'"
            ),
            "splits": "Perioden Leeftijd",
        },
    ),
    let_op=(
        "Leeftijd 105 staat voor 105 jaar of ouder.",
        "Aantallen van het CBS zijn niet afgeschermd: laagste en hoogste zijn gelijk.",
        "Een gemeente die is opgegaan in een andere telt mee bij die andere.",
    ),
)

KOLOMMEN = Kolommen(bron=__file__, nodig=SOURCE.kop, bekend="ID")
# What a download from StatLine with descriptions calls the same columns.
_DESCRIBED: Mapping[str, str] = {
    "Geslacht": "Geslacht",
    "Leeftijd": "Leeftijd",
    "Burgerlijke staat": "BurgerlijkeStaat",
    "Regio's": "RegioS",
    "Perioden": "Perioden",
    "Bevolking op 1 januari (aantal)": "BevolkingOp1Januari_1",
}
_DESCRIBED_KOLOMMEN = Kolommen(bron=__file__, nodig=tuple(_DESCRIBED))
_SEXES: Mapping[str, str] = {
    "T001038": "totaal",
    "Totaal mannen en vrouwen": "totaal",
    "3000": "man",
    "Mannen": "man",
    "4000": "vrouw",
    "Vrouwen": "vrouw",
}
_EVERYBODY = ("T001019", "Totaal burgerlijke staat")
_SUMS = r"^(?:10000|22000|[2-9]\d{4}|Totaal.*|\d+ tot \d+ jaar|\d+ jaar of (?:jonger|ouder))$"
_NEWBORN, _OLDEST, _CENTURY = "10010", 105, 100
_OLDEST_CODES = ("22300", "105 jaar of ouder")
_MOST = 2_000_000
_ELSEWHERE = r"^(?:NL|LD|PV|CR)\d|\((?:PV|LD|CR)\)$|^Nederland$"
_LEFT_OUT = "{} rijen zijn optellingen of gaan over grotere gebieden; die tellen niet mee."
_MISSING = "{} aantallen zijn door het CBS niet gegeven (punt of leeg)."


class Tabel(dy.Schema):
    """One row per gemeente of then, year of age and sex; `totaal` is men and women together."""

    jaar = dy.String(nullable=False, regex=r"^\d{4}$", primary_key=True)
    gemeente_toen = dy.String(nullable=False, regex=r"^GM\d{4}$", primary_key=True)
    gemeente = dy.String(nullable=True, regex=r"^GM\d{4}$")
    leeftijd = dy.Int16(nullable=False, min=0, max=_OLDEST, primary_key=True)
    geslacht = dy.String(nullable=False, regex=r"^(totaal|man|vrouw)$", primary_key=True)
    aantal_laag = dy.Int32(nullable=False, min=0)
    aantal_hoog = dy.Int32(nullable=False, min=0)


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return people per gemeente, age and sex from CSV of CBS, StatLine, or pages of OData."""
    ruw = _trimmed(_read(unpack(files)))
    single = _without_sums(ruw)
    said = screen(_with_meaning(single), _EISEN)
    known = said.cellen.drop_nulls("aantal")
    missing = said.cellen.height - known.height
    said = said.remark(*([_MISSING.format(missing)] if missing else []))
    rijen = known.select(
        BESTAND,
        REGEL,
        "jaar",
        "gemeente_toen",
        "gemeente",
        "leeftijd",
        "geslacht",
        aantal_laag="aantal",
        aantal_hoog="aantal",
    )
    return finish(said, rijen, Tabel)


_EISEN = (
    Eis(
        kolom="RegioS",
        goed=pl.col("gemeente_toen").is_not_null(),
        reden="geen gemeente die bekend is.",
    ),
    Eis(kolom="Perioden", goed=pl.col("jaar").is_not_null(), reden="geen jaar, zoals 2019JJ00."),
    Eis(kolom="Leeftijd", goed=pl.col("leeftijd").is_not_null(), reden="geen leeftijd in jaren."),
    Eis(kolom="Geslacht", goed=pl.col("geslacht").is_not_null(), reden="onbekende code."),
    Eis(
        kolom="BevolkingOp1Januari_1",
        goed=pl.col("aantal").is_not_null() | pl.col("BevolkingOp1Januari_1").is_in(["", "."]),
        reden="geen aantal: er hoort een heel getal te staan.",
    ),
    once("RegioS", *(pl.col(name) for name in ("jaar", "gemeente_toen", "leeftijd", "geslacht"))),
)


def _read(files: Sequence[Bestand]) -> Ruw:
    """Return the cells of all files under the names of OData."""
    answers = [bestand for bestand in files if is_json(bestand)]
    texts = [bestand for bestand in files if not is_json(bestand)]
    described = [bestand for bestand in texts if b"Regio's" in bestand.inhoud[:2000]]
    coded = [bestand for bestand in texts if bestand not in described]
    parts = [
        read_pages(answers, KOLOMMEN),
        *([read_text(coded, KOLOMMEN)] if coded else []),
        *([_renamed(read_text(described, _DESCRIBED_KOLOMMEN))] if described else []),
    ]
    plain = [BESTAND, REGEL, *KOLOMMEN.nodig]
    cellen = pl.concat(
        part.cellen.select(pl.col(BESTAND).cast(pl.String), *plain[1:]) for part in parts
    )
    return Ruw(
        cellen=cellen,
        rijen_in=sum(part.rijen_in for part in parts),
        afgekeurd=pl.concat([rejected(), *(part.afgekeurd for part in parts)]),
    ).remark(*(sentence for part in parts for sentence in part.let_op))


def _renamed(ruw: Ruw) -> Ruw:
    return replace(ruw, cellen=ruw.cellen.rename(dict(_DESCRIBED)))


def _trimmed(ruw: Ruw) -> Ruw:
    """Return the cells without the blanks with which CBS fills up codes and numbers."""
    return replace(ruw, cellen=ruw.cellen.with_columns(pl.col(KOLOMMEN.nodig).str.strip_chars()))


def _without_sums(ruw: Ruw) -> Ruw:
    """Return the rows about one year of age, everybody, and one gemeente; say what was left."""
    age = pl.col("Leeftijd")
    single = (
        (age.is_in(_OLDEST_CODES) | ~age.str.contains(_SUMS))
        & pl.col("BurgerlijkeStaat").is_in(_EVERYBODY)
        & ~pl.col("RegioS").str.contains(_ELSEWHERE)
    )
    kept = ruw.cellen.filter(single)
    left = ruw.cellen.height - kept.height
    return replace(ruw, cellen=kept).remark(*([_LEFT_OUT.format(left)] if left else []))


def _with_meaning(ruw: Ruw) -> Ruw:
    """Return the cells with year, age, sex, count and gemeente; null where it is none."""
    cellen = ruw.cellen.with_columns(
        jaar=pl.col("Perioden").str.extract(r"^((?:19|20)\d{2})(?:JJ00)?$"),
        leeftijd=_age().cast(pl.Int16),
        geslacht=pl.col("Geslacht").replace_strict(_SEXES, default=None, return_dtype=pl.String),
        aantal=whole("BevolkingOp1Januari_1", _MOST),
    )
    named = {name: _named(name) for name in cellen["RegioS"].unique() if not _is_code(name)}
    by_name = pl.col("RegioS").replace_strict(named, default=None, return_dtype=pl.String)
    return add_gemeente(replace(ruw, cellen=cellen), pl.coalesce(gemeente("RegioS"), by_name))


def _age() -> pl.Expr:
    """Return the years of a code (10010 is 0, 11600 is 16, 19901 is 100, 22300 is 105 or older)."""
    cell = pl.col("Leeftijd")
    hundreds = cell.str.extract(r"^1([1-9]\d|0[1-9])00$").cast(pl.Int64)
    beyond = cell.str.extract(r"^1990([1-5])$").cast(pl.Int64) + _CENTURY - 1
    written = cell.str.extract(r"^(\d{1,2}|10[0-4]) jaar$").cast(pl.Int64)
    return (
        pl.when(cell == _NEWBORN)
        .then(0)
        .when(cell.is_in(_OLDEST_CODES))
        .then(_OLDEST)
        .otherwise(pl.coalesce(hundreds, beyond, written))
    )


def _is_code(name: str) -> bool:
    return name.removeprefix("GM").isdecimal()


def _named(name: str) -> str | None:
    """Return the code of a gemeente as StatLine writes it: Utrecht (gemeente), Bergen (NH.)."""
    bare = name.replace("(gemeente)", "").replace(".)", ")").strip()
    found = gemeentenamen().meant(bare)
    return found[0].key.code if len(found) == 1 else None


EXAMPLE = Sample(
    bestand=Bestand(
        naam="03759ned.csv",
        inhoud=(
            b'"ID";"Geslacht";"Leeftijd";"BurgerlijkeStaat";"RegioS";"Perioden";'
            b'"BevolkingOp1Januari_1"\r\n'
            b'"10636";"T001038";"10000";"T001019";"GM0518";"2019JJ00";"  537833"\r\n'
            b'"166561";"T001038";"10010";"T001019";"GM0518";"2019JJ00";"    6226"\r\n'
            b'"322486";"T001038";"10100";"T001019";"GM0518";"2019JJ00";"    6396"\r\n'
        ),
    ),
    expect="""
        jaar gemeente_toen gemeente leeftijd geslacht aantal_laag aantal_hoog
        2019 GM0518        GM0518   0        totaal   6226        6226
        2019 GM0518        GM0518   1        totaal   6396        6396
    """,
)
