"""The answers of publishers in the form in which they come: CKAN, OData v3 and v4, WFS, files."""

import csv
import json
import re
from collections.abc import Mapping, Sequence
from io import StringIO
from typing import Any

from tests.live_server import LIBRARIES, Answer, Asked, Reply, Uitgever

DUO = "onderwijsdata.duo.nl"
CBS3 = "opendata.cbs.nl"
CBS4 = "datasets.cbs.nl"
PDOK = "service.pdok.nl"
LRK = "www.landelijkregisterkinderopvang.nl"
HOSTS = (DUO, CBS3, CBS4, PDOK, LRK, "www.cbs.nl", "download.duo.nl")

Row = dict[str, Any]
TOO_MANY = b'{"odata.error":{"message":{"value":"query returns more than 10000 records"}}}'
MODIFIED = "2026-04-14T02:00:00"


def in_json(value: object, **headers: str) -> Reply:
    """Return a value as an answer in JSON."""
    return Reply(
        body=json.dumps(value).encode(), headers={"Content-Type": "application/json", **headers}
    )


def a_file(inhoud: bytes, changed_on: str = "") -> Answer:
    """Serve one file; with a day of change instead of an ETag when that is given."""
    headers = {"Last-Modified": changed_on} if changed_on else {}
    return lambda _: Reply(body=inhoud, headers=headers)


def refusing_libraries(answer: Answer) -> Answer:
    """Refuse who introduces itself as a library, as the LRK does."""

    def reply(asked: Asked) -> Reply:
        name = asked.headers.get("user-agent", "").lower()
        return Reply(status=400) if name.startswith(LIBRARIES) or not name else answer(asked)

    return reply


def serve_ckan(
    uitgever: Uitgever,
    naam: str,
    inhoud: bytes,
    *,
    url: str = "",
    page: int = 100,
    mark: str = "h1",
) -> None:
    """Serve a data set with one resource: as a file, as a dump, and page by page."""
    own = f"https://{DUO}/dataset/d/resource/r-1/download/{naam}"
    rows = list(csv.DictReader(StringIO(inhoud.decode("utf-8-sig"))))
    resource = {
        "id": "r-1",
        "name": naam.removesuffix(".csv"),
        "format": "CSV",
        "url": url or own,
        "hash": mark,
        "datastore_active": True,
        "total_record_count": len(rows),
    }
    result = {"name": "dataset", "resources": [resource]}
    root = f"/{DUO}"
    uitgever.serve(f"{root}/api/3/action/package_show", lambda _: _ckan(result))
    uitgever.serve(f"{root}/dataset/d/resource/r-1/download", a_file(inhoud))
    uitgever.serve(f"{root}/datastore/dump/r-1", lambda _: Reply(body=_with_id(inhoud)))
    uitgever.serve(
        f"{root}/api/3/action/datastore_search", lambda asked: _search(rows, asked, page)
    )


def _ckan(result: object) -> Reply:
    return in_json({"success": True, "result": result})


def _with_id(inhoud: bytes) -> bytes:
    head, *lines = inhoud.decode().splitlines()
    return "\r\n".join(
        [f"_id,{head}", *(f"{n},{line}" for n, line in enumerate(lines, 1))]
    ).encode()


def _search(rows: Sequence[Row], asked: Asked, page: int) -> Reply:
    wanted = json.loads(asked.vragen.get("filters", "{}"))
    kept = [row for row in rows if all(str(row[key]) == str(wanted[key]) for key in wanted)]
    start = int(asked.vragen["offset"])
    some = kept[start : start + min(page, int(asked.vragen["limit"]))]
    numbered = [{"_id": start + n, **row} for n, row in enumerate(some, 1)]
    fields = [{"id": "_id", "type": "int"}, *({"id": key, "type": "text"} for key in rows[0])]
    return _ckan({"fields": fields, "records": numbered, "total": len(kept)})


