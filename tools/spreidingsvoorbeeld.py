"""Makes the example of spreading: invented pupils on the real schools and postcodes of Hilversum.

No count comes from a register: home, group and choice of school are all drawn, with a fixed seed.
"""

import random
from math import exp
from pathlib import Path

import polars as pl

from openlea.services.spreiding.afstanden import Point, great_circle

BUNDEL = Path("src/openlea/bundel")
OUT = Path("docs/voorbeelden/spreiding")
POSTCODES = tuple(str(number) for number in (*range(1211, 1219), 1221, 1222, 1223))
SEED = 2024
HEAD = "pc4;groep;school;aantal"


def main() -> None:
    """Write both files."""
    OUT.mkdir(parents=True, exist_ok=True)
    for name, text in files().items():
        (OUT / name).write_text(text, encoding="utf-8")


def files() -> dict[str, str]:
    """Return both files by name."""
    chance = random.Random(SEED)  # noqa: S311  an example, no secret
    homes = _points("geo_postcodes", "postcode4", POSTCODES)
    schools = _points("geo_schoolpunten", "vestiging", _schools())
    liked = {school: chance.uniform(0.4, 1.6) for school in schools}
    counts: dict[tuple[str, str, str], int] = {}
    for pc4, home in homes.items():
        pupils, share = chance.randint(350, 750), chance.betavariate(1.3, 3.5)
        for groep, part in (("ja", share), ("nee", 1 - share)):
            weights = [_draw(chance, liked[school], home, at) for school, at in schools.items()]
            for school in chance.choices(list(schools), weights, k=round(pupils * part)):
                key = pc4, groep, school
                counts[key] = counts.get(key, 0) + 1
    rows = [";".join((*key, str(count))) for key, count in sorted(counts.items())]
    return {
        "leerlingen-verzonnen.csv": "\n".join((HEAD, *rows, "")),
        "scholen-verzonnen.csv": "\n".join(("school;capaciteit;minimum", *_room(counts), "")),
    }


def _draw(chance: random.Random, liked: float, home: Point, school: Point) -> float:
    """Return how much a group in one postcode is drawn to a school: near, but not alike."""
    return liked * chance.uniform(0.3, 1.7) * exp(-1.6 * great_circle(home, school))


def _room(counts: dict[tuple[str, str, str], int]) -> list[str]:
    """Return per school a tenth more places than pupils, and half of the pupils as least."""
    totals: dict[str, int] = {}
    for (_, _, school), count in counts.items():
        totals[school] = totals.get(school, 0) + count
    return [
        f"{school};{total * 11 // 10 + 1};{total // 2}" for school, total in sorted(totals.items())
    ]


def _schools() -> tuple[str, ...]:
    """Return the basisscholen of Hilversum: those with pupils in mainstream primary education."""
    rows = pl.read_parquet(BUNDEL / "duo_leerlingen_po_postcode.parquet")
    here = rows.filter((pl.col("gemeente") == "GM0402") & (pl.col("soort") == "bo"))
    return tuple(sorted(set(here["vestiging"])))


def _points(table: str, key: str, names: tuple[str, ...]) -> dict[str, Point]:
    rows = pl.read_parquet(BUNDEL / f"{table}.parquet", columns=[key, "lat", "lon"])
    found = {name: (lat, lon) for name, lat, lon in rows.iter_rows()}
    return {name: found[name] for name in names if name in found}


if __name__ == "__main__":
    main()
