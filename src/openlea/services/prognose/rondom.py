"""What stands around a forecast: the norm of the gemeente, the nearest school, DUO's numbers."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from math import cos, hypot, radians

import polars as pl
from django.conf import settings

from openlea.catalogue.distances import KM_PER_DEGREE
from openlea.catalogue.plichtenkast import open_plichten
from openlea.core.catalogue import find_roots
from openlea.policy.normen.opheffing import PLICHT, Formule
from openlea.policy.normen.wetsdag import Wetsdag
from openlea.policy.prognosenorm import Gemiddelde, average_sizes, least_pupils
from openlea.services.prognose.invoer import School
from openlea.services.prognose.uitkomst import Buur, Normstand
from openlea.storage.warehouse.warehouse import Warehouse
from openlea.storage.warehouse.woonplaatsen import places_of

DUO, KERNCIJFERS, POSTCODES = (
    "duo_ckan_prognoses",
    "cbs_kerncijfers_gemeente",
    "duo_leerlingen_po_postcode",
)
GEMIDDELD = "OPH-04"
OMWEG = 1.3
"""How many times as long the road is as the crow flies, where no route is known."""
OMWEG_BRON = "afstand hemelsbreed × 1,3: een vuistregel, geen gemeten route"
_KIND = range(4, 12)
GEGEVEN = "door de gebruiker gegeven"
GESCHAT = (
    "schatting: leerlingen basisonderwijs van 4 tot en met 11 jaar die er wonen (DUO) op het land "
    "van de gemeente (CBS); de minister stelt de norm vast met de telling van het CBS"
)


def law_on(day: date) -> Wetsdag:
    """Return the law of schools that may close, as it holds on a day."""
    plichten = open_plichten(find_roots(settings.CATALOGUE)).plichten
    return Wetsdag.on(plichten, (PLICHT, GEMIDDELD), day)


def norm_of(
    warehouse: Warehouse, laag: str, gemeente: str, wet: Wetsdag, gegeven: int | None
) -> Normstand | None:
    """Return the norm that was given, or what it would be by public counts; None without those."""
    opslag = wet.deel(PLICHT, "telling")
    if gegeven is not None:
        least = least_pupils(gegeven, opslag)
        return Normstand(norm=gegeven, leerlingen=least, herkomst=GEGEVEN)
    children, land = _children(warehouse, laag, gemeente), _land(warehouse, laag, gemeente)
    if not children or not land:
        return None
    formule = Formule.of(wet)
    norm = formule.norm(formule.dichtheid(children, Fraction(str(land))))
    return Normstand(norm=norm, leerlingen=least_pupils(norm, opslag), herkomst=GESCHAT)


def _children(warehouse: Warehouse, laag: str, gemeente: str) -> int:
    if warehouse.current(POSTCODES, laag) is None:
        return 0
    found = warehouse.scan(POSTCODES, None, laag).filter(
        pl.col("gemeente_leerling").cast(pl.String) == gemeente,
        pl.col("leeftijd").is_in(list(_KIND)),
        pl.col("peildatum") == pl.col("peildatum").max(),
    )
    middle = (pl.col("aantal_laag") + pl.col("aantal_hoog")) / 2
    return round(float(found.select(middle.sum()).collect().item() or 0))


def _land(warehouse: Warehouse, laag: str, gemeente: str) -> float | None:
    if warehouse.current(KERNCIJFERS, laag) is None:
        return None
    found = (
        warehouse.scan(KERNCIJFERS, None, laag)
        .filter(
            pl.col("gemeente").cast(pl.String) == gemeente,
            pl.col("kenmerk").cast(pl.String) == "landoppervlakte",
        )
        .sort("jaar")
        .select("waarde")
        .collect()
    )
    return float(found["waarde"][-1]) if found.height else None


def averages_of(
    scholen: Sequence[School], nu: Sequence[float], straks: Sequence[float], norm: int, wet: Wetsdag
) -> tuple[Gemiddelde, ...]:
    """Return the average size per bestuur of its schools here, now and in the last year."""
    now: dict[str, list[float]] = {}
    later: dict[str, list[float]] = {}
    for one, first, last in zip(scholen, nu, straks, strict=True):
        now.setdefault(one.bestuur, []).append(first)
        later.setdefault(one.bestuur, []).append(last)
    verhouding = wet.deel(GEMIDDELD, "verhouding_teller") / wet.deel(GEMIDDELD, "verhouding_noemer")
    return average_sizes(now, later, norm, verhouding, wet.deel(GEMIDDELD, "gemiddelde"))


def neighbours_of(
    warehouse: Warehouse, laag: str, scholen: Sequence[School], eigen: Sequence[int]
) -> Mapping[str, Buur]:
    """Return per own school the nearest of the same denominatie, anywhere; km by road, assumed."""
    places = places_of(warehouse, laag).scholen
    known = [one for one in scholen if one.vestiging in places]
    found = {}
    for own in (scholen[at] for at in eigen if scholen[at].vestiging in places):
        here = places[own.vestiging]
        near = min(
            (
                (_km(here, places[one.vestiging]), one.vestiging)
                for one in known
                if one.denominatie == own.denominatie and one.vestiging != own.vestiging
            ),
            default=None,
        )
        if near:
            found[own.vestiging] = Buur(vestiging=near[1], km=round(near[0] * OMWEG, 1))
    return found


def _km(one: tuple[float, float], other: tuple[float, float]) -> float:
    halfway = radians((one[0] + other[0]) / 2)
    return hypot(one[0] - other[0], (one[1] - other[1]) * cos(halfway)) * KM_PER_DEGREE


def told_by_duo(warehouse: Warehouse, laag: str, soort: str) -> Mapping[str, Mapping[int, float]]:
    """Return DUO's newest forecast per school and year; nothing when it wasn't fetched."""
    if warehouse.current(DUO, laag) is None:
        return {}
    rows = (
        warehouse.scan(DUO, None, laag)
        .filter(
            pl.col("soort").cast(pl.String) == soort,
            pl.col("prognose_vanaf") == pl.col("prognose_vanaf").max(),
            pl.col("aantal").is_not_null(),
        )
        .select(pl.col("vestiging").cast(pl.String), pl.col("jaar").cast(pl.Int64), "aantal")
        .collect()
    )
    found: dict[str, dict[int, float]] = {}
    for code, year, count in rows.iter_rows():
        found.setdefault(code, {})[year] = count
    return found
