"""What made-up rows about a gemeente are drawn from: its schools, postcodes and ages, as published.

Of ages that no open table counts by home (two and three, thirteen and older) the nearest ages that
are counted stand in; of a hidden count the middle of its range.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

import polars as pl

from openlea.core.errors import NotFound
from openlea.core.place import PlaceKey
from openlea.storage.warehouse.warehouse import open_warehouse

AGES = range(24)
_COUNTED = range(5, 12)
_LOW_HIGH = ("aantal_laag", "aantal_hoog")


@dataclass(frozen=True, slots=True, kw_only=True)
class Synthschool:
    """A real school: its BRIN with vestigingsnummer, where it is, its kind and its pupils."""

    vestiging: str
    naam: str
    pc4: str
    soort: str
    leerlingen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Gemeentebeeld:
    """A gemeente to draw from; `pc4s` are postcodes with how many pupils live there.

    `soort` of a school is bo, sbo, so, vso, vo or pro; of vo and pro the pupils are unknown (0).
    """

    code: str
    naam: str
    scholen: tuple[Synthschool, ...]
    pc4s: tuple[tuple[str, int], ...]
    per_leeftijd: Mapping[int, int]

    def of(self, *soorten: str) -> tuple[Synthschool, ...]:
        """Return the schools of these kinds."""
        return tuple(one for one in self.scholen if one.soort in soorten)

    def draw_pc4(self, random: Random) -> str:
        """Return a postcode, likelier where more pupils live."""
        codes = [code for code, _ in self.pc4s]
        return random.choices(codes, weights=[pupils for _, pupils in self.pc4s])[0]

    def draw_school(self, random: Random, *soorten: str) -> Synthschool:
        """Return a school of these kinds, likelier when it is larger."""
        schools = self.of(*soorten)
        return random.choices(schools, weights=[one.leerlingen or 1 for one in schools])[0]


def gemeentebeeld(gemeente: PlaceKey, naam: str) -> Gemeentebeeld:
    """Return what is published about a gemeente; NotFound when no school stands there."""
    scholen = (*_schools_po(gemeente.code), *_schools_vo(gemeente.code))
    if not scholen:
        raise NotFound(f"Over scholen in {naam} staat niets in de openbare tabellen.")
    homes = _homes(gemeente.code)
    pc4s = homes.group_by("postcode4").agg(pl.col("n").sum()).sort("postcode4")
    if pc4s.is_empty():
        own = sorted({one.pc4 for one in scholen})
        pc4s = pl.DataFrame({"postcode4": own, "n": [1] * len(own)})
    return Gemeentebeeld(
        code=gemeente.code,
        naam=naam,
        scholen=scholen,
        pc4s=tuple((code, max(1, round(n))) for code, n in pc4s.iter_rows()),
        per_leeftijd=_ages(homes),
    )


def _schools_po(gemeente: str) -> tuple[Synthschool, ...]:
    rows = _newest("duo_leerlingen_po").filter(pl.col("gemeente") == gemeente)
    every = rows.group_by("vestiging", "naam", "postcode4", "soort").agg(n=_middle().sum())
    return tuple(
        Synthschool(vestiging=code, naam=naam, pc4=pc4, soort=soort, leerlingen=round(n))
        for code, naam, pc4, soort, n in every.sort("vestiging", "soort").iter_rows()
    )


def _schools_vo(gemeente: str) -> tuple[Synthschool, ...]:
    rows = _newest("duo_vestigingen_vo").filter(pl.col("gemeente") == gemeente)
    every = rows.select("vestiging", "naam", "postcode4", "structuur").sort("vestiging")
    return tuple(
        Synthschool(
            vestiging=code,
            naam=naam,
            pc4=pc4,
            soort="pro" if structuur == "PRO" else "vo",
            leerlingen=0,
        )
        for code, naam, pc4, structuur in every.iter_rows()
    )


def _homes(gemeente: str) -> pl.DataFrame:
    rows = _newest("duo_leerlingen_po_postcode").filter(pl.col("gemeente_leerling") == gemeente)
    return rows.select("postcode4", "leeftijd", n=_middle())


def _ages(homes: pl.DataFrame) -> Mapping[int, int]:
    """Return how many children there are per age; a mean of five to eleven where none count."""
    counted = dict(homes.group_by("leeftijd").agg(pl.col("n").sum()).iter_rows())
    known = {age: round(counted.get(age, 0)) for age in _COUNTED}
    mean = round(sum(known.values()) / len(known))
    return {age: known.get(age, mean) for age in AGES}


def _newest(bron: str) -> pl.DataFrame:
    table = open_warehouse().scan(bron)
    newest = table.select(pl.col("peildatum").max()).collect().item()
    return table.filter(pl.col("peildatum") == newest).collect()


def _middle() -> pl.Expr:
    low, high = _LOW_HIGH
    return (pl.col(low) + pl.col(high)) / 2
