"""Per home postcode how far pupils travel to school, beside the closest school of that kind."""

from dataclasses import dataclass

import polars as pl

from openlea.core.onthulling import Bereik
from openlea.services.vervoer.totalen import sum_streams

NO_LIMITS = pl.DataFrame(schema={"gemeente": pl.String, "grens": pl.Float64, "vanaf": pl.Boolean})


@dataclass(frozen=True, slots=True, kw_only=True)
class Thuisplek:
    """A home postcode: its pupils, the mean km to their schools, and km to the closest school.

    `meer` is how much further they go at least: from the lowest end of the mean.
    """

    pc4: str
    leerlingen: Bereik
    km: Bereik
    dichtstbij: str
    dichtstbij_km: float

    @property
    def meer(self) -> float:
        """Return the kilometres that they travel further than the closest school, at least."""
        return max(0.0, self.km.laag - self.dichtstbij_km)


def homes_of(stromen: pl.DataFrame, soort: str) -> tuple[Thuisplek, ...]:
    """Return the home postcodes of one kind, those that travel most kilometres extra first.

    A postcode that isn't on the map is left out; counts of DUO that are hidden stay ranges.
    """
    own = stromen.filter(
        pl.col("soort") == soort, pl.col("km").is_not_null(), pl.col("dichtstbij_km").is_not_null()
    )
    near = own.unique("pc4").select("pc4", "dichtstbij", "dichtstbij_naam", "dichtstbij_km")
    per_home = own.with_columns(gemeente=pl.col("pc4"))
    sums = sum_streams(per_home, NO_LIMITS, standaard=0.0).join(
        near, left_on="gemeente", right_on="pc4"
    )
    found = (
        Thuisplek(
            pc4=row["gemeente"],
            leerlingen=Bereik(row["leerlingen_laag"], row["leerlingen_hoog"]),
            km=Bereik(row["km_laag"], row["km_hoog"]),
            dichtstbij=row["dichtstbij_naam"] or row["dichtstbij"],
            dichtstbij_km=row["dichtstbij_km"],
        )
        for row in sums.iter_rows(named=True)
    )
    return tuple(sorted(found, key=lambda one: (-one.meer, one.pc4)))
