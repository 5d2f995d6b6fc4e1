"""Fetching is polite and patient, and what goes wrong is told in Dutch with what to do."""

import re
import tomllib
from importlib.metadata import version
from typing import Any

import pytest
import yaml

from openlea.core.bron import Protocol
from openlea.core.errors import BadInput
from openlea.services.fetch_source import PROJECT, WAYS, fetch_source
from openlea.services.ophalen.haalwijze import MEGABYTE
from tests.house import ROOT
from tests.live_antwoorden import LRK, a_file, refusing_libraries
from tests.live_fouten import a_page, cut, empty, failing, moved_to, promising_more, slow
from tests.live_server import Fault
from tests.services.haal_wereld import MOMENT, PAGINA, Haalproef, haalproef, live_file, source_of

__all__ = ["haalproef"]

TABLE = b"lrk_id;naam\r\n1;Opvang A\r\n2;Opvang B\r\n"
ADRES = f"https://{LRK}/opendata/export.csv"
FILE = live_file(ADRES)


@pytest.fixture(autouse=True)
def shelf(haalproef: Haalproef) -> None:
    haalproef.uitgever.serve(f"/{LRK}/opendata", refusing_libraries(a_file(TABLE)))


def test_a_file_comes_as_it_was_sent_with_where_and_when(haalproef: Haalproef) -> None:
    found = haalproef.fetch(FILE)
    assert [(file.naam, file.inhoud) for file in found.bestanden] == [("export.csv", TABLE)]
    assert (found.adres, found.moment, found.onveranderd) == (ADRES, MOMENT, False)
    assert found.via == f"{haalproef.uitgever.adres}/{LRK}", "who answered for the publisher"


def test_we_introduce_ourselves_because_a_register_refuses_the_name_of_a_library(
    haalproef: Haalproef,
) -> None:
    haalproef.fetch(FILE)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert version("openlea") == project["version"]
    said = haalproef.uitgever.asked[0].headers["user-agent"]
    assert said == f"OpenLEA/{project['version']} (+{PROJECT})"
    public = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    assert public["url"] == PROJECT, "the page that a publisher finds is that of the project"


def test_what_did_not_change_is_not_sent_again(haalproef: Haalproef) -> None:
    first = haalproef.fetch(FILE)
    again = haalproef.fetch(FILE, seen=first.kenmerken)
    assert again.onveranderd
    assert again.bestanden == ()
    assert again.kenmerken == first.kenmerken, "so that the next fetch can ask the same"
    haalproef.uitgever.serve(f"/{LRK}/opendata", a_file(TABLE + b"3;Opvang C\r\n"))
    assert not haalproef.fetch(FILE, seen=first.kenmerken).onveranderd


def test_a_publisher_without_marks_tells_by_the_day_of_change(haalproef: Haalproef) -> None:
    day = "Fri, 20 Nov 2026 05:00:00 GMT"
    haalproef.uitgever.serve(f"/{LRK}/opendata", a_file(TABLE, changed_on=day))
    first = haalproef.fetch(FILE)
    assert first.kenmerken == {ADRES: day}
    assert haalproef.fetch(FILE, seen=first.kenmerken).onveranderd


@pytest.mark.parametrize("fault", [failing(500), failing(503), failing(429), cut, promising_more])
def test_what_may_pass_is_tried_again_with_longer_and_longer_waits(
    haalproef: Haalproef, fault: Fault
) -> None:
    haalproef.uitgever.break_down(fault, fault, fault)
    assert haalproef.fetch(FILE).bestanden[0].inhoud == TABLE
    assert haalproef.klok.waits == [1.5, 3.0, 6.0]


def test_a_publisher_that_is_slow_is_asked_again(haalproef: Haalproef) -> None:
    haalproef.tighten(read=0.2)
    haalproef.uitgever.break_down(slow)
    assert haalproef.fetch(FILE).bestanden[0].inhoud == TABLE
    haalproef.uitgever.keep_breaking(slow)
    haalproef.tighten(tries=2)
    assert "antwoordt niet op tijd" in haalproef.fault(FILE)


def test_a_wait_that_the_publisher_asks_is_kept(haalproef: Haalproef) -> None:
    later = "Sun, 22 Nov 2026 09:00:40 GMT"
    haalproef.uitgever.break_down(failing(429, Retry_After="7"), failing(503, Retry_After=later))
    haalproef.fetch(FILE)
    assert haalproef.klok.waits == [7.0, 40.0]


