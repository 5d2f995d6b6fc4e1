"""Fetches a table of CBS over OData v4: the observations, and the lists that explain their codes.

`vragen` of the card: `filter` (what CBS calls $filter) and `lijsten` (code lists to bring along,
parted by spaces; 'MeasureCodes' when nothing is said).
"""

from collections.abc import Mapping
from urllib.parse import quote

from openlea.core.bron import Bestand
from openlea.services.ophalen.bladeren import walk
from openlea.services.ophalen.halen import Haler
from openlea.services.ophalen.opgehaald import Opgehaald
from openlea.services.ophalen.rijen_csv import written

NEXT = "@odata.nextLink"


def fetch_odata4(haler: Haler, seen: Mapping[str, str]) -> Opgehaald:
    """Return Observations.csv and each code list; `live.adres` ends with the table's id."""
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
    files = tuple(_file(haler, naam, where) for naam, where in addresses.items())
    return haler.fetched(files, {adres: mark})


def _file(haler: Haler, naam: str, adres: str) -> Bestand:
    rows = [row for page in walk(haler, adres, NEXT) for row in page]
    if not rows:
        raise haler.fault(f"De lijst {naam} van de tabel is leeg.")
    return written(f"{naam}.csv", list(rows[0]), rows, ";", "")
