"""A chain of lines shows every touch: what was changed, removed, inserted or moved is named."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from openlea.core.logboek import Breuk, Ketenkop, Kopmerk, Logfout, Logsoort, Regel
from openlea.policy.logketen import chain_faults, seal_of, sealed

KEY, OTHER = b"k" * 32, b"o" * 32
START = datetime(2026, 1, 1, tzinfo=UTC)
CHANGES: dict[str, Any] = {
    "persoon_nr": 99,
    "rol": "wethouder",
    "soort": "systeem",
    "noun": "geld",
    "werk": "iets anders",
    "onderwerp": "9.9.9",
    "bijzonderheid": "x",
    "verwerking": "y",
    "spoor": "f" * 32,
    "moment": START - timedelta(days=1),
    "vorige": "0" * 64,
    "zegel": "0" * 64,
    "keten": "elders",
}
lengths = st.integers(2, 30)


def line(number: int) -> Regel:
    return Regel(
        keten="hilversum",
        volgnummer=None,
        vorige="",
        zegel="",
        moment=START + timedelta(seconds=number),
        persoon_nr=1,
        rol="redacteur",
        soort=Logsoort.WIJZIGEN,
        noun="actie",
        werk="actie gewijzigd",
        onderwerp=f"1.1.{number}",
        bijzonderheid="",
        verwerking="",
        spoor="",
    )


def chain(length: int, key: bytes = KEY) -> tuple[Ketenkop, list[Regel]]:
    lines = list(sealed(key, map(line, range(length)), Ketenkop(keten="hilversum")))
    last = lines[-1]
    return Ketenkop(keten="hilversum", volgnummer=length, zegel=last.zegel), lines


def faults(kop: Ketenkop, lines: list[Regel], *merken: Kopmerk) -> list[Logfout]:
    ordered = sorted(lines, key=lambda one: one.volgnummer or 0)
    return list(chain_faults(KEY, kop, ordered, merken))


def named(found: list[Logfout]) -> set[int]:
    return {number for one in found for number in range(one.volgnummer, one.tot + 1)}


@given(lengths)
def test_a_chain_nobody_touched_holds(length: int) -> None:
    kop, lines = chain(length)
    assert faults(kop, lines, mark(lines[length // 2])) == []


@given(lengths, st.data())
def test_any_change_of_any_field_names_that_line_alone(length: int, data: st.DataObject) -> None:
    kop, lines = chain(length)
    at = data.draw(st.integers(0, length - 1))
    field = data.draw(st.sampled_from(sorted(CHANGES)))
    lines[at] = replace(lines[at], **{field: CHANGES[field]})
    assert [(one.breuk, one.volgnummer) for one in faults(kop, lines)] == [
        (Breuk.GEWIJZIGD, at + 1)
    ]


@given(lengths, st.data())
def test_any_removal_names_exactly_the_lines_that_are_gone(
    length: int, data: st.DataObject
) -> None:
    kop, lines = chain(length)
    gone = data.draw(st.sets(st.integers(1, length), min_size=1))
    found = faults(kop, [one for one in lines if one.volgnummer not in gone])
    assert named(found) == gone
    assert {one.breuk for one in found} == {Breuk.VERWIJDERD}


@given(lengths, st.data())
def test_two_lines_that_changed_places_are_both_named(length: int, data: st.DataObject) -> None:
    kop, lines = chain(length)
    one, other = sorted(data.draw(st.sets(st.integers(0, length - 1), min_size=2, max_size=2)))
    lines[one] = replace(lines[one], volgnummer=other + 1)
    lines[other] = replace(lines[other], volgnummer=one + 1)
    found = faults(kop, lines)
    assert [(fault.volgnummer, fault.was) for fault in found] == [
        (one + 1, other + 1),
        (other + 1, one + 1),
    ]


@given(lengths, st.data())
def test_a_line_forged_without_the_key_is_named(length: int, data: st.DataObject) -> None:
    kop, lines = chain(length)
    at = data.draw(st.integers(0, length - 1))
    forged = replace(lines[at], onderwerp="vals")
    lines[at] = replace(forged, zegel=seal_of(OTHER, forged))
    assert named(faults(kop, lines)) == {at + 1}


@given(lengths)
def test_a_line_put_behind_the_end_is_named(length: int) -> None:
    kop, lines = chain(length)
    extra = replace(lines[-1], volgnummer=length + 1, vorige=lines[-1].zegel)
    lines.append(replace(extra, zegel=seal_of(OTHER, extra)))
    assert named(faults(kop, lines)) == {length + 1}


@given(lengths, st.data())
def test_a_tail_cut_off_with_its_head_shows_by_the_mark(length: int, data: st.DataObject) -> None:
    kop, lines = chain(length)
    keep = data.draw(st.integers(1, length - 1))
    short = replace(kop, volgnummer=keep, zegel=lines[keep - 1].zegel)
    assert faults(short, lines[:keep]) == []  # the database alone can't know
    found = faults(short, lines[:keep], mark(lines[-1]))
    assert named(found) == set(range(keep + 1, length + 1))


def test_a_tail_that_was_written_anew_by_the_program_shows_by_the_mark() -> None:
    kop, lines = chain(5)
    head = Ketenkop(keten="hilversum", volgnummer=3, zegel=lines[2].zegel)
    again = [*lines[:3], *sealed(KEY, map(line, (7, 8)), head)]
    short = replace(kop, zegel=again[-1].zegel)
    found = faults(short, again, mark(lines[-1]))
    assert [(one.breuk, one.volgnummer) for one in found] == [(Breuk.VERVANGEN, 5)]
    herstel = Kopmerk(keten="hilversum", soort="herstel", volgnummer=3, zegel=lines[2].zegel)
    assert faults(short, again, mark(lines[-1]), herstel) == []


def test_a_beginning_that_moved_without_an_announcement_is_named() -> None:
    kop, lines = chain(6)
    moved = replace(kop, begin=2, begin_zegel=lines[1].zegel)
    assert [one.breuk for one in faults(moved, lines[2:], mark(lines[5]))] == [Breuk.BEGIN]
    begin = replace(mark(lines[1]), soort="begin")
    assert faults(moved, lines[2:], mark(lines[0]), mark(lines[5]), begin) == []


def test_a_fault_says_which_line_in_plain_words() -> None:
    kop, lines = chain(4)
    (found,) = faults(kop, [lines[0], lines[3]])
    assert str(found) == "hilversum, regel 2 tot en met 3: verwijderd"


def mark(regel: Regel) -> Kopmerk:
    return Kopmerk(
        keten="hilversum", soort="kop", volgnummer=regel.volgnummer or 0, zegel=regel.zegel
    )
