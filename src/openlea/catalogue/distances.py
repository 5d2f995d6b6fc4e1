"""How far pupils live from school: from the middle of one postcode to the middle of the other."""

from math import pi

import narwhals as nw

from openlea.catalogue.measures import Table

KM_PER_DEGREE = 111.195
"""One degree of a great circle of the earth (radius 6371 km), in kilometres."""


def with_distance(pupils: Table, postcodes: Table) -> Table:
    """Return the pupils with `afstand` in km as the crow flies; None when a place isn't known.

    `pupils` has postcode4 (home) and postcode4_school; `postcodes` has postcode4, lat and lon. On
    the scale of a country the earth is flat enough to measure on a map that is true halfway.
    """
    home = postcodes.select("postcode4", home_lat="lat", home_lon="lon")
    school = postcodes.select(postcode4_school="postcode4", school_lat="lat", school_lon="lon")
    both = pupils.join(home, on="postcode4", how="left").join(
        school, on="postcode4_school", how="left"
    )
    halfway = (nw.col("home_lat") + nw.col("school_lat")) * (pi / 360)
    north = nw.col("school_lat") - nw.col("home_lat")
    east = (nw.col("school_lon") - nw.col("home_lon")) * halfway.cos()
    return both.with_columns(afstand=(north * north + east * east).sqrt() * KM_PER_DEGREE)
