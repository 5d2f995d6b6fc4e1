"""A data set of DUO comes whole: as a file or by page, and never fewer rows than there are."""

import json
from dataclasses import replace
from typing import Any

import pytest

from openlea.core.bron import Live, Protocol
from tests.live_antwoorden import DUO, Row, a_file, in_json, serve_ckan
from tests.live_fouten import a_page, failing, promising_less, truncated
from tests.live_server import Asked, Fault, Reply
from tests.services.haal_wereld import Haalproef, haalproef

__all__ = ["haalproef"]

NAAM = "brin6_totaal.csv"
HEAD = "INSTELLINGSCODE,VESTIGINGSCODE,TYPE_PO,PEILJAAR,AANTAL_LEERLINGEN"
LINES = [f"00AP,0{n},BO,{year},{n * 10 - 1}" for year in (2024, 2025) for n in range(5)]
LEERLINGEN = "\r\n".join([HEAD, *LINES, ""]).encode("utf-8-sig")
VRAGEN = {"dataset": "poleerlingen-v1", "bestand": NAAM}
LIVE = Live(protocol=Protocol.CKAN, adres=f"https://{DUO}", vragen=VRAGEN)
BY_PAGE = replace(LIVE, vragen={**VRAGEN, "weg": "bladeren"})
SEARCH = f"/{DUO}/api/3/action/datastore_search"


def test_a_data_set_comes_as_its_file(haalproef: Haalproef) -> None:
    serve_ckan(haalproef.uitgever, NAAM, LEERLINGEN)
    (bestand,) = haalproef.fetch(LIVE).bestanden
    assert (bestand.naam, bestand.inhoud) == (NAAM, LEERLINGEN)


def test_a_data_set_that_did_not_change_is_not_sent_again(haalproef: Haalproef) -> None:
    serve_ckan(haalproef.uitgever, NAAM, LEERLINGEN, mark="h1")
    seen = haalproef.fetch(LIVE).kenmerken
    asked = len(haalproef.paths)
    assert haalproef.fetch(LIVE, seen=seen).onveranderd
    assert len(haalproef.paths) == asked + 1, "only the card of the data set"
    serve_ckan(haalproef.uitgever, NAAM, LEERLINGEN, mark="h2")
    assert not haalproef.fetch(LIVE, seen=seen).onveranderd


def test_pages_come_until_there_are_as_many_rows_as_the_publisher_counts(
    haalproef: Haalproef,
) -> None:
    serve_ckan(haalproef.uitgever, NAAM, LEERLINGEN, page=4)
    (bestand,) = haalproef.fetch(BY_PAGE).bestanden
    assert bestand.inhoud.decode().splitlines() == [HEAD, *LINES], "without the column _id"
    offsets = [
        asked.vragen["offset"] for asked in haalproef.uitgever.asked if "offset" in asked.vragen
    ]
    assert offsets == ["0", "4", "8"]


def test_a_question_can_be_for_a_part(haalproef: Haalproef) -> None:
    serve_ckan(haalproef.uitgever, NAAM, LEERLINGEN)
    part = {**BY_PAGE.vragen, "filters": '{"PEILJAAR": 2025}', "sort": "PEILJAAR desc"}
    (bestand,) = haalproef.fetch(replace(BY_PAGE, vragen=part)).bestanden
    assert bestand.inhoud.decode().splitlines() == [HEAD, *LINES[5:]]
    assert haalproef.uitgever.asked[-1].vragen["sort"] == "PEILJAAR desc"


def test_a_code_keeps_its_noughts_and_a_missing_number_stays_empty(haalproef: Haalproef) -> None:
    serve_ckan(haalproef.uitgever, NAAM, LEERLINGEN)
    rows: list[Row] = [{"_id": 1, "A": "0106", "B": None, "C": 12.50, "D": -1}]
    _serve_search(haalproef, lambda _: _found(rows, total=1))
    (bestand,) = haalproef.fetch(BY_PAGE).bestanden
    assert bestand.inhoud.decode().splitlines() == ["A,B,C,D", "0106,,12.5,-1"]


def test_a_server_that_gives_the_same_page_forever_is_stopped(haalproef: Haalproef) -> None:
    serve_ckan(haalproef.uitgever, NAAM, LEERLINGEN)
    _serve_search(haalproef, lambda _: _found([{"_id": 1, "A": "1"}], total=99))
    said = haalproef.fault(BY_PAGE)
    assert "houdt niet op: een bladzijde brengt geen nieuwe rijen" in said


