"""Puts the road in place of the straight line, for each pair of postcodes whose road is known."""

import polars as pl

from openlea.policy.vervoer import CIJFERS_ACHTER_DE_KOMMA as DECIMALS
from openlea.storage.warehouse.warehouse import Warehouse
from openlea.storage.warehouse.woonplaatsen import places_of

WEG, RECHT = "over de weg", "rechte lijn"


def pairs_of(stromen: pl.DataFrame, house: Warehouse, laag: str) -> set[tuple[str, str]]:
    """Return between which postcodes a road is wanted: to the school, and to the closest.

    Both must lie on the map, and differ: within a postcode there is no road between middles.
    """
    known = places_of(house, laag).postcodes
    columns = ("school_pc4", "dichtstbij_pc4")
    found = {
        (van, naar)
        for one in columns
        for van, naar in stromen.select("pc4", one).unique().iter_rows()
    }
    return {(van, naar) for van, naar in found if van != naar and van in known and naar in known}


def over_the_road(rows: pl.DataFrame, roads: pl.DataFrame) -> pl.DataFrame:
    """Return the streams with km and minutes over the road where that is known; `weg` says which.

    When the school one goes to is not further than the closest by the crow, it is the closest.
    """
    known = roads.filter(pl.col("km").is_not_null()).select(
        "van", "naar", road=pl.col("km").round(DECIMALS), drive=pl.col("minuten")
    )
    near = known.select("van", "naar", near="road")
    joined = rows.join(known, left_on=["pc4", "school_pc4"], right_on=["van", "naar"], how="left")
    joined = joined.join(
        near, left_on=["pc4", "dichtstbij_pc4"], right_on=["van", "naar"], how="left"
    )
    told = joined.with_columns(
        km=pl.coalesce("road", "km"),
        minuten=pl.coalesce(pl.col("drive").round(0).cast(pl.Int32), "minuten"),
        weg=pl.when(pl.col("road").is_null()).then(pl.lit(RECHT)).otherwise(pl.lit(WEG)),
        dichtstbij_km=pl.coalesce("near", "dichtstbij_km"),
    ).drop("road", "drive", "near")
    own = pl.col("km") < pl.col("dichtstbij_km")
    return told.with_columns(
        dichtstbij=pl.when(own).then("school").otherwise("dichtstbij"),
        dichtstbij_pc4=pl.when(own).then("school_pc4").otherwise("dichtstbij_pc4"),
        dichtstbij_km=pl.when(own).then("km").otherwise("dichtstbij_km"),
    )
