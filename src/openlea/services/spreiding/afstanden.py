"""How far each school is from each area: as the file says, or as the crow flies."""

from collections.abc import Mapping, Sequence
from math import asin, cos, inf, radians, sin, sqrt
from pathlib import Path

from openlea.services.spreiding.lezen import (
    AFSTAND,
    GEBIED,
    SCHOOL,
    Fouten,
    Leerlingregel,
    Schoolregel,
)

EARTH = 6371.0
"""Mean radius of the earth in km (IUGG)."""
GIVE = f"Geef anders een kolom {AFSTAND}."
Point = tuple[float, float]
Distances = Mapping[tuple[str, str], float]


def given_distances(rijen: Sequence[Leerlingregel], file: Path) -> Distances:
    """Return km per area and school as the file says; two that differ are refused."""
    found: dict[tuple[str, str], float] = {}
    fouten = Fouten(file)
    for one in rijen:
        if one.afstand is None:
            continue
        known = found.setdefault((one.gebied, one.school), one.afstand)
        if known != one.afstand:
            fouten.add(
                one.regel,
                AFSTAND,
                f"{one.afstand:g} km, maar eerder {known:g} km voor deze school.",
            )
    fouten.refuse()
    return found


def crow_distances(
    rijen: Sequence[Leerlingregel],
    scholen: Sequence[Schoolregel],
    files: tuple[Path, Path],
    bundel: Path,
) -> Distances:
    """Return km from the middle of each postcode to each school; an unknown one is refused.

    `files` are those of pupils and of schools, to name the line; `bundel` holds the public tables.
    """
    gebieden = {one.gebied: one.regel for one in reversed(rijen)}
    homes = _points(bundel / "geo_postcodes.parquet", "postcode4")
    points = _points(bundel / "geo_schoolpunten.parquet", "vestiging")
    fouten = Fouten(files[0])
    for gebied, regel in gebieden.items():
        if gebied not in homes:
            fouten.add(regel, GEBIED, f"postcode '{gebied}' (vier cijfers) is niet bekend. {GIVE}")
    fouten.refuse()
    fouten = Fouten(files[1])
    for one in scholen:
        if one.school not in points:
            fouten.add(
                one.regel, SCHOOL, f"vestiging '{one.school}' is niet bekend, zoals 08CI00. {GIVE}"
            )
    fouten.refuse()
    return {
        (gebied, one.school): great_circle(homes[gebied], points[one.school])
        for gebied in gebieden
        for one in scholen
    }


def great_circle(one: Point, other: Point) -> float:
    """Return km over the earth between two points in degrees north and east (haversine)."""
    (north, east), (to_north, to_east) = (tuple(map(radians, point)) for point in (one, other))
    half = sin((to_north - north) / 2) ** 2
    half += cos(north) * cos(to_north) * sin((to_east - east) / 2) ** 2
    return 2 * EARTH * asin(sqrt(min(1.0, half)))


def distance_table(
    gebieden: Sequence[str], scholen: Sequence[Schoolregel], known: Distances
) -> list[list[float]]:
    """Return km per area and school; infinite where no distance is known."""
    return [[known.get((gebied, one.school), inf) for one in scholen] for gebied in gebieden]


def _points(file: Path, key: str) -> Mapping[str, Point]:
    import polars as pl

    rows = pl.read_parquet(file, columns=[key, "lat", "lon"]).drop_nulls()
    return {name: (lat, lon) for name, lat, lon in rows.iter_rows()}
