"""Fetches a data set of DUO from its CKAN: as one file, or page by page from its datastore.

`vragen` of the card: `dataset` (its name), `bestand` (the end of the file's address), `weg`
('bestand' or 'bladeren'), and for 'bladeren' also `filters` (JSON) and `sort`.
"""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from openlea.core.bron import Bestand
from openlea.services.ophalen.antwoord import Antwoord
from openlea.services.ophalen.bestand import whole
from openlea.services.ophalen.bladeren import Bladzijden, Rows
from openlea.services.ophalen.halen import Haler
from openlea.services.ophalen.klacht import LATER
from openlea.services.ophalen.opgehaald import Opgehaald
from openlea.services.ophalen.rijen_csv import written

PAGE = 10_000
_TECHNICAL = "_id"


def fetch_ckan(haler: Haler, seen: Mapping[str, str]) -> Opgehaald:
    """Return one resource of a data set; `live.adres` is the root of the CKAN."""
    dataset, naam = haler.live.vragen["dataset"], haler.live.vragen["bestand"]
    adres = _address(haler, "/api/3/action/package_show", id=dataset)
    resource = _resource(haler, _result(haler, haler.ask(adres)), naam)
    mark = str(resource.get("hash") or resource.get("last_modified") or "")
    key = f"{adres}#{naam}"
    if mark and seen.get(key) == mark:
        return haler.fetched((), {key: mark}, onveranderd=True)
    by_page = haler.live.vragen.get("weg") == "bladeren" and resource.get("datastore_active")
    bestand = _pages(haler, resource, naam) if by_page else _file(haler, resource, naam)
    return haler.fetched((bestand,), {key: mark})


def _address(haler: Haler, path: str, **vragen: str) -> str:
    return f"{haler.live.adres.rstrip('/')}{path}?{urlencode(vragen)}"


def _result(haler: Haler, answer: Antwoord) -> dict[str, Any]:
    found = answer.json()
    result = found.get("result")
    if found.get("success") is not True or not isinstance(result, dict):
        raise haler.fault(f"{answer.adres} meldt dat de vraag niet gelukt is.")
    return result


def _resource(haler: Haler, result: dict[str, Any], naam: str) -> dict[str, Any]:
    """Return the resource whose address or name ends as the card says; a fault when none does."""
    for resource in result.get("resources", ()):
        known = (resource.get("url"), resource.get("name"))
        if any(isinstance(said, str) and said.endswith(naam) for said in known):
            return dict(resource)
    raise haler.fault(f"De dataset heeft geen bestand meer dat eindigt op {naam}.")


def _file(haler: Haler, resource: dict[str, Any], naam: str) -> Bestand:
    """Return the file where the resource says it is, or from the datastore if that is internal."""
    adres = str(resource.get("url", ""))
    if not haler.adressen.allows(adres):
        adres = _address(haler, f"/datastore/dump/{resource['id']}", format="csv")
    bestand = whole(haler, naam, haler.ask(adres).file())
    _refuse_other_count(haler, bestand, resource.get("total_record_count"))
    return bestand


def _refuse_other_count(haler: Haler, bestand: Bestand, total: Any) -> None:
    """Refuse a file with fewer lines than the publisher counts: it was cut off on the way."""
    lines = sum(1 for line in bestand.inhoud.splitlines() if line.strip()) - 1
    if isinstance(total, int) and lines < total:
        reden = f"{bestand.naam} heeft {lines} rijen; de bron telt er {total}."
        raise haler.fault(reden, LATER)


def _pages(haler: Haler, resource: dict[str, Any], naam: str) -> Bestand:
    """Return the rows of the datastore as one file: as many as the publisher says there are."""
    pages = Bladzijden(haler)
    rows: Rows = []
    kolommen: list[str] = []
    total = 1
    while len(rows) < total:
        adres = _page_address(haler, str(resource["id"]), len(rows))
        pages.turn_to(adres)
        answer = haler.ask(adres, accept="application/json")
        result = _result(haler, answer)
        kolommen = kolommen or _columns(answer, result)
        total = _total(haler, result, total if rows else None)
        some = answer.rows(result, "records")
        pages.note(repr(some).encode(), some, more=len(rows) < total)
        rows += some
    return written(naam, kolommen, rows, ",", "")


def _page_address(haler: Haler, resource: str, offset: int) -> str:
    asked = {key: haler.live.vragen[key] for key in ("filters", "sort") if key in haler.live.vragen}
    if "filters" in asked:
        asked["filters"] = json.dumps(json.loads(asked["filters"]), separators=(",", ":"))
    vragen = {"resource_id": resource, "limit": str(PAGE), "offset": str(offset), **asked}
    return _address(haler, "/api/3/action/datastore_search", **vragen)


def _columns(answer: Antwoord, result: dict[str, Any]) -> list[str]:
    names = [str(field.get("id", "")) for field in answer.rows(result, "fields")]
    return [naam for naam in names if naam != _TECHNICAL]


def _total(haler: Haler, result: dict[str, Any], before: int | None) -> int:
    """Return how many rows there are; a fault when that changes while we are reading."""
    total = result.get("total")
    if not isinstance(total, int):
        raise haler.fault("De bron zegt niet hoeveel rijen er zijn.")
    if before is not None and total != before:
        raise haler.fault("De bron veranderde tijdens het ophalen.", LATER)
    return total
