"""De achterstandsscore van elke gemeente, waarop het rijksgeld voor achterstanden rust (CBS)."""

import re
from collections.abc import Iterable, Mapping, Sequence

import dataframely as dy
import polars as pl

from openlea.catalogue.reading.achterstand import (
    SCORE,
    Tafel,
    days_in,
    find_table,
    only_one,
    places,
    thresholds_in,
)
from openlea.catalogue.reading.bladen import read_cells_of
from openlea.catalogue.reading.cellen import decimal, gemeente
from openlea.catalogue.reading.gelezen import Gelezen
from openlea.catalogue.reading.herindeling import add_gemeente
from openlea.catalogue.reading.keuring import Eis, finish, must, once, screen
from openlea.catalogue.reading.ruw import BESTAND, REGEL, Kolommen, Ruw, together
from openlea.catalogue.reading.uitpakken import unpack
from openlea.catalogue.reading.voorbeeld import workbook
from openlea.core.bron import Bestand, Bron, Cadans, Definitief, Sample

CODE = "gemeentecode"
SOURCE = Bron(
    titel="Achterstandsscores van gemeenten",
    uitgever="CBS",
    pagina="https://www.cbs.nl/nl-nl/maatwerk",
    licentie="CC BY 4.0",
    cadans=Cadans.JAARLIJKS,
    peil="1 februari",
    editie="uitgave",
    sleutel=("gemeente_toen", "drempel"),
    definitief=Definitief.VOORLOPIG,
    let_op=(
        "Niet nagekeken op een echt bestand; wat niet zeker te herkennen is, wordt geweigerd.",
        "Per uitgave staat erbij of zij voorlopig of definitief is.",
        "Een score groeit mee met het aantal kinderen in de gemeente.",
    ),
)
KOLOMMEN = Kolommen(bron=__file__, nodig=("Gemeentecode", "Achterstandsscore"))
_KEY = r"gemeente[ -]?(code|nummer)|code gemeente"
_STATUS = r"\b(voorlopig|definitief)"
_MOST = 10_000_000


class Tabel(dy.Schema):
    """One row per gemeente of then, with and without the threshold; `uitgave` is day and status."""

    uitgave = dy.String(nullable=False)
    peildatum = dy.String(nullable=False, regex=r"^20\d\d-\d\d-\d\d$")
    status = dy.String(nullable=False, regex=r"^(voorlopig|definitief)$")
    gemeente_toen = dy.String(nullable=False, regex=r"^GM\d{4}$")
    gemeente = dy.String(nullable=True, regex=r"^GM\d{4}$")
    drempel = dy.String(nullable=False, regex=r"^(met|zonder)$")
    score = dy.Float64(nullable=False, min=0, max=_MOST)


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return the scores of every column that says its day, its threshold and its status."""
    parts = [part for file in unpack(files) for part in _sheets(file)]
    ruw = screen(add_gemeente(together(parts), gemeente(CODE)), _EISEN)
    rijen = ruw.cellen.select(
        BESTAND,
        REGEL,
        (pl.col("peildatum") + " " + pl.col("status")).alias("uitgave"),
        "peildatum",
        "status",
        "gemeente_toen",
        "gemeente",
        "drempel",
        decimal(SCORE).alias("score"),
    )
    return finish(ruw, rijen, Tabel)


def _sheets(file: Bestand) -> list[Ruw]:
    """Return the cells of each column of scores; SourceChanged when there is no table of them."""
    vellen = read_cells_of(file)
    tables = [table for vel in vellen if (table := find_table(file, vel, _KEY))]
    if not tables:
        rows = [row for vel in vellen for row in vel.rijen[:5]]
        raise KOLOMMEN.changed(KOLOMMEN.nodig[0], [cell for row in rows for cell in row if cell])
    return [
        _cells(table, place, _meaning(table, table.namen[place]))
        for table in tables
        for place in places(table.namen, SCORE)
    ]


def _meaning(table: Tafel, name: str) -> Mapping[str, str]:
    """Return day, threshold and status of a column; a fault when the file leaves a doubt."""
    file = re.sub(r"[_.]", " ", table.bestand.naam)
    said = (name, table.boven, file)
    found = {
        "peildatum": _first(days_in(text) for text in said),
        "drempel": _first(thresholds_in(text) for text in said),
        "status": _first(
            {word.lower() for word in re.findall(_STATUS, text, re.IGNORECASE)} for text in said
        ),
    }
    for what, answer in found.items():
        if answer is None:
            raise table.refuse(f"bij kolom '{name}' is niet duidelijk wat haar {what} is.")
    return {what: answer for what, answer in found.items() if answer}


def _first(answers: Iterable[set[str]]) -> str | None:
    """Return the answer of the nearest text that gives any; None when that gives two."""
    for answer in answers:
        if answer:
            return only_one(answer)
    return None


def _cells(table: Tafel, place: int, meaning: Mapping[str, str]) -> Ruw:
    columns = {CODE: places(table.namen, _KEY)[0], SCORE: place}
    values = [pl.lit(value).alias(what) for what, value in meaning.items()]
    return table.rows(columns, SCORE).with_columns(*values)


_EISEN = (
    must(CODE, pl.col("gemeente_toen"), "geen code van een gemeente."),
    Eis(
        kolom=SCORE,
        goed=decimal(SCORE).is_between(0, _MOST),
        reden="geen score: er hoort een getal te staan van 0 of hoger.",
    ),
    once(CODE, *map(pl.col, ("peildatum", "status", "drempel", "gemeente_toen"))),
)
# A vormvoorbeeld: no real file was seen; the numbers are made up.
EXAMPLE = Sample(
    bestand=workbook(
        "achterstandsscores_gemeenten_voorlopig.xlsx",
        {
            "Tabel 1": """
Achterstandsscores van gemeenten op 1 februari 2023
Gemeentecode;Gemeentenaam;Achterstandsscore met drempel;Achterstandsscore zonder drempel
GM0402;Hilversum;1200.5;2400.25
0417;Laren;0;35.5
Totaal;;9000.5;12000.5
Bron: CBS
""",
        },
    ),
    expect="""
        uitgave               peildatum   status     gemeente_toen gemeente drempel score
        2023-02-01~voorlopig  2023-02-01  voorlopig  GM0402        GM0402   met     1200.5
        2023-02-01~voorlopig  2023-02-01  voorlopig  GM0417        GM0417   met     0.0
        2023-02-01~voorlopig  2023-02-01  voorlopig  GM0402        GM0402   zonder  2400.25
        2023-02-01~voorlopig  2023-02-01  voorlopig  GM0417        GM0417   zonder  35.5
    """,
    afgekeurd=2,
)
