"""The calendar opens in a strict reader that didn't write it; a changed day stays one event."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from openlea.core.kalender import Kalenderregel
from openlea.services.describe_kalender import describe_kalender
from openlea.services.write_ics import write_ics
from tests.ics_lezer import read_elsewhere, refuse_loose

REGEL = Kalenderregel(
    id="LPL-04/1/1/2026/gemeente",
    titel="Leerplichtverslag; naar de raad, op tijd",
    van=date(2026, 9, 30),
    tot=date(2026, 9, 30),
    gewijzigd_op=datetime(2026, 1, 5, 9, 30, tzinfo=UTC),
    volgnummer=3,
    tekst="Vóór 1 oktober.\nWet: Leerplichtwet 1969, artikel 25\\1",
    adres="https://voorbeeld.example/w/hilversum/taken/12/?a=1&b=2",
    categorieen=("Wettelijke taak", "Leerplicht, verzuim"),
    herinner_dagen=14,
)
NASTY = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)
MOMENTS = st.datetimes(datetime(2010, 1, 1), datetime(2080, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@st.composite
def regels(draw: st.DrawFn) -> Kalenderregel:
    van = draw(DAYS)
    return Kalenderregel(
        id=draw(st.uuids()).hex,
        titel=draw(NASTY),
        van=van,
        tot=van + timedelta(days=draw(st.integers(0, 60))),
        gewijzigd_op=draw(MOMENTS),
        volgnummer=draw(st.integers(0, 2**31 - 1)),
        tekst=draw(NASTY),
        categorieen=tuple(draw(st.lists(NASTY.filter(bool), max_size=3))),
        vervallen=draw(st.booleans()),
        herinner_dagen=draw(st.none() | st.integers(1, 60)),
    )


@given(st.lists(regels(), max_size=4), NASTY.filter(str.strip))
def test_no_text_that_people_write_breaks_a_rule_of_the_standard(
    lines: list[Kalenderregel], naam: str
) -> None:
    events = refuse_loose(write_ics(lines, naam))
    assert len(events) == len(lines)


def test_another_program_reads_back_exactly_what_was_written() -> None:
    found = read_elsewhere(write_ics([REGEL], "Taken van Hilversum", "Uit de wet"))
    [regel] = found["regels"]
    assert found["naam"] == "Taken van Hilversum"
    assert found["wacht"] == "PT12H"
    assert (regel["titel"], regel["tekst"]) == (REGEL.titel, REGEL.tekst)
    assert (regel["van"], regel["tot"], regel["heel"]) == ("2026-09-30", "2026-10-01", True)
    assert regel["soorten"] == list(REGEL.categorieen)
    assert regel["url"] == REGEL.adres
    assert (regel["wekker"], regel["status"]) == ("-P14D", "CONFIRMED")


@settings(max_examples=8)
@given(st.lists(regels(), min_size=3, max_size=20))
def test_another_program_finds_every_line_whatever_its_text(lines: list[Kalenderregel]) -> None:
    found = read_elsewhere(write_ics(lines, "Kalender"))["regels"]
    assert [one["van"] for one in found] == [one.van.isoformat() for one in lines]
    assert [one["status"] for one in found] == [
        "CANCELLED" if one.vervallen else "CONFIRMED" for one in lines
    ]


def test_a_changed_day_changes_the_event_that_a_program_already_has() -> None:
    later = replace(
        REGEL,
        van=date(2026, 10, 31),
        tot=date(2026, 10, 31),
        gewijzigd_op=REGEL.gewijzigd_op + timedelta(days=1),
        volgnummer=4,
    )
    [before] = refuse_loose(write_ics([REGEL], "Kalender"))
    [after] = refuse_loose(write_ics([later], "Kalender"))
    assert after["UID"] == before["UID"]
    assert after["DTSTART"] == "20261031"
    assert (before["SEQUENCE"], after["SEQUENCE"]) == ("3", "4")
    assert after["LAST-MODIFIED"] > before["LAST-MODIFIED"]


def test_the_same_calendar_is_the_same_file_so_that_a_program_need_not_fetch_it_again() -> None:
    assert write_ics([REGEL], "Kalender") == write_ics([REGEL], "Kalender")


def test_a_line_that_lapsed_is_cancelled_and_rings_no_bell() -> None:
    written = write_ics([replace(REGEL, vervallen=True)], "Kalender")
    assert b"STATUS:CANCELLED" in written
    assert b"VALARM" not in written


def test_a_calendar_without_lines_is_a_calendar() -> None:
    assert refuse_loose(write_ics([], "Leeg")) == []


@pytest.mark.parametrize("jaar", [2021, 2026, 2030])
def test_the_whole_law_of_a_year_opens_in_both_readers(jaar: int) -> None:
    shown = describe_kalender(jaar, date(2026, 11, 22))
    written = write_ics([one.regel for one in shown], f"Wettelijke kalender {jaar}")
    assert len(refuse_loose(written)) == len(shown) > 30
    told = read_elsewhere(written)["regels"]
    assert [(one["titel"], one["tekst"]) for one in told] == [
        (one.regel.titel, one.regel.tekst) for one in shown
    ]
