"""Adds streams up per home gemeente and kind of school: ranges of pupils, and of what they ride."""

import polars as pl

OVER = ["gemeente", "soort"]
_LOW, _HIGH = pl.col("laag"), pl.col("hoog")


def sum_streams(rijen: pl.DataFrame, grenzen: pl.DataFrame, *, standaard: float) -> pl.DataFrame:
    """Return per gemeente and kind the pupils, those beyond the limit, and the range of the mean.

    `grenzen` has gemeente, grens (km) and vanaf; a gemeente that isn't there has the standard limit
    of 'more than'. The mean leaves out pupils whose distance isn't known.
    """
    limited = rijen.join(grenzen, on="gemeente", how="left").with_columns(
        pl.col("grens").fill_null(standaard), pl.col("vanaf").fill_null(value=False)
    )
    over = pl.col("km") > pl.col("grens")
    far = over | (pl.col("vanaf") & (pl.col("km") == pl.col("grens")))
    sums = limited.group_by(OVER).agg(
        grens=pl.col("grens").first(),
        leerlingen_laag=_LOW.sum(),
        leerlingen_hoog=_HIGH.sum(),
        verder_laag=_LOW.filter(far).sum(),
        verder_hoog=_HIGH.filter(far).sum(),
        onbekend_laag=_LOW.filter(pl.col("km").is_null()).sum(),
        onbekend_hoog=_HIGH.filter(pl.col("km").is_null()).sum(),
        # The school that is attended isn't the closest, though that one is within the limit.
        dichterbij_laag=_LOW.filter(far & (pl.col("dichtstbij_km") <= pl.col("grens"))).sum(),
        dichterbij_hoog=_HIGH.filter(far & (pl.col("dichtstbij_km") <= pl.col("grens"))).sum(),
    )
    return sums.join(_means(rijen), on=OVER, how="left").sort(OVER)


def _means(rijen: pl.DataFrame) -> pl.DataFrame:
    """Return the lowest and highest mean distance that the ranges of the counts leave room for.

    The lowest has the most pupils in the near streams and the fewest in the far ones; where near
    ends is found by trying every place. All streams in order of distance, no loop over gemeenten.
    """
    known = rijen.filter(pl.col("km").is_not_null()).sort([*OVER, "km"])
    low, high, way = _LOW.cast(pl.Float64), _HIGH.cast(pl.Float64), pl.col("km")

    def before(amount: pl.Expr) -> pl.Expr:
        return amount.cum_sum().over(OVER)

    def after(amount: pl.Expr) -> pl.Expr:
        return amount.sum().over(OVER) - before(amount)

    near_most = (before(high * way) + after(low * way)) / (before(high) + after(low))
    far_most = (before(low * way) + after(high * way)) / (before(low) + after(high))
    tried = known.with_columns(least=near_most, most=far_most)
    all_most = (high * way).sum() / high.sum()
    return tried.group_by(OVER).agg(
        km_laag=pl.col("least").min().round(2),
        km_hoog=pl.max_horizontal(pl.col("most").max(), all_most).round(2),
    )


def between(
    rijen: pl.DataFrame, one: float, other: float, *, vanaf: bool = False
) -> tuple[int, int]:
    """Return the fewest and most pupils beyond the lower limit but not beyond the higher.

    These are the same pupils, so their range is summed and not the difference of two ranges. With
    `vanaf` both limits count themselves as beyond.
    """
    low, high, km = min(one, other), max(one, other), pl.col("km")
    band = (km >= low) & (km < high) if vanaf else (km > low) & (km <= high)
    found = rijen.filter(band)
    return int(found["laag"].sum()), int(found["hoog"].sum())