@pytest.mark.parametrize("said", ["morgen", "", "-5"])
def test_a_wait_that_cannot_be_read_is_our_own(haalproef: Haalproef, said: str) -> None:
    haalproef.uitgever.break_down(failing(429, Retry_After=said))
    haalproef.fetch(FILE)
    assert haalproef.klok.waits == [1.5]


def test_a_publisher_that_asks_for_an_hour_is_left_alone(haalproef: Haalproef) -> None:
    haalproef.uitgever.break_down(failing(429, Retry_After="3600"))
    said = haalproef.fault(FILE)
    assert "over 60 minuten" in said
    assert haalproef.klok.waits == []


def test_a_publisher_that_stays_broken_is_asked_five_times_and_no_more(
    haalproef: Haalproef,
) -> None:
    haalproef.uitgever.keep_breaking(failing(503))
    said = haalproef.fault(FILE)
    assert len(haalproef.paths) == 5
    assert said.startswith(f"proefbron: {ADRES}: de bron meldt een storing (503).")
    assert "Er is niets veranderd" in said
    assert "Probeer het later nog eens." in said


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_a_refusal_is_not_asked_again_because_it_will_not_pass(
    haalproef: Haalproef, status: int
) -> None:
    haalproef.uitgever.keep_breaking(failing(status))
    said = haalproef.fault(FILE)
    assert len(haalproef.paths) == 1
    assert f"(code {status})" in said
    assert PAGINA in said, "where to look for the new address"


def test_patience_ends_when_the_whole_takes_too_long(haalproef: Haalproef) -> None:
    haalproef.tighten(total=4.0)
    haalproef.uitgever.keep_breaking(failing(503))
    haalproef.fault(FILE)
    assert haalproef.klok.waits == [1.5], "a second wait would end after the four seconds"


def test_a_publisher_that_keeps_on_sending_is_cut_off(haalproef: Haalproef) -> None:
    haalproef.uitgever.serve(f"/{LRK}/opendata", a_file(b"a" * (MEGABYTE + 1)))
    haalproef.tighten(most_bytes=MEGABYTE)
    assert "meer dan 1 MB" in haalproef.fault(FILE)


def test_time_that_passes_while_reading_counts_too(haalproef: Haalproef) -> None:
    moments = iter([0.0, 99_999.0])
    haalproef.tighten(clock=lambda: next(moments))
    assert "duurt te lang" in haalproef.fault(FILE)


@pytest.mark.parametrize(
    ("fault", "reason"),
    [(a_page, "stuurt een webpagina in plaats van gegevens"), (empty, "is leeg")],
)
def test_a_success_without_a_table_is_a_fault_that_says_so(
    haalproef: Haalproef, fault: Fault, reason: str
) -> None:
    haalproef.uitgever.keep_breaking(fault)
    said = haalproef.fault(FILE)
    assert reason in said
    assert re.search(r"laatste goede versie blijft in gebruik", said)


def test_a_way_around_is_said_when_the_page_of_a_file_answers(haalproef: Haalproef) -> None:
    haalproef.uitgever.keep_breaking(a_page)
    said = haalproef.fault(FILE)
    assert f"Haal het bestand zelf op via {PAGINA}" in said
    assert "openlea load proefbron BESTAND" in said


def test_a_publisher_that_sends_us_round_in_circles_is_left(haalproef: Haalproef) -> None:
    haalproef.uitgever.keep_breaking(moved_to(ADRES))
    assert "verwijst steeds door" in haalproef.fault(FILE)
    assert len(haalproef.paths) == 5


def test_nobody_at_home_is_a_fault_and_not_a_crash(haalproef: Haalproef) -> None:
    haalproef.tighten(spiegels={LRK: "http://127.0.0.1:1"}, tries=2)
    assert "de verbinding met de bron valt weg" in haalproef.fault(FILE)


def test_a_source_without_live_address_says_where_its_file_is() -> None:
    with pytest.raises(BadInput, match=r"Deze bron heeft geen live adres.*duo\.nl"):
        fetch_source(source_of(None), seen={})


def test_the_mirrors_of_an_installation_are_its_setting(
    haalproef: Haalproef, settings: Any
) -> None:
    settings.SPIEGELS = haalproef.uitgever.spiegels(LRK)
    found = fetch_source(source_of(FILE), seen={})
    assert found.bestanden[0].inhoud == TABLE


def test_every_protocol_has_its_fetcher() -> None:
    assert set(WAYS) == set(Protocol)
