"""What the cells of published files mean: counts with their range, codes, decimals, days.

Every function makes an expression over a column of text; a cell that can't be what it should be
gives null. Codes come out in the one written form of core/place.py.
"""

import polars as pl

from openlea.core.onthulling import VERBORGEN_HOOG, VERBORGEN_LAAG

HIDDEN = ("<5", "-1")
"""How DUO writes a count of one to four: in its yearly files, and in its CKAN."""
MOST = 100_000
"""No count of one school or one place of one age is larger; what is, is a mistake."""
PROVINCIES = {
    "groningen": "PV20",
    "friesland": "PV21",
    "fryslân": "PV21",
    "drenthe": "PV22",
    "overijssel": "PV23",
    "flevoland": "PV24",
    "gelderland": "PV25",
    "utrecht": "PV26",
    "noord-holland": "PV27",
    "zuid-holland": "PV28",
    "zeeland": "PV29",
    "noord-brabant": "PV30",
    "limburg": "PV31",
}


def text(column: str) -> pl.Expr:
    """Return the cell without space around it; an empty cell, or one of spaces only, is null."""
    bare = pl.col(column).str.strip_chars()
    return pl.when(bare != "").then(bare)


def whole(column: str, most: int = MOST) -> pl.Expr:
    """Return a whole number from nought to `most`; null when it's none, or hidden."""
    number = pl.col(column).str.strip_chars().cast(pl.Int32, strict=False)
    return pl.when(number.is_between(0, most)).then(number)


def count_low(column: str, most: int = MOST) -> pl.Expr:
    """Return the lowest that a count can be: '<5' and '-1' are hidden, at least one."""
    return pl.when(hidden(column)).then(VERBORGEN_LAAG).otherwise(whole(column, most))


def count_high(column: str, most: int = MOST) -> pl.Expr:
    """Return the highest that a count can be: a hidden one is at most four."""
    return pl.when(hidden(column)).then(VERBORGEN_HOOG).otherwise(whole(column, most))


def count_range(column: str, name: str, most: int = MOST) -> tuple[pl.Expr, pl.Expr]:
    """Return the lowest and the highest that a count can be, as <name>_laag and <name>_hoog."""
    return (
        count_low(column, most).cast(pl.Int32).alias(f"{name}_laag"),
        count_high(column, most).cast(pl.Int32).alias(f"{name}_hoog"),
    )


def hidden(column: str) -> pl.Expr:
    """Say whether the publisher hid the count."""
    return pl.col(column).str.strip_chars().is_in(HIDDEN)


def is_count(column: str, most: int = MOST) -> pl.Expr:
    """Say whether the cell is a count, hidden or not."""
    return hidden(column) | whole(column, most).is_not_null()


def decimal(column: str) -> pl.Expr:
    """Return a number with a comma or a point for the decimals; null when it's none.

    With a comma in it, points part the thousands.
    """
    bare = pl.col(column).str.strip_chars()
    dutch = bare.str.replace_all(".", "", literal=True).str.replace(",", ".", literal=True)
    number = (
        pl.when(bare.str.contains(",", literal=True))
        .then(dutch)
        .otherwise(bare)
        .cast(pl.Float64, strict=False)
    )
    return pl.when(number.is_finite()).then(number)


def gemeente(column: str) -> pl.Expr:
    """Return GM and four digits, of '0402', '402', 'GM0402' or '1.680'."""
    bare = (
        pl.col(column)
        .str.strip_chars()
        .str.to_uppercase()
        .str.strip_prefix("GM")
        .str.replace_all(".", "", literal=True)
    )
    return pl.when(_digits(bare, 1, 4)).then(pl.lit("GM") + bare.str.zfill(4))


def vestiging(column: str, part: str = "") -> pl.Expr:
    """Return BRIN and two digits: of '04OS00', '04OS|00', or of '04OS' with '00' in `part`."""
    brin = pl.col(column).str.strip_chars().str.to_uppercase()
    if part:
        brin += pl.col(part).str.strip_chars().str.zfill(2)
    key = brin.str.replace(r"[|/ -]", "")
    return pl.when(key.str.contains(r"^[0-9]{2}[A-Z]{2}[0-9]{2}$")).then(key)


def vestiging_of_inspectie(column: str) -> pl.Expr:
    """Return BRIN and two digits of the Inspectie's '04OS|C1': C1 is 00, C2 is 01, C3 is 03.

    That C-numbers and vestigingen go together so is an assumption, and has to be said as such.
    """
    key = pl.col(column).str.strip_chars().str.to_uppercase().str.split("|")
    part = key.list.get(1, null_on_oob=True).replace_strict(
        {"C1": "00", "C2": "01", "C3": "03", "C4": "04"}, default=None, return_dtype=pl.String
    )
    brin = key.list.get(0, null_on_oob=True)
    return pl.when(brin.str.contains(r"^[0-9]{2}[A-Z]{2}$")).then(brin + part)


def bestuur(column: str) -> pl.Expr:
    """Return the number of a board with five digits."""
    bare = pl.col(column).str.strip_chars()
    return pl.when(_digits(bare, 1, 5)).then(bare.str.zfill(5))


def rmc(column: str) -> pl.Expr:
    """Return the number of an RMC-regio with two digits."""
    bare = pl.col(column).str.strip_chars()
    return pl.when(_digits(bare, 1, 2)).then(bare.str.zfill(2))


def postcode4(column: str) -> pl.Expr:
    """Return the four digits of '1217CM', '1217 CM' or '1217'."""
    bare = pl.col(column).str.strip_chars()
    return pl.when(bare.str.contains(r"^[1-9][0-9]{3}( ?[A-Za-z]{2})?$")).then(bare.str.slice(0, 4))


def provincie(column: str) -> pl.Expr:
    """Return the code of CBS for the name of a provincie."""
    name = pl.col(column).str.strip_chars().str.to_lowercase().str.replace(" ", "-", literal=True)
    return name.replace_strict(PROVINCIES, default=None, return_dtype=pl.String)


def day(column: str) -> pl.Expr:
    """Return '2024-10-01' of '20241001' or '2024-10-01'."""
    bare = pl.col(column).str.strip_chars().str.replace_all("-", "", literal=True)
    return bare.str.to_date("%Y%m%d", strict=False).dt.to_string("%Y-%m-%d")


def _digits(bare: pl.Expr, least: int, most: int) -> pl.Expr:
    """Say whether it's a number of so many digits, and not nought; letters of no other script."""
    return bare.str.contains("^0*[1-9][0-9]*$") & bare.str.contains(f"^[0-9]{{{least},{most}}}$")
