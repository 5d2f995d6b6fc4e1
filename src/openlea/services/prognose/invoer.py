"""Reads what a forecast starts from: pupils per school, age and year, of a gemeente and around it.

With several years the schools of the whole province teach who goes on; with one year those of the
whole country.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

from openlea.core.errors import NotFound
from openlea.engines.forecast.flow import FloatArray
from openlea.engines.forecast.history import History
from openlea.engines.forecast.outlook import history_of
from openlea.storage.warehouse.warehouse import Warehouse

JAREN, EEN_JAAR = "duo_ckan_leeftijd_po", "duo_leerlingen_po"
BEVOLKING = "cbs_bevolking_leeftijd"
LEEFTIJDEN: Final[Mapping[str, range]] = {
    "bo": range(4, 13),
    "sbo": range(4, 14),
    "so": range(4, 16),
    "vso": range(11, 21),
}
"""From which age a kind of school counts, and until which; older ages count with the last."""
KEYS = ("vestiging", "leeftijd", "jaar")
GEEN = "Er staat geen telling van leerlingen naar leeftijd van {} voor {}."


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """A school as the last edition has it."""

    vestiging: str
    naam: str
    bestuur: str
    denominatie: str
    gemeente: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoer:
    """The schools of a gemeente and those they learn from, and what was counted of all.

    `laag` and `hoog` are [unit, age]: what the last count can be at least and at most; `eigen` are
    the units of the gemeente.
    """

    soort: str
    gemeente: str
    leeftijden: range
    jaren: tuple[int, ...]
    scholen: tuple[School, ...]
    eigen: tuple[int, ...]
    history: History
    laag: FloatArray
    hoog: FloatArray
    bron: str
    geboren: bool

    @property
    def laatste(self) -> int:
        """Return the last year counted."""
        return self.jaren[-1]


def read_invoer(warehouse: Warehouse, laag: str, gemeente: str, soort: str, vooruit: int) -> Invoer:
    """Return what a forecast of the schools of a gemeente starts from; NotFound without any."""
    register = _register(warehouse, laag, soort)
    rows, bron = _counts(warehouse, laag, soort)
    years = sorted(int(one) for one in rows["jaar"].unique())
    if len(years) > 1:
        register = _nearby(register, gemeente)
    rows = rows.join(register, on="vestiging", how="inner")
    if not gemeente_in(rows, gemeente):
        raise NotFound(GEEN.format(soort, gemeente or "deze gemeente"))
    scholen = tuple(
        School(**one)
        for one in rows.select("vestiging", "naam", "bestuur", "denominatie", "gemeente")
        .unique("vestiging")
        .sort("gemeente", "vestiging")
        .to_dicts()
    )
    codes = sorted({one.gemeente for one in scholen})
    area = [codes.index(one.gemeente) for one in scholen]
    ages = LEEFTIJDEN[soort]
    births = _born(warehouse, laag, codes, (years, ages[0]), vooruit)
    shape = (len(scholen), len(ages), len(years))
    unit = {one.vestiging: at for at, one in enumerate(scholen)}
    middle, low, high = (
        history_of(_triples(rows, unit, ages, years, column), shape, area, births)
        for column in ("midden", "aantal_laag", "aantal_hoog")
    )
    return Invoer(
        soort=soort,
        gemeente=gemeente,
        leeftijden=ages,
        jaren=tuple(years),
        scholen=scholen,
        eigen=tuple(at for at, one in enumerate(scholen) if one.gemeente == gemeente),
        history=middle,
        laag=low.counts[:, :, -1],
        hoog=high.counts[:, :, -1],
        bron=bron,
        geboren=births is not None,
    )


def gemeente_in(rows: pl.DataFrame, gemeente: str) -> bool:
    """Say whether any school of a gemeente was counted; '' asks for any school at all."""
    found = rows if not gemeente else rows.filter(pl.col("gemeente") == gemeente)
    return not found.is_empty()


def _register(warehouse: Warehouse, laag: str, soort: str) -> pl.DataFrame:
    """Return every school ever told of, with what its last edition says."""
    if warehouse.current(EEN_JAAR, laag) is None:
        raise NotFound(GEEN.format(soort, "het land"))
    columns = ["vestiging", "naam", "bestuur", "denominatie", "gemeente", "provincie"]
    return (
        _rows(warehouse, EEN_JAAR, laag)
        .filter(pl.col("soort").cast(pl.String) == soort)
        .sort("peildatum")
        .select(pl.col(one).cast(pl.String).fill_null("") for one in columns)
        .unique("vestiging", keep="last")
        .collect()
    )


def gemeenten_of(warehouse: Warehouse, laag: str, soort: str) -> Mapping[str, str]:
    """Return the gemeente of every school ever told of, by its code."""
    return dict(_register(warehouse, laag, soort).select("vestiging", "gemeente").iter_rows())


def _nearby(register: pl.DataFrame, gemeente: str) -> pl.DataFrame:
    """Return the schools of the province of a gemeente; all of them without a gemeente."""
    own = register.filter(pl.col("gemeente") == gemeente)["provincie"].unique()
    return register.filter(pl.col("provincie").is_in(own.to_list())) if len(own) else register


def _counts(warehouse: Warehouse, laag: str, soort: str) -> tuple[pl.DataFrame, str]:
    """Return the counts per school, age and year, from the source that has most years."""
    many = warehouse.current(JAREN, laag) is not None
    bron = JAREN if many else EEN_JAAR
    table = _rows(warehouse, bron, laag).filter(pl.col("soort").cast(pl.String) == soort)
    year = pl.col("jaar") if many else pl.col("peildatum").cast(pl.String).str.slice(0, 4)
    ages = LEEFTIJDEN[soort]
    found = (
        table.with_columns(
            pl.col("vestiging").cast(pl.String),
            jaar=year.cast(pl.String),
            leeftijd=pl.col("leeftijd").cast(pl.Int64).clip(ages[0], ages[-1]),
        )
        .group_by(KEYS)
        .agg(pl.col("aantal_laag", "aantal_hoog").sum().cast(pl.Float64))
        .with_columns(midden=(pl.col("aantal_laag") + pl.col("aantal_hoog")) / 2)
        .sort(KEYS)
        .collect()
    )
    return found, bron


def _triples(
    rows: pl.DataFrame, unit: Mapping[str, int], ages: range, years: Sequence[int], column: str
) -> list[tuple[int, int, int, float]]:
    return [
        (unit[code], age - ages[0], years.index(int(year)), count)
        for code, age, year, count in rows.select(*KEYS, column).iter_rows()
    ]


def _born(
    warehouse: Warehouse, laag: str, codes: Sequence[str], when: tuple[list[int], int], ahead: int
) -> list[list[float]] | None:
    """Return per gemeente who reaches the first age each year counted and to come, by the CBS.

    None when not every year counted is known of every gemeente. A count of 1 January of the year
    after stands for the year; who is younger then comes later.
    """
    years, first = when
    if warehouse.current(BEVOLKING, laag) is None:
        return None
    told = (
        _rows(warehouse, BEVOLKING, laag)
        .filter(pl.col("geslacht").cast(pl.String) == "totaal")
        .select(
            pl.col("gemeente").cast(pl.String),
            pl.col("jaar").cast(pl.String).cast(pl.Int64),
            pl.col("leeftijd").cast(pl.Int64),
            n=(pl.col("aantal_laag") + pl.col("aantal_hoog")) / 2,
        )
        .collect()
    )
    known = {(code, year, age): n for code, year, age, n in told.iter_rows()}
    counted = [[known.get((code, year, first)) for year in years] for code in codes]
    if any(one is None for row in counted for one in row):
        return None
    later = range(1, min(ahead, first) + 1)
    return [
        [float(one or 0) for one in row]
        + [known.get((code, years[-1], first - step), float("nan")) for step in later]
        for code, row in zip(codes, counted, strict=True)
    ]


def _rows(warehouse: Warehouse, bron: str, laag: str) -> pl.LazyFrame:
    found = warehouse.version(bron, None, laag)
    return warehouse.scan(bron, found.versie, found.laag)