def serve_odata3(
    uitgever: Uitgever, root: str, rows: Sequence[Row], *, page: int = 2, most: int = 10**6
) -> None:
    """Serve a v3 table: TableInfos, the rows in pages, and the codes of its dimension Perioden."""
    infos = {"value": [{"ID": 0, "Modified": MODIFIED}]}
    codes = [{"Key": key, "Title": key} for key in sorted({str(row["Perioden"]) for row in rows})]
    uitgever.serve(f"{root}/TableInfos", lambda _: in_json(infos))
    uitgever.serve(f"{root}/Perioden", lambda _: in_json({"value": codes}))
    uitgever.serve(f"{root}/TypedDataSet", lambda asked: _odata3(rows, asked, page, most))


def _odata3(rows: Sequence[Row], asked: Asked, page: int, most: int) -> Reply:
    kept = [row for row in rows if _kept(row, asked.vragen.get("$filter", ""))]
    if len(kept) > most:
        return Reply(status=500, body=TOO_MANY)
    found, following = _page(kept, asked, page)
    body: Row = {"odata.metadata": f"https://{CBS3}/$metadata", "value": found}
    # CBS names the next page with http, also to who asks over https.
    return in_json(body | ({"odata.nextLink": f"http:/{following}"} if following else {}))


def serve_odata4(
    uitgever: Uitgever, root: str, rows: Sequence[Row], codes: Sequence[Row], *, page: int = 2
) -> None:
    """Serve a v4 table: Properties, Observations in pages, and MeasureCodes."""
    uitgever.serve(f"{root}/Properties", lambda _: in_json({"Modified": MODIFIED}))
    uitgever.serve(f"{root}/MeasureCodes", lambda _: in_json({"value": list(codes)}))

    def observations(asked: Asked) -> Reply:
        kept = [row for row in rows if _kept(row, asked.vragen.get("$filter", ""))]
        found, following = _page(kept, asked, page)
        context = f"https:/{root}/$metadata#Observations"
        body: Row = {"@odata.context": context, "value": found}
        return in_json(body | ({"@odata.nextLink": f"https:/{following}"} if following else {}))

    uitgever.serve(f"{root}/Observations", observations)


def _page(kept: Sequence[Row], asked: Asked, page: int) -> tuple[list[Row], str]:
    """Return the rows of a page, and '/host/path?…' of the next one or ''."""
    skip = int(asked.vragen.get("$skip", "0"))
    vragen = {**asked.vragen, "$skip": str(skip + page)}
    text = "&".join(f"{key}={value.replace(' ', '%20')}" for key, value in vragen.items())
    more = skip + page < len(kept)
    return list(kept[skip : skip + page]), f"{asked.path}?{text}" if more else ""


def _kept(row: Mapping[str, Any], question: str) -> bool:
    """Say whether a row is asked for: every 'kolom eq code' and startswith(kolom,start) holds."""
    equal = re.findall(r"(\w+) eq '([^']*)'", question)
    starts = re.findall(r"startswith\((\w+),'([^']*)'\)", question)
    return all(str(row[name]) == code for name, code in equal) and all(
        str(row[name]).startswith(start) for name, start in starts
    )


def serve_wfs(uitgever: Uitgever, path: str, codes: Sequence[str], *, page: int = 2) -> None:
    """Serve squares with a code; in metres of the Dutch grid when no srsName is asked."""

    def reply(asked: Asked) -> Reply:
        start, count = int(asked.vragen.get("startIndex", "0")), int(asked.vragen["count"])
        some = codes[start : start + min(count, page)]
        degrees = asked.vragen.get("srsName") == "EPSG:4326"
        shapes = [_square(code, degrees=degrees) for code in some]
        return in_json(
            {"type": "FeatureCollection", "numberMatched": len(codes), "features": shapes}
        )

    uitgever.serve(path, reply)


def _square(code: str, *, degrees: bool) -> Row:
    x, y, size = (5.0, 52.0, 0.1) if degrees else (140000.0, 470000.0, 1000.0)
    ring = [[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]]
    return {
        "type": "Feature",
        "properties": {
            "statcode": code,
            "statnaam": f"Gemeente {code}",
            "jrstatcode": f"2025{code}",
        },
        "geometry": {"type": "MultiPolygon", "coordinates": [[ring]]},
    }
