"""Fetches a table of CBS over OData v4: the observations, and the lists that explain their codes.

`vragen` of the card: `filter` (what CBS calls $filter) and `lijsten` (code lists to bring along,
parted by spaces; 'MeasureCodes' when nothing is said).
"""

from collections.abc import Mapping
from itertools import chain
from urllib.parse import quote

from openlea.services.ophalen.bladeren import as_files, filled, walk
from openlea.services.ophalen.halen import Haler
from openlea.services.ophalen.opgehaald import Opgehaald

NEXT = "@odata.nextLink"


def fetch_odata4(haler: Haler, seen: Mapping[str, str]) -> Opgehaald:
    """Return the pages of the observations, and of each list; `live.adres` ends with the id."""
    root = haler.live.adres.rstrip("/")
    keep = haler.live.vragen.get("filter", "")
    adres = f"{root}/Observations" + (f"?$filter={quote(keep, safe='(),')}" if keep else "")
    mark = str(
        haler.ask(f"{root}/Properties", accept="application/json").json().get("Modified") or ""
    )
    if mark and seen.get(adres) == mark:
        return haler.fetched((), {adres: mark}, onveranderd=True)
    lists = haler.live.vragen.get("lijsten", "MeasureCodes").split()
    addresses = {"Observations": adres, **{naam: f"{root}/{naam}" for naam in lists}}
    files = [as_files(haler, naam, filled(walk(haler, at, NEXT))) for naam, at in addresses.items()]
    return haler.fetched(tuple(chain.from_iterable(files)), {adres: mark})
