"""Jongeren met jeugdzorg per gemeente, uit de kerncijfers van wijken en buurten (CBS, v4)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import dataframely as dy
import polars as pl

from openlea.catalogue.reading.antwoorden import Record, as_record, as_text, cells, read_object
from openlea.catalogue.reading.cellen import decimal, gemeente
from openlea.catalogue.reading.gelezen import Gelezen
from openlea.catalogue.reading.herindeling import add_gemeente
from openlea.catalogue.reading.keuring import Eis, finish, must, once, screen
from openlea.catalogue.reading.letters import refuse
from openlea.catalogue.reading.ruw import BESTAND, REGEL, Kolommen, Ruw
from openlea.catalogue.reading.uitpakken import unpack
from openlea.core.bron import Bestand, Bron, Cadans, Live, Protocol, Sample

SOURCE = Bron(
    titel="Jongeren met jeugdzorg per gemeente",
    uitgever="CBS (85984NED)",
    pagina="https://opendata.cbs.nl/statline/#/CBS/nl/dataset/85984NED/table",
    licentie="CC BY 4.0",
    cadans=Cadans.JAARLIJKS,
    peil="het jaar van de kerncijfers",
    editie="jaar",
    sleutel=("gemeente_toen",),
    kop=("Measure", "ValueAttribute", "Value", "WijkenEnBuurten"),
    live=Live(
        protocol=Protocol.ODATA4,
        adres="https://datasets.cbs.nl/odata/v1/CBS/85984NED",
        vragen={"filter": "startswith(WijkenEnBuurten,'GM')", "lijsten": "MeasureCodes"},
    ),
    let_op=(
        "Niet nagekeken op het echte antwoord: de namen van de maten en hoe is afgerond.",
        "Jeugdzorg is jeugdhulp, jeugdbescherming en jeugdreclassering samen.",
        "Een leeg cijfer is door het CBS niet gegeven: het is onbekend en geen nul.",
    ),
)
KOLOMMEN = Kolommen(bron=__file__, nodig=SOURCE.kop)
# Each year has a table of its own, and the answer itself names no year.
JAREN: Mapping[str, str] = {"84583NED": "2019", "85039NED": "2021", "85984NED": "2024"}
MATEN: Mapping[str, str] = {
    "aantal": r"(?i)^(aantal )?jongeren met jeugdzorg",
    "aandeel": r"(?i)^percentage jongeren met jeugdzorg",
}
_TABEL = re.compile(r"/CBS/(\w+)/\$metadata", re.IGNORECASE)
_MOST = 1_000_000


class Tabel(dy.Schema):
    """One row per year and gemeente of then; `aandeel` in percent of all young people."""

    jaar = dy.String(nullable=False, regex=r"^\d{4}$")
    gemeente_toen = dy.String(nullable=False, regex=r"^GM\d{4}$")
    gemeente = dy.String(nullable=True, regex=r"^GM\d{4}$")
    aantal_laag = dy.Int32(nullable=True, min=0)
    aantal_hoog = dy.Int32(nullable=True, min=0)
    aandeel = dy.Float64(nullable=True, min=0, max=100)


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return a row per gemeente from pages of Observations and the list MeasureCodes."""
    pages = [(file, read_object(file)) for file in unpack(files)]
    codes = _codes([record for _, page in pages for record in _records(page)])
    observed = [(file, page) for file, page in pages if _is_observed(page)]
    found = [
        (file.naam, number, {**record, "jaar": _year(file, page)})
        for file, page in observed
        for number, record in enumerate(_records(page), start=1)
        if as_text(record.get("Measure")) in codes
    ]
    ruw = cells(found, replace(KOLOMMEN, nodig=(*KOLOMMEN.nodig, "jaar")))
    ruw = screen(_with_meaning(ruw, codes), _EISEN)
    return finish(ruw, _wide(ruw), Tabel)


def _records(page: Record) -> list[Record]:
    value = page.get("value")
    rows = value if isinstance(value, list) else []
    return [record for row in rows if (record := as_record(row)) is not None]


def _is_observed(page: Record) -> bool:
    return any("Measure" in record for record in _records(page))


