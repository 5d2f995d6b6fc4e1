"""A file is taken when it is of the kind that its name says and whole; a map when complete."""

import json
from io import BytesIO
from zipfile import ZipFile

import pytest

from openlea.core.bron import Live, Protocol
from tests.live_antwoorden import PDOK, a_file, in_json, serve_wfs
from tests.live_fouten import a_page, cut, failing, promising_less, truncated
from tests.live_server import Fault, Reply
from tests.services.haal_wereld import Haalproef, haalproef, live_file

__all__ = ["haalproef"]

HOST = "www.cbs.nl"
CSV = b"lrk_id;naam;plaats\r\n1;Opvang A;Hilversum\r\n2;Opvang B;Laren"
MAP = f"/{PDOK}/cbs/gebiedsindelingen/2025/wfs/v1_0"
VRAGEN = {"typeName": "gebiedsindelingen:gemeente_gegeneraliseerd", "naam": "gemeenten.geojson"}
WFS = Live(protocol=Protocol.WFS, adres=f"https:/{MAP}", vragen=VRAGEN)
CODES = ["GM0363", "GM0402", "GM0406", "GM0417", "GM1942"]


def _zip() -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as packed:
        packed.writestr("a.xml", "<a/>")
    return out.getvalue()


def test_a_workbook_comes_as_it_is_and_under_the_name_of_its_address(haalproef: Haalproef) -> None:
    haalproef.uitgever.serve(f"/{HOST}", a_file(_zip()))
    found = haalproef.fetch(live_file(f"https://{HOST}/-/media/scores%20scholen.xlsx"))
    assert [file.naam for file in found.bestanden] == ["scores scholen.xlsx"]


def test_a_file_may_get_another_name(haalproef: Haalproef) -> None:
    haalproef.uitgever.serve(f"/{HOST}", a_file(CSV))
    found = haalproef.fetch(live_file(f"https://{HOST}/download?x=1", naam="scores.csv"))
    assert [file.naam for file in found.bestanden] == ["scores.csv"]


def test_a_file_that_does_not_say_its_day_gets_the_day_of_fetching_in_its_name(
    haalproef: Haalproef,
) -> None:
    haalproef.uitgever.serve(f"/{HOST}", a_file(CSV))
    found = haalproef.fetch(live_file(f"https://{HOST}/lrk.csv", naam="lrk-{dag}.csv"))
    assert [file.naam for file in found.bestanden] == ["lrk-2026-11-22.csv"]


@pytest.mark.parametrize("naam", ["a.xlsx", "a.ods", "a.zip"])
def test_a_file_of_another_kind_than_its_name_is_refused(haalproef: Haalproef, naam: str) -> None:
    haalproef.uitgever.serve(f"/{HOST}", a_file(CSV))
    said = haalproef.fault(live_file(f"https://{HOST}/{naam}"))
    assert f"{naam} is geen {naam[2:]}-bestand" in said


@pytest.mark.parametrize("fault", [promising_less, truncated])
def test_half_a_table_is_refused_also_when_the_publisher_calls_it_whole(
    haalproef: Haalproef, fault: Fault
) -> None:
    haalproef.uitgever.serve(f"/{HOST}", a_file(CSV))
    haalproef.uitgever.keep_breaking(fault)
    said = haalproef.fault(live_file(f"https://{HOST}/a.csv"))
    assert "a.csv breekt af: de laatste regel is niet heel" in said


@pytest.mark.parametrize("whole", [CSV, CSV + b"\r\n", b"a\r\n1", b'a;b\r\n1;"x\r\ny"'])
def test_a_whole_table_is_not_taken_for_half_a_one(haalproef: Haalproef, whole: bytes) -> None:
    haalproef.uitgever.serve(f"/{HOST}", a_file(whole))
    assert haalproef.fetch(live_file(f"https://{HOST}/a.csv")).bestanden[0].inhoud == whole


def test_every_shape_of_a_map_comes_and_in_degrees(haalproef: Haalproef) -> None:
    serve_wfs(haalproef.uitgever, MAP, CODES)
    (bestand,) = haalproef.fetch(WFS).bestanden
    found = json.loads(bestand.inhoud)
    assert bestand.naam == "gemeenten.geojson"
    assert [shape["properties"]["statcode"] for shape in found["features"]] == CODES
    asked = haalproef.uitgever.asked[0].vragen
    assert (asked["srsName"], asked["outputFormat"]) == ("EPSG:4326", "application/json")
    assert asked["typeName"] == VRAGEN["typeName"]


def test_a_map_that_did_not_change_is_not_sent_again(haalproef: Haalproef) -> None:
    serve_wfs(haalproef.uitgever, MAP, CODES, page=10)
    seen = haalproef.fetch(WFS).kenmerken
    assert haalproef.fetch(WFS, seen=seen).onveranderd
    assert len(haalproef.paths) == 2


def test_a_map_with_a_gemeente_missing_is_a_fault(haalproef: Haalproef) -> None:
    serve_wfs(haalproef.uitgever, MAP, CODES, page=10)
    whole = json.loads(haalproef.fetch(WFS).bestanden[0].inhoud)["features"]

    def short(start: int) -> Reply:
        part = whole[:3] if start == 0 else []
        return in_json({"type": "FeatureCollection", "numberMatched": 5, "features": part})

    haalproef.uitgever.serve(MAP, lambda asked: short(int(asked.vragen["startIndex"])))
    assert "Er kwamen 3 van de 5 gebieden" in haalproef.fault(WFS)


def test_the_same_shapes_over_and_over_are_noticed(haalproef: Haalproef) -> None:
    serve_wfs(haalproef.uitgever, MAP, CODES[:1])
    shape = json.loads(haalproef.fetch(WFS).bestanden[0].inhoud)["features"]
    page = {"type": "FeatureCollection", "numberMatched": 99, "features": shape}
    haalproef.uitgever.serve(MAP, lambda _: in_json(page))
    assert "houdt niet op" in haalproef.fault(WFS)


def test_a_map_in_metres_is_refused_because_it_would_be_drawn_in_the_ocean(
    haalproef: Haalproef,
) -> None:
    point = {"type": "Point", "coordinates": [140000.0, 470000.0]}
    page = {"features": [{"type": "Feature", "properties": {}, "geometry": point}]}
    haalproef.uitgever.serve(MAP, lambda _: in_json(page))
    assert "in meters (RD)" in haalproef.fault(WFS)


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (a_page, "webpagina"),
        (truncated, "geen JSON"),
        (cut, "verbinding met de bron valt weg"),
        (failing(200, b'<?xml version="1.0"?><ows:ExceptionReport/>'), "kent deze vraag niet"),
        (failing(200, b'{"features": []}'), "geen enkel gebied"),
        (failing(200, b'{"features": [{"geometry": null}]}'), "in meters"),
    ],
)
def test_an_answer_that_is_no_map_is_a_fault(
    haalproef: Haalproef, fault: Fault, reason: str
) -> None:
    serve_wfs(haalproef.uitgever, MAP, CODES)
    haalproef.uitgever.keep_breaking(fault)
    assert reason in haalproef.fault(WFS)
