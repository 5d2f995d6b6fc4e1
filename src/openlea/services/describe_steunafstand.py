"""Which support lies far: the closest school that says it offers it, per kind and home postcode.

Schools say so in their decided ondersteuningsprofiel. Straight lines times the same detour factor
on both sides, so that like is held against like.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl
from django.conf import settings

from openlea.catalogue.ondersteuningkast import open_soorten
from openlea.core.catalogue import find_roots
from openlea.core.onthulling import Bereik
from openlea.policy.profielinhoud import Profielinhoud
from openlea.policy.rechten import Actor
from openlea.services.describe_vervoer import Vervoer
from openlea.services.passend.afstand import OMWEG, Plek, kilometres
from openlea.services.passend.gepubliceerd import published
from openlea.storage.warehouse.voorschool_tabellen import read_places
from openlea.storage.warehouse.warehouse import open_warehouse


@dataclass(frozen=True, slots=True, kw_only=True)
class Steunafstand:
    """A kind of support: how many schools offer it, and how far from where these pupils live.

    `verst` is the km from the home postcode `verst_pc4`, the one that has furthest to go; `nader`
    are the pupils for whom a school that offers it lies nearer than the school they go to.
    """

    soort: str
    titel: str
    scholen: int
    is_voorbeeld: bool
    verst: float
    verst_pc4: str
    verst_school: str
    leerlingen: Bereik
    nader: Bereik


@dataclass(frozen=True, slots=True, kw_only=True)
class Steunbeeld:
    """What profiles say: each kind that some school offers, furthest first; those nobody offers."""

    profielen: int
    rijen: tuple[Steunafstand, ...]
    nergens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _School:
    naam: str
    plek: Plek
    is_voorbeeld: bool


def describe_steunafstand(actor: Actor, vervoer: Vervoer, soort: str, laag: str) -> Steunbeeld:
    """Return it for the pupils of one kind of school; only profiles that this reader may see."""
    places = read_places(open_warehouse(), laag)
    profiles = published(actor)
    offered: dict[str, list[_School]] = {}
    for one in profiles:
        inhoud = Profielinhoud.of(one.inhoud)
        plek = places.get(one.pc4)
        for extra in inhoud.extra if plek else ():
            school = _School(one.schoolnaam, plek or (0.0, 0.0), inhoud.is_voorbeeld)
            offered.setdefault(extra.soort, []).append(school)
    kinds = open_soorten(find_roots(settings.CATALOGUE))
    streams = _streams(vervoer, soort, places)
    rows = (
        _kind(key, kinds[key].titel, schools, streams, places, vervoer.wijze.omweg.waarde)
        for key, schools in offered.items()
        if key in kinds and streams
    )
    return Steunbeeld(
        profielen=len(profiles),
        rijen=tuple(sorted(rows, key=lambda row: (-row.verst, row.titel))),
        nergens=tuple(one.titel for key, one in kinds.items() if key not in offered),
    )


def _streams(
    vervoer: Vervoer, soort: str, places: Mapping[str, Plek]
) -> list[tuple[str, float, int, int]]:
    """Return home postcode, straight km to the school, fewest and most pupils of each stream."""
    own = vervoer.stromen.filter(pl.col("soort") == soort, pl.col("km_recht").is_not_null())
    rows = own.select("pc4", "km_recht", "laag", "hoog").iter_rows()
    return [row for row in rows if row[0] in places]


def _kind(
    soort: str,
    titel: str,
    schools: Sequence[_School],
    streams: Sequence[tuple[str, float, int, int]],
    places: Mapping[str, Plek],
    omweg: float,
) -> Steunafstand:
    near = {pc4: _closest(places[pc4], schools, omweg) for pc4, *_ in streams}
    verst_pc4 = max(near, key=lambda pc4: (near[pc4][0], pc4))
    verst, school = near[verst_pc4]
    nearer = [row for row in streams if near[row[0]][0] < round(row[1] * omweg, 2)]
    return Steunafstand(
        soort=soort,
        titel=titel,
        scholen=len(schools),
        is_voorbeeld=any(one.is_voorbeeld for one in schools),
        verst=verst,
        verst_pc4=verst_pc4,
        verst_school=school,
        leerlingen=_pupils(streams),
        nader=_pupils(nearer),
    )


def _closest(home: Plek, schools: Sequence[_School], omweg: float) -> tuple[float, str]:
    return min((round(kilometres(home, one.plek) / OMWEG * omweg, 2), one.naam) for one in schools)


def _pupils(streams: Sequence[tuple[str, float, int, int]]) -> Bereik:
    return Bereik(sum(row[2] for row in streams), sum(row[3] for row in streams))
