"""From which postcode to which school pupils go, how far, and where the closest school is.

All municipalities at once: one pass over the table of DUO. A hidden count of 1 to 4 stays a range
per postcode, school and age, and adds up as a range; nothing narrows it by another table.
"""

from dataclasses import dataclass

import narwhals as nw
import polars as pl

from openlea.catalogue.distances import KM_PER_DEGREE, with_distance
from openlea.catalogue.homes import of_known_homes
from openlea.engines.closest import closest
from openlea.policy.vervoer import CIJFERS_ACHTER_DE_KOMMA as DECIMALS
from openlea.policy.vervoer import SOORTEN, Rekenwijze
from openlea.services.vervoer.wegen import over_the_road
from openlea.storage.warehouse.warehouse import Warehouse
from openlea.storage.warehouse.wegen import read_roads
from openlea.storage.warehouse.woonplaatsen import BRON, POSTCODES, SCHOOLPUNTEN

KEY = ("gemeente", "soort", "pc4", "school")
TEXT = ("peildatum", "gemeente_leerling", "soort", "postcode4", "vestiging", "postcode4_school")


@dataclass(frozen=True, slots=True)
class Stromen:
    """The streams, one row per home gemeente, kind, home postcode and school, on one day."""

    peildatum: str
    rijen: pl.DataFrame


def read_streams(
    house: Warehouse, laag: str, wijze: Rekenwijze, gemeenten: tuple[str, ...] = ()
) -> Stromen | None:
    """Return the streams from these gemeenten, of all when none is named; None without a table.

    `km` is over the road where a route planner said so, else the straight line times the detour
    factor, between the middles of the postcodes (`weg` says which). `dichtstbij` is the closest
    school of the kind in the same table. Gemeenten of which DUO has no file of their own schools
    have no rows.
    """
    if not all(house.current(bron, laag) for bron in (BRON, POSTCODES)):
        return None
    pupils = _special(_scan(house, BRON, laag))
    spots = _spots(house, laag)
    counted = _chosen(pupils, gemeenten)
    measured = with_distance(nw.from_native(counted), nw.from_native(spots)).to_native()
    schools = pupils.select("soort", "vestiging", "postcode4_school").unique()
    rows = _with_closest(measured, schools, spots)
    day = str(pupils["peildatum"][0]) if pupils.height else ""
    told = over_the_road(_told(rows, wijze), read_roads(house.root))
    return Stromen(day, _named(told, house, laag))


def _scan(house: Warehouse, bron: str, laag: str) -> pl.LazyFrame:
    found = house.current(bron, laag)
    if found is None:
        return pl.LazyFrame()
    return house.scan(bron, found.versie, found.laag)


def _special(pupils: pl.LazyFrame) -> pl.DataFrame:
    """Return how many go from each postcode to each special school, the ages together.

    Of the last day, and of gemeenten that have a file of their own schools.
    """
    newest = pupils.filter(pl.col("peildatum") == pl.col("peildatum").max())
    known: pl.LazyFrame = of_known_homes(nw.from_native(newest)).to_native()
    counts = (
        known.filter(pl.col("soort").is_in(SOORTEN))
        .group_by(TEXT)
        .agg(pl.col("aantal_laag", "aantal_hoog").sum())
    )
    return counts.with_columns(pl.col(TEXT).cast(pl.String)).collect()


def _chosen(pupils: pl.DataFrame, gemeenten: tuple[str, ...]) -> pl.DataFrame:
    if not gemeenten:
        return pupils
    return pupils.filter(pl.col("gemeente_leerling").is_in(gemeenten))


def _spots(house: Warehouse, laag: str) -> pl.DataFrame:
    """Return where each postcode lies, by the newest edition that has it."""
    table = _scan(house, POSTCODES, laag).with_columns(pl.col("postcode4").cast(pl.String))
    newest = table.sort("jaar").unique("postcode4", keep="last")
    return newest.select("postcode4", "lat", "lon").collect()


def _with_closest(rows: pl.DataFrame, schools: pl.DataFrame, spots: pl.DataFrame) -> pl.DataFrame:
    """Return the rows with the closest school of their kind, and how far that is as the crow flies.

    Of schools in one postcode the first by its code is named.
    """
    parts = []
    for soort in SOORTEN:
        there = schools.filter(pl.col("soort") == soort).sort("vestiging")
        there = there.join(spots, left_on="postcode4_school", right_on="postcode4")
        homes = rows.filter(pl.col("soort") == soort).select("soort", "postcode4").unique()
        here = homes.join(spots, on="postcode4")
        if not (there.height and here.height):
            continue
        at, far = closest(
            here.select("lat", "lon").to_numpy(), there.select("lat", "lon").to_numpy()
        )
        chosen = there.select(dichtstbij="vestiging", dichtstbij_pc4="postcode4_school")[
            at.tolist()
        ]
        far_km = pl.Series("recht_dichtstbij", far * KM_PER_DEGREE)
        parts.append(here.select("soort", "postcode4").hstack(chosen).hstack([far_km]))
    if not parts:
        empty = {
            "dichtstbij": pl.lit(None, pl.String),
            "dichtstbij_pc4": pl.lit(None, pl.String),
            "recht_dichtstbij": pl.lit(None, pl.Float64),
        }
        return rows.with_columns(**empty)
    return rows.join(pl.concat(parts), on=["soort", "postcode4"], how="left")


def _told(rows: pl.DataFrame, wijze: Rekenwijze) -> pl.DataFrame:
    """Return the rows in the words of the outcome; a distance is kept as it is shown."""
    km = (pl.col("afstand") * wijze.omweg.waarde).round(DECIMALS)
    return rows.select(
        gemeente="gemeente_leerling",
        soort="soort",
        pc4="postcode4",
        school="vestiging",
        school_pc4="postcode4_school",
        laag="aantal_laag",
        hoog="aantal_hoog",
        km=km,
        km_recht=pl.col("afstand").round(DECIMALS),
        minuten=(km / wijze.snelheid.waarde * 60).round(0).cast(pl.Int32),
        dichtstbij="dichtstbij",
        dichtstbij_pc4="dichtstbij_pc4",
        dichtstbij_km=(pl.col("recht_dichtstbij") * wijze.omweg.waarde).round(DECIMALS),
    ).sort(KEY)


def _named(rows: pl.DataFrame, house: Warehouse, laag: str) -> pl.DataFrame:
    """Return the rows with the names of both schools; None where nobody names one."""
    if house.current(SCHOOLPUNTEN, laag) is None:
        none = pl.lit(None, pl.String)
        return rows.with_columns(schoolnaam=none, dichtstbij_naam=none)
    table = _scan(house, SCHOOLPUNTEN, laag).sort("peildatum")
    names = table.select(pl.col("vestiging", "naam").cast(pl.String))
    named = names.unique("vestiging", keep="last").collect()
    return (
        rows.join(named.rename({"vestiging": "school", "naam": "schoolnaam"}), "school", "left")
        .join(
            named.rename({"vestiging": "dichtstbij", "naam": "dichtstbij_naam"}),
            "dichtstbij",
            "left",
        )
        .sort(KEY)
    )
