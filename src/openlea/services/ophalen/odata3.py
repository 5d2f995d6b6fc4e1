"""Fetches a table of CBS over OData v3, in pages or, when that is too much at once, in parts.

`vragen` of the card: `filter` (what CBS calls $filter) and `splits` (the dimensions by whose codes
a question that is too big is divided, parted by spaces; 'Perioden' when nothing is said).
"""

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

from openlea.services.ophalen.bladeren import as_files, filled, walk
from openlea.services.ophalen.halen import TOO_MANY, Haler
from openlea.services.ophalen.klacht import Geweigerd
from openlea.services.ophalen.opgehaald import Opgehaald

NEXT = "odata.nextLink"


def fetch_odata3(haler: Haler, seen: Mapping[str, str]) -> Opgehaald:
    """Return the pages of a table as received; `live.adres` ends with the table's id."""
    root = haler.live.adres.rstrip("/")
    keep = haler.live.vragen.get("filter", "")
    adres = _address(root, "TypedDataSet", keep)
    mark = _changed_on(haler, root)
    if mark and seen.get(adres) == mark:
        return haler.fetched((), {adres: mark}, onveranderd=True)
    splits = haler.live.vragen.get("splits", "Perioden").split()
    pages = _parts(haler, root, keep, splits)
    return haler.fetched(as_files(haler, root.rsplit("/", 1)[-1], pages), {adres: mark})


def _address(root: str, part: str, keep: str = "") -> str:
    filtered = f"&$filter={quote(keep, safe='(),')}" if keep else ""
    return f"{root}/{part}?$format=json{filtered}"


def _changed_on(haler: Haler, root: str) -> str:
    """Return the moment on which CBS last changed the table, or '' when it doesn't say."""
    answer = haler.ask(_address(root, "TableInfos"), accept="application/json")
    rows = answer.rows(answer.json(), "value")
    return str(rows[0].get("Modified") or "") if rows else ""


def _parts(haler: Haler, root: str, keep: str, splits: Sequence[str]) -> Iterator[bytes]:
    """Yield the pages of a question; too big a question is asked again for each code."""
    try:
        # All at once: a refusal halfway mustn't leave pages that the parts bring again.
        yield from filled(walk(haler, _address(root, "TypedDataSet", keep), NEXT))
    except Geweigerd as refused:
        if TOO_MANY not in refused.tekst:
            raise
        if not splits:
            reden = "De vraag is te groot: de bron geeft niet meer dan 10.000 rijen per keer."
            raise haler.fault(reden) from refused
        for code in _codes(haler, root, splits[0]):
            own = f"{splits[0]} eq '{code}'"
            both = f"({keep}) and ({own})" if keep else own
            yield from _parts(haler, root, both, splits[1:])


def _codes(haler: Haler, root: str, dimensie: str) -> list[str]:
    """Return the codes of a dimension with the spaces of CBS: without them nothing is found."""
    pages = walk(haler, _address(root, dimensie), NEXT)
    return [str(row["Key"]) for _, rows in pages for row in rows if row.get("Key")]
