"""The road by a planner of one's own: what OSRM and Valhalla answer, and what if they don't."""

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from openlea.core.errors import BadFile, BadInput
from openlea.services.describe_vervoer import Vervoer, describe_vervoer
from openlea.services.fetch_wegen import Gevraagd, fetch_wegen
from openlea.services.routeplan.planner import Osrm, Valhalla, planner_of
from openlea.services.routeplan.vragen import MOST, Routevrager
from openlea.services.vervoer.uitkomst import as_plain
from openlea.storage.warehouse.wegen import read_roads

HILVERSUM = ["GM0402"]
METRES, SECONDS = 7_300.0, 660.0
Answer = Callable[[int], tuple[int, bytes]]


def osrm(many: int, **change: Any) -> bytes:
    """Return what OSRM says for one source: the first is the place itself."""
    row = [0.0, *[METRES] * many]
    told = {"code": "Ok", "distances": [row], "durations": [[0.0, *[SECONDS] * many]]}
    return json.dumps(told | change).encode()


def valhalla(many: int) -> bytes:
    row = [{"from_index": 0, "to_index": at, "distance": METRES / 1000, "time": int(SECONDS)}
           for at in range(many)]  # fmt: skip
    return json.dumps({"sources_to_targets": [row], "units": "kilometers"}).encode()


class Planner:
    """A route planner on loopback, that remembers what it was asked."""

    def __init__(self) -> None:
        """Listen on a free port of this machine."""
        self.asked: list[str] = []
        self.answer: Answer = lambda many: (200, osrm(many))
        here = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                places = self.path.split("/driving/")[1].split("?")[0].split(";")
                self._tell(self.path, len(places) - 1)

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                self._tell(f"{self.path} {body}", len(json.loads(body)["targets"]))

            def _tell(self, asked: str, many: int) -> None:
                here.asked.append(asked)
                status, content = here.answer(many)
                self.send_response(status)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_: object) -> None:
                """Stay silent."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def adres(self) -> str:
        """Return where it listens."""
        return f"http://127.0.0.1:{self.server.server_port}"


@pytest.fixture
def planner() -> Iterator[Planner]:
    made = Planner()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def house(tmp_path: Path, settings: Settings, planner: Planner) -> Path:
    settings.WAREHOUSE, settings.ROUTER = tmp_path / "warehouse", f"osrm:{planner.adres}"
    return tmp_path / "warehouse"


def silent(_text: str, _done: int, _total: int) -> None:
    """Tell nobody how far it is."""


def found() -> Vervoer:
    return describe_vervoer(HILVERSUM)


def asked_now() -> Gevraagd:
    return fetch_wegen(HILVERSUM, say=silent)


@pytest.mark.parametrize("kind", ["osrm", "valhalla"])
def test_every_pair_of_postcodes_gets_its_road_and_is_asked_once(
    house: Path, planner: Planner, settings: Settings, kind: str
) -> None:
    settings.ROUTER = f"{kind}:{planner.adres}/"
    if kind == "valhalla":
        planner.answer = lambda many: (200, valhalla(many))
    before = found()
    assert before.over_de_weg is False
    first = asked_now()
    assert first.nieuw == read_roads(house).height > 0
    after = found()
    rows = after.stromen
    on_the_road = rows["weg"] == "over de weg"
    assert set(rows.filter(on_the_road)["km"]) == {METRES / 1000}
    assert set(rows.filter(on_the_road)["minuten"]) == {11}
    assert set(rows.filter(~on_the_road)["km"]) <= set(before.stromen["km"])
    for end in ("laag", "hoog"):
        assert rows[end].sum() == before.stromen[end].sum(), "the road counts no pupils"
    assert (rows["dichtstbij_km"] <= rows["km"]).all()
    assert {one["weg"] for one in as_plain(after)["rijen"]} >= {"over de weg"}
    many = len(planner.asked)
    again = asked_now()
    assert (again.nieuw, again.bekend) == (0, first.nieuw)
    assert len(planner.asked) == many, "what is known is not asked again"


def test_only_middles_of_postcodes_leave_the_machine(house: Path, planner: Planner) -> None:
    asked_now()
    for one in planner.asked:
        assert one.startswith("/table/v1/driving/")
        assert "GM0402" not in one
        assert "1211" not in one.replace(".", " ").split()


def test_no_road_keeps_the_straight_line(house: Path, planner: Planner) -> None:
    none = [None]
    planner.answer = lambda many: (
        200, osrm(many, distances=[[0, *none * many]], durations=[[0, *none * many]])
    )  # fmt: skip
    before = found().stromen
    asked = asked_now()
    assert asked.geen == asked.nieuw > 0
    assert found().stromen.equals(before)


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (lambda _: (500, b"stuk"), "fout 500"),
        (lambda _: (400, b'{"code":"TooBig"}'), "weigert de vraag"),
        (lambda _: (200, b"<html>"), "geen JSON"),
        (lambda _: (200, b"[]"), "iets onbekends"),
        (lambda _: (200, b'{"code":"NoTable","message":"x"}'), "iets onbekends"),
        (lambda many: (200, osrm(many - 1)), "hoorden"),
        (lambda many: (200, osrm(many, distances=[[0, *[-1.0] * many]])), "geen afstand"),
        (lambda many: (200, osrm(many, distances=[[0, *["ver"] * many]])), "geen afstand"),
    ],
)
def test_a_planner_that_fails_is_named_and_nothing_wrong_is_kept(
    planner: Planner, answer: Answer, why: str
) -> None:
    planner.answer = answer
    with (
        Routevrager(Osrm(planner.adres), sleep=lambda _: None) as vrager,
        pytest.raises(BadFile, match=why) as refused,
    ):
        vrager.ask((52.2, 5.2), [(52.1, 5.1)])
    assert planner.adres in str(refused.value)


def test_a_failure_that_passes_is_tried_again(planner: Planner) -> None:
    left = [503, 502]
    planner.answer = lambda many: (left.pop(), b"") if left else (200, osrm(many))
    with Routevrager(Osrm(planner.adres), sleep=lambda _: None) as vrager:
        assert vrager.ask((52.2, 5.2), [(52.1, 5.1)]) == [(7.3, 11.0)]


def test_silence_ends_and_says_so() -> None:
    with (
        Routevrager(Valhalla("http://127.0.0.1:9"), sleep=lambda _: None) as vrager,
        pytest.raises(BadFile, match="geen verbinding"),
    ):
        vrager.ask((52.2, 5.2), [(52.1, 5.1)])


def test_many_places_go_in_pieces_and_come_back_in_order(planner: Planner) -> None:
    def numbered(many: int) -> tuple[int, bytes]:
        metres = [float(1000 * (at + 1)) for at in range(many)]
        return 200, osrm(many, distances=[[0, *metres]])

    planner.answer = numbered
    with Routevrager(Osrm(planner.adres)) as vrager:
        roads = vrager.ask((52.2, 5.2), [(52.0, 5.0)] * (MOST + 3))
    assert [road[0] for road in roads if road] == [*range(1, MOST + 1), 1, 2, 3]
    assert len(planner.asked) == 2


@pytest.mark.parametrize("wrong", ["osrm", "osrm:localhost", "google:https://x", "https://x"])
def test_a_setting_that_is_no_planner_says_how_to_write_it(wrong: str) -> None:
    with pytest.raises(BadInput, match="valhalla:https"):
        planner_of(wrong)


def test_without_a_planner_it_says_so(settings: Settings) -> None:
    settings.ROUTER = ""
    assert planner_of(" ") is None
    with pytest.raises(BadInput, match="geen routeplanner ingesteld"):
        asked_now()
