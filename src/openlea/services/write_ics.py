"""Write lines of a calendar as iCalendar (RFC 5545), the file that every calendar program reads."""

from collections.abc import Iterable
from datetime import date, timedelta
from unicodedata import category
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event, vText

from openlea.core.kalender import Kalenderregel

PRODID = "-//Open LEA//Wettelijke kalender//NL"
OPHALEN = timedelta(hours=12)
"""How often a program looks again: a day changes seldom, a state of today may be seen tomorrow."""


def write_ics(regels: Iterable[Kalenderregel], naam: str, omschrijving: str = "") -> bytes:
    """Return a calendar as UTF-8 bytes: lines folded at 75 octets and ended by CRLF.

    The UID of a line follows from its id alone, SEQUENCE and LAST-MODIFIED from its changes: a
    program that has the line already changes it, and makes no second one.
    """
    kalender = Calendar()
    kalender.add("prodid", PRODID)
    kalender.add("version", "2.0")
    kalender.add("calscale", "GREGORIAN")
    kalender.add("method", "PUBLISH")
    for property_, text in (("name", naam), ("x-wr-calname", naam), ("x-wr-caldesc", omschrijving)):
        if text:
            kalender.add(property_, vText(_plain(text)))  # nothing else would escape these
    kalender.add("refresh-interval", OPHALEN, parameters={"VALUE": "DURATION"})
    kalender.add("x-published-ttl", "PT12H")
    for regel in regels:
        kalender.add_component(_event(regel))
    return bytes(kalender.to_ical())


def _event(regel: Kalenderregel) -> Event:
    event = Event()
    event.add("uid", regel.uid or f"{uuid5(NAMESPACE_URL, f'openlea:kalender:{regel.id}')}")
    event.add("dtstamp", regel.gewijzigd_op)
    event.add("last-modified", regel.gewijzigd_op)
    event.add("sequence", regel.volgnummer)
    timed = regel.begin is not None and regel.einde is not None
    event.add("dtstart", regel.begin if timed else regel.van)
    event.add("dtend", regel.einde if timed else _day_after(regel.tot))
    event.add("summary", _plain(regel.titel))
    if regel.plek:
        event.add("location", _plain(regel.plek))
    if regel.tekst:
        event.add("description", _plain(regel.tekst))
    if regel.adres:
        event.add("url", regel.adres)
    if regel.categorieen:
        event.add("categories", [_plain(one) for one in regel.categorieen])
    event.add("status", "CANCELLED" if regel.vervallen else "CONFIRMED")
    event.add("transp", "OPAQUE" if timed else "TRANSPARENT")
    if regel.herinner_dagen is not None and not regel.vervallen:
        event.add_component(_alarm(regel))
    return event


def _alarm(regel: Kalenderregel) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _plain(regel.titel))
    alarm.add("trigger", -timedelta(days=regel.herinner_dagen or 0))
    return alarm


def _day_after(day: date) -> date:
    """Return the end as iCalendar has it: the first day that no longer counts."""
    return day + timedelta(days=1)


def _plain(text: str) -> str:
    """Return a text without the control characters that no line of a calendar may hold."""
    lines = text.replace("\r\n", "\n")
    return "".join(one for one in lines if one == "\n" or category(one) not in {"Cc", "Cs"})
