"""What a cell that people typed means for a field; what can't be read becomes null."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import polars as pl

from openlea.catalogue.reading import cellen
from openlea.catalogue.reading.herindeling import gemeentenamen
from openlea.core.place import PlaceKind
from openlea.services.kolommen.velden import HOOG, LAAG, Veld, Veldsoort

MOST = 50_000_000
REDENEN = {
    Veldsoort.AANTAL: "geen aantal: er hoort een heel getal te staan, of <5.",
    Veldsoort.GEHEEL: "geen heel getal.",
    Veldsoort.KOMMAGETAL: "geen getal, zoals 12,5.",
    Veldsoort.DAG: "geen dag; schrijf 1-10-2024 of 2024-10-01.",
    Veldsoort.SCHOOLJAAR: "geen schooljaar; schrijf 2023/24.",
    Veldsoort.JAAR: "geen jaar; schrijf 2024.",
    Veldsoort.GEMEENTE: "gemeente onbekend: geen code of naam van een gemeente.",
    Veldsoort.VESTIGING: "geen BRIN met vestigingsnummer, zoals 04OS00.",
    Veldsoort.BESTUUR: "geen nummer van een schoolbestuur (vijf cijfers, van DUO).",
    Veldsoort.RMC: "geen nummer van een RMC-regio.",
    Veldsoort.PROVINCIE: "provincie onbekend.",
    Veldsoort.POSTCODE4: "geen postcode, zoals 1211.",
    Veldsoort.TEKST: "geen tekst.",
}


def columns_of(veld: Veld, cells: pl.DataFrame) -> list[pl.Expr]:
    """Return the columns of the table that a field fills, from the column of text of its name."""
    name = veld.naam
    if veld.soort is Veldsoort.AANTAL:
        return list(cellen.count_range(name, name, MOST))
    return [_reading(veld, cells).alias(name)]


def ends(veld: Veld) -> tuple[str, ...]:
    """Return the names of the columns of the table that a field fills."""
    name = veld.naam
    return (name + LAAG, name + HOOG) if veld.soort is Veldsoort.AANTAL else (name,)


def reason(veld: Veld) -> str:
    """Return why a cell can't be what the field asks."""
    return f"kies {', '.join(veld.keuzes)}." if veld.keuzes else REDENEN[veld.soort]


def _reading(veld: Veld, cells: pl.DataFrame) -> pl.Expr:
    if veld.soort is Veldsoort.GEMEENTE:
        return _gemeente(veld.naam, cells)
    if veld.soort is Veldsoort.KEUZE:
        small = pl.col(veld.naam).str.strip_chars().str.to_lowercase()
        options = {one.lower(): one for one in veld.keuzes}
        return small.replace_strict(options, default=None, return_dtype=pl.String)
    return _READINGS.get(veld.soort, cellen.text)(veld.naam)


def _whole(name: str) -> pl.Expr:
    bare = pl.col(name).str.strip_chars().str.replace(r"[.,]0+$", "")
    return bare.cast(pl.Int64, strict=False)


def _year(name: str) -> pl.Expr:
    year = pl.col(name).str.strip_chars()
    return pl.when(year.str.contains(r"^(19|20)\d\d$")).then(year)


def _provincie(name: str) -> pl.Expr:
    code = pl.col(name).str.strip_chars().str.to_uppercase()
    known = sorted(set(cellen.PROVINCIES.values()))
    return pl.when(code.is_in(known)).then(code).otherwise(cellen.provincie(name))


def _day(name: str) -> pl.Expr:
    bare = pl.col(name).str.strip_chars().str.replace_all(r"[/.]", "-")
    dutch = bare.str.to_date("%d-%m-%Y", strict=False).dt.to_string("%Y-%m-%d")
    return pl.coalesce(pl.when(bare.str.contains(r"^\d{1,2}-")).then(dutch), cellen.day(name))


def _school_year(name: str) -> pl.Expr:
    """Return '2023/24' of '2023-2024' or '2023/24'; another name of a period stays as it is."""
    bare = pl.col(name).str.strip_chars()
    parts = bare.str.extract_groups(r"^(20\d\d)\s*[-/]\s*(?:20)?(\d\d)$")
    first, second = parts.struct.field("1"), parts.struct.field("2")
    follows = (first.cast(pl.Int32, strict=False) + 1) % 100 == second.cast(pl.Int32, strict=False)
    named = bare.str.contains(r"[a-zA-Z]")
    return (
        pl.when(first.is_not_null() & follows)
        .then(first + "/" + second)
        .when(first.is_null() & named)
        .then(bare)
    )


def _gemeente(name: str, cells: pl.DataFrame) -> pl.Expr:
    """Return the code of a code or a name that one gemeente has or had."""
    texts: Sequence[str] = cells[name].drop_nulls().unique().to_list()
    return pl.col(name).replace_strict(_codes(texts), default=None, return_dtype=pl.String)


def _codes(texts: Iterable[str]) -> dict[str, str]:
    known = gemeentenamen()
    there = {key.code for key in known.places if key.kind is PlaceKind.GEMEENTE}
    asked = pl.DataFrame({"text": list(texts)}, schema={"text": pl.String})
    read = asked.with_columns(code=cellen.gemeente("text"))
    codes = {text: code for text, code in read.iter_rows() if code in there}
    rest = (text for text in asked["text"] if text not in codes)
    return codes | {text: found.code for text in rest if (found := known.find(text))}


_READINGS: Mapping[Veldsoort, Callable[[str], pl.Expr]] = {
    Veldsoort.GEHEEL: _whole,
    Veldsoort.KOMMAGETAL: cellen.decimal,
    Veldsoort.DAG: _day,
    Veldsoort.SCHOOLJAAR: _school_year,
    Veldsoort.JAAR: _year,
    Veldsoort.VESTIGING: cellen.vestiging,
    Veldsoort.BESTUUR: cellen.bestuur,
    Veldsoort.RMC: cellen.rmc,
    Veldsoort.PROVINCIE: _provincie,
    Veldsoort.POSTCODE4: cellen.postcode4,
}
