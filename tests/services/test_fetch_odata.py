"""Tables of CBS come whole over OData v3 and v4, in pages, and in parts when they are too big."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from openlea.core.bron import Bestand, Live, Protocol
from tests.live_antwoorden import CBS3, CBS4, Row, in_json, serve_odata3, serve_odata4
from tests.live_fouten import empty, failing, truncated
from tests.live_server import Answer, Asked, Fault, Reply
from tests.services.haal_wereld import Haalproef, haalproef

__all__ = ["haalproef"]

ROOT3 = f"/{CBS3}/ODataFeed/odata/84780NED"
LIVE3 = Live(protocol=Protocol.ODATA3, adres=f"https:/{ROOT3}")
ROWS: list[Row] = [
    {"ID": n, "RegioS": f"{code}    ", "Perioden": year, "Leerlingen_1": 100 + n}
    for n, (code, year) in enumerate(
        [("GM0402", "2022SJ00"), ("GM0402", "2023SJ00"), ("PV27", "2022SJ00"), ("PV27", "2023SJ00")]
    )
]
ROOT4 = f"/{CBS4}/odata/v1/CBS/85984NED"
LIVE4 = Live(protocol=Protocol.ODATA4, adres=f"https:/{ROOT4}")
OBSERVATIONS: list[Row] = [
    {"Id": n, "Measure": "M1", "ValueAttribute": "None", "Value": 1.5, "RegioS": code}
    for n, code in enumerate(["GM0402", "GM0363", "BU04020000"])
]
CODES: list[Row] = [{"Identifier": "M1", "Title": "Jongeren met jeugdzorg"}]


def _ids(files: Sequence[Bestand], key: str) -> list[Any]:
    import json

    pages = [json.loads(file.inhoud)["value"] for file in files]
    return [row[key] for page in pages for row in page]


def test_every_page_of_a_v3_table_comes_as_it_was_sent(haalproef: Haalproef) -> None:
    serve_odata3(haalproef.uitgever, ROOT3, ROWS, page=3)
    files = haalproef.fetch(LIVE3).bestanden
    assert [file.naam for file in files] == ["84780NED-1.json", "84780NED-2.json"]
    assert _ids(files, "ID") == [0, 1, 2, 3]


def test_a_v3_question_is_asked_with_its_filter(haalproef: Haalproef) -> None:
    serve_odata3(haalproef.uitgever, ROOT3, ROWS)
    kept = replace(LIVE3, vragen={"filter": "startswith(RegioS,'GM') and Perioden eq '2023SJ00'"})
    assert _ids(haalproef.fetch(kept).bestanden, "ID") == [1]


def test_too_big_a_question_is_asked_again_for_each_period(haalproef: Haalproef) -> None:
    serve_odata3(haalproef.uitgever, ROOT3, ROWS, most=2)
    assert sorted(_ids(haalproef.fetch(LIVE3).bestanden, "ID")) == [0, 1, 2, 3]
    assert haalproef.klok.waits == [], "asking the same again would be refused again"


def test_a_filter_still_holds_in_every_part(haalproef: Haalproef) -> None:
    rows = [*ROWS, *({**row, "ID": 10 + row["ID"]} for row in ROWS)]
    serve_odata3(haalproef.uitgever, ROOT3, rows, most=2)
    kept = replace(LIVE3, vragen={"filter": "startswith(RegioS,'GM')", "splits": "Perioden"})
    assert sorted(_ids(haalproef.fetch(kept).bestanden, "ID")) == [0, 1, 10, 11]


def test_a_question_that_stays_too_big_says_so(haalproef: Haalproef) -> None:
    serve_odata3(haalproef.uitgever, ROOT3, ROWS, most=1)
    assert "niet meer dan 10.000 rijen per keer" in haalproef.fault(LIVE3)


def test_another_refusal_is_not_taken_for_a_question_that_is_too_big(haalproef: Haalproef) -> None:
    serve_odata3(haalproef.uitgever, ROOT3, ROWS)
    haalproef.uitgever.serve(f"{ROOT3}/TypedDataSet", lambda _: Reply(status=404))
    assert "niets meer (code 404)" in haalproef.fault(LIVE3)
    assert not [path for path in haalproef.paths if path.endswith("/Perioden")]


def test_a_table_that_did_not_change_is_not_sent_again(haalproef: Haalproef) -> None:
    serve_odata3(haalproef.uitgever, ROOT3, ROWS)
    seen = haalproef.fetch(LIVE3).kenmerken
    asked = len(haalproef.paths)
    assert haalproef.fetch(LIVE3, seen=seen).onveranderd
    assert len(haalproef.paths) == asked + 1
    other = replace(LIVE3, vragen={"filter": "startswith(RegioS,'GM')"})
    assert not haalproef.fetch(other, seen=seen).onveranderd, "another question is new"


def test_a_v4_table_comes_with_the_list_that_explains_its_measures(haalproef: Haalproef) -> None:
    serve_odata4(haalproef.uitgever, ROOT4, OBSERVATIONS, CODES)
    kept = replace(LIVE4, vragen={"filter": "startswith(RegioS,'GM')"})
    files = haalproef.fetch(kept).bestanden
    assert [file.naam for file in files] == ["Observations-1.json", "MeasureCodes-1.json"]
    assert _ids(files[:1], "RegioS") == ["GM0402", "GM0363"]


def test_every_page_of_a_v4_table_comes(haalproef: Haalproef) -> None:
    serve_odata4(haalproef.uitgever, ROOT4, OBSERVATIONS, CODES)
    first = haalproef.fetch(LIVE4)
    assert _ids(first.bestanden[:2], "Id") == [0, 1, 2]
    assert haalproef.fetch(LIVE4, seen=first.kenmerken).onveranderd


def _turning(rows: Sequence[Row], link: str) -> Answer:
    """Answer with a page that always says there is a next one."""

    def reply(asked: Asked) -> Reply:
        number = int(asked.vragen.get("$skip", "0")) + 1
        where = link.format(number=number, adres=f"https:/{ROOT3}/TypedDataSet")
        return in_json({"value": rows, "odata.nextLink": where})

    return reply


@pytest.mark.parametrize(
    ("rows", "link", "reason"),
    [
        (ROWS, "{adres}?$skip=7", "dezelfde bladzijde komt twee keer langs"),
        (ROWS, "{adres}?$skip={number}", "een bladzijde brengt geen nieuwe rijen"),
        ([], "{adres}?$skip={number}", "een bladzijde is leeg en verwijst toch verder"),
    ],
)
def test_pages_without_end_are_noticed(
    haalproef: Haalproef, rows: list[Row], link: str, reason: str
) -> None:
    serve_odata3(haalproef.uitgever, ROOT3, ROWS)
    turning = _turning(rows, link)

    def reply(asked: Asked) -> Reply:
        if reason.startswith("dezelfde") and asked.vragen.get("$skip") == "7":
            return in_json({"value": ROWS[:1], "odata.nextLink": f"https:/{asked.path}?$skip=7"})
        return turning(asked)

    haalproef.uitgever.serve(f"{ROOT3}/TypedDataSet", reply)
    said = haalproef.fault(LIVE3)
    assert f"houdt niet op: {reason}" in said
    assert len(haalproef.paths) <= 4


def test_a_table_that_answers_nothing_is_a_fault_and_not_an_empty_table(
    haalproef: Haalproef,
) -> None:
    serve_odata3(haalproef.uitgever, ROOT3, ROWS)
    haalproef.uitgever.serve(f"{ROOT3}/TypedDataSet", lambda _: in_json({"value": []}))
    assert "geeft geen enkele rij" in haalproef.fault(LIVE3)


@pytest.mark.parametrize(
    "fault", [truncated, empty, failing(200, b"{}"), failing(200, b'{"value": [1]}')]
)
@pytest.mark.parametrize("live", [LIVE3, LIVE4])
def test_an_answer_that_makes_no_sense_is_a_fault(
    haalproef: Haalproef, live: Live, fault: Fault
) -> None:
    serve_odata3(haalproef.uitgever, ROOT3, ROWS)
    serve_odata4(haalproef.uitgever, ROOT4, OBSERVATIONS, CODES)
    haalproef.uitgever.break_down(lambda reply: reply, fault)
    assert "Er is niets veranderd" in haalproef.fault(live)