def _codes(records: Sequence[Record]) -> dict[str, str]:
    """Return which code is which measure; SourceChanged when a title is not there just once."""
    titles = {
        as_text(record.get("Identifier")): as_text(record.get("Title"))
        for record in records
        if "Identifier" in record
    }
    found: dict[str, str] = {}
    for maat, pattern in MATEN.items():
        codes = [code for code, title in titles.items() if re.search(pattern, title)]
        if len(codes) != 1:
            raise KOLOMMEN.changed("Jongeren met jeugdzorg", sorted(titles.values()))
        found[codes[0]] = maat
    return found


def _year(file: Bestand, page: Record) -> str:
    """Return the year of the table that the answer names; BadFile when that is a new one."""
    table = _TABEL.search(as_text(page.get("@odata.context")))
    year = JAREN.get(table[1].upper()) if table else None
    if year is None:
        reden = "van deze tabel is het jaar niet bekend. Zet het in cbs_jeugdhulp.py bij JAREN."
        raise refuse(file, reden)
    return year


def _with_meaning(ruw: Ruw, codes: Mapping[str, str]) -> Ruw:
    cellen = ruw.cellen.with_columns(
        maat=pl.col("Measure").replace_strict(codes, default=None, return_dtype=pl.String),
        waarde=decimal("Value"),
    )
    return add_gemeente(replace(ruw, cellen=cellen), gemeente("WijkenEnBuurten"))


_EISEN = (
    must("WijkenEnBuurten", pl.col("gemeente_toen"), "geen code van een gemeente."),
    Eis(
        kolom="Value",
        goed=(pl.col("Value") == "") | pl.col("waarde").is_between(0, _MOST),
        reden="geen getal.",
    ),
    once("WijkenEnBuurten", *(pl.col(name) for name in ("jaar", "gemeente_toen", "maat"))),
)


def _wide(ruw: Ruw) -> pl.DataFrame:
    """Return a row per gemeente with the number and the share beside each other."""

    def value(maat: str) -> pl.Expr:
        return pl.col("waarde").filter(pl.col("maat") == maat).first()

    key = ("jaar", "gemeente_toen", "gemeente")
    aantal = value("aantal").round().cast(pl.Int32)
    return ruw.cellen.group_by(*key, maintain_order=True).agg(
        pl.col(BESTAND, REGEL).first(),
        aantal_laag=aantal,
        aantal_hoog=aantal,
        aandeel=value("aandeel"),
    )


# A vormvoorbeeld: the form is that of the publisher, the numbers are made up. A file by itself may
# hold both lists; from the publisher they come as two.
EXAMPLE = Sample(
    bestand=Bestand(
        naam="Observations-1.json",
        inhoud=b"""{"@odata.context":"https://datasets.cbs.nl/odata/v1/CBS/85984NED/$metadata#x",
"value":[
{"Id":0,"Measure":"M1","ValueAttribute":"None","Value":1500.0,"WijkenEnBuurten":"GM0402    "},
{"Id":1,"Measure":"M2","ValueAttribute":"None","Value":9.5,"WijkenEnBuurten":"GM0402    "},
{"Id":2,"Measure":"M3","ValueAttribute":"None","Value":90000.0,"WijkenEnBuurten":"GM0402    "},
{"Id":3,"Measure":"M1","ValueAttribute":"Confidential","Value":null,"WijkenEnBuurten":"GM0406"},
{"Id":4,"Measure":"M1","ValueAttribute":"None","Value":-7.0,"WijkenEnBuurten":"GM0417"},
{"Identifier":"M1","Title":"Jongeren met jeugdzorg in natura"},
{"Identifier":"M2","Title":"Percentage jongeren met jeugdzorg"},
{"Identifier":"M3","Title":"Aantal inwoners"}]}""",
    ),
    expect="""
        jaar  gemeente_toen  gemeente  aantal_laag  aantal_hoog  aandeel
        2024  GM0402         GM0402    1500         1500         9.5
        2024  GM0406         GM0406    .            .            .
    """,
    afgekeurd=1,
)
