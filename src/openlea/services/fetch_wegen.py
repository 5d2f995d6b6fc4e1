"""Ask the route planner how far pupils of some gemeenten travel over the road, and keep that."""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone

from openlea.core.errors import BadInput, Fout
from openlea.services.describe_vervoer import describe_vervoer
from openlea.services.routeplan.planner import HOE, Planner, planner_of
from openlea.services.routeplan.vragen import Routevrager
from openlea.services.vervoer.wegen import pairs_of
from openlea.storage.figures.laag import LANDELIJK
from openlea.storage.warehouse.warehouse import Warehouse
from openlea.storage.warehouse.wegen import keep_roads, read_roads
from openlea.storage.warehouse.woonplaatsen import places_of

EVERY = 50
"""After so many home postcodes what was answered is kept, so that a cut loses little."""
Paar = tuple[str, str]
Say = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gevraagd:
    """How many roads were asked now, were known already, and how many of the new aren't there."""

    nieuw: int
    bekend: int
    geen: int


def fetch_wegen(gemeenten: Sequence[str] = (), laag: str = LANDELIJK, *, say: Say) -> Gevraagd:
    """Return what was asked; only middles of postcodes leave this machine.

    BadInput without a planner in the settings, BadFile when it doesn't answer; what was answered
    until then is kept.
    """
    planner = planner_of(settings.ROUTER)
    if planner is None:
        raise BadInput([Fout("", "OPENLEA_ROUTER", f"er is geen routeplanner ingesteld: {HOE}")])
    house = Warehouse(settings.WAREHOUSE, settings.BUNDLE)
    wanted = pairs_of(describe_vervoer(gemeenten, laag).stromen, house, laag)
    known = set(read_roads(house.root).select("van", "naar").iter_rows())
    new = wanted - known
    none = _ask(planner, house, laag, new, say)
    return Gevraagd(nieuw=len(new), bekend=len(wanted & known), geen=none)


def _ask(planner: Planner, house: Warehouse, laag: str, pairs: Collection[Paar], say: Say) -> int:
    """Ask and keep the road of each pair, and return how many there aren't."""
    asked = defaultdict[str, list[str]](list)
    for van, naar in sorted(pairs):
        asked[van].append(naar)
    places, none = places_of(house, laag).postcodes, 0
    rows: list[dict[str, object]] = []
    told: dict[str, object] = {"planner": planner.adres, "op": str(timezone.localdate())}
    with Routevrager(planner) as vrager:
        for at, (home, ends) in enumerate(asked.items(), start=1):
            say("Wegen vragen", at, len(asked))
            roads = vrager.ask(places[home], [places[one] for one in ends])
            for end, weg in zip(ends, roads, strict=True):
                km, minuten = weg or (None, None)
                rows.append({"van": home, "naar": end, "km": km, "minuten": minuten} | told)
            none += roads.count(None)
            if at % EVERY == 0 or at == len(asked):
                keep_roads(house.root, rows)
                rows = []
    return none