def test_a_server_that_runs_dry_before_its_own_count_is_a_fault(haalproef: Haalproef) -> None:
    serve_ckan(haalproef.uitgever, NAAM, LEERLINGEN)

    def dry(asked: Asked) -> Reply:
        rows = [{"_id": 1, "A": "1"}] if asked.vragen["offset"] == "0" else []
        return _found(rows, total=99)

    _serve_search(haalproef, dry)
    assert "een bladzijde is leeg" in haalproef.fault(BY_PAGE)


def test_more_pages_than_there_can_be_are_not_asked(haalproef: Haalproef) -> None:
    serve_ckan(haalproef.uitgever, NAAM, LEERLINGEN, page=1)
    haalproef.tighten(most_pages=3)
    assert "meer dan 3 bladzijden" in haalproef.fault(BY_PAGE)


def test_a_data_set_that_changes_while_we_read_is_not_mixed(haalproef: Haalproef) -> None:
    serve_ckan(haalproef.uitgever, NAAM, LEERLINGEN)
    _serve_search(
        haalproef,
        lambda asked: _found(
            [{"_id": int(asked.vragen["offset"])}], total=3 + int(asked.vragen["offset"])
        ),
    )
    assert "veranderde tijdens het ophalen" in haalproef.fault(BY_PAGE)


def test_a_file_with_fewer_rows_than_counted_is_a_fault(haalproef: Haalproef) -> None:
    serve_ckan(haalproef.uitgever, NAAM, LEERLINGEN)
    whole = haalproef.fetch(LIVE).bestanden[0].inhoud
    short = b"\r\n".join(whole.split(b"\r\n")[:4]) + b"\r\n"
    haalproef.uitgever.serve(f"/{DUO}/dataset/d/resource/r-1/download/{NAAM}", a_file(short))
    assert "heeft 3 rijen; de bron telt er 10" in haalproef.fault(LIVE)


@pytest.mark.parametrize("fault", [promising_less, truncated])
def test_a_file_whose_end_is_lost_on_the_way_is_a_fault(haalproef: Haalproef, fault: Fault) -> None:
    serve_ckan(haalproef.uitgever, NAAM, LEERLINGEN)
    haalproef.uitgever.break_down(lambda reply: reply, fault)
    said = haalproef.fault(LIVE)
    assert "breekt af" in said or "de bron telt er 10" in said


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (truncated, "breekt af of is geen JSON"),
        (a_page, "webpagina"),
        (failing(200, b'{"success": false}'), "niet gelukt"),
        (failing(200, b"[]"), "andere vorm dan afgesproken"),
        (failing(200, b"{"), "geen JSON"),
        (failing(200, b"\xff\xfe{"), "geen JSON"),
        (failing(200, b'{"success": true, "result": {}}'), "geen bestand meer"),
        (failing(200, b"[" * 100_000), "geen JSON"),
    ],
)
def test_a_card_of_a_data_set_that_makes_no_sense_is_a_fault(
    haalproef: Haalproef, fault: Fault, reason: str
) -> None:
    serve_ckan(haalproef.uitgever, NAAM, LEERLINGEN)
    haalproef.uitgever.keep_breaking(fault)
    assert reason in haalproef.fault(LIVE)


@pytest.mark.parametrize("missing", ["records", "fields", "total"])
def test_a_page_without_a_part_of_it_is_a_fault(haalproef: Haalproef, missing: str) -> None:
    serve_ckan(haalproef.uitgever, NAAM, LEERLINGEN)
    result: dict[str, Any] = {"fields": [{"id": "A"}], "records": [{"A": "1"}], "total": 1}
    del result[missing]
    _serve_search(haalproef, lambda _: in_json({"success": True, "result": result}))
    assert "Er is niets veranderd" in haalproef.fault(BY_PAGE)


def _serve_search(haalproef: Haalproef, answer: Any) -> None:
    haalproef.uitgever.serve(SEARCH, answer)


def _found(rows: list[Row], total: int) -> Reply:
    names = list(rows[0]) if rows else ["_id"]
    result = {"fields": [{"id": name} for name in names], "records": rows, "total": total}
    body = json.dumps({"success": True, "result": result}).encode()
    return Reply(body=body)
