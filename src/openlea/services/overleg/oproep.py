"""The iCalendar part of an invitation: one event that a calendar program keeps as one.

RFC 5545 for what an event is, RFC 5546 for asking, changing and cancelling by mail.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from unicodedata import category
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vCalAddress, vText

from openlea.core.keuze import Keuze
from openlea.core.overleg import Overlegrol, Vergadermoment

PRODID = "-//Open LEA//Overleg//NL"
HIER = ZoneInfo("Europe/Amsterdam")
DUUR = timedelta(minutes=90)
"""How long an event lasts of which nobody said when it ends."""


class Methode(Keuze):
    """What a calendar program does with the event."""

    REQUEST = "REQUEST", "Uitnodiging"
    CANCEL = "CANCEL", "Afzegging"
    PUBLISH = "PUBLISH", "Om zelf te bewaren"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gevraagde:
    """Somebody who is asked, with an address."""

    naam: str
    email: str
    rol: Overlegrol = Overlegrol.LID


@dataclass(frozen=True, slots=True, kw_only=True)
class Oproep:
    """A meeting as calendar programs know it: `uid` is for ever, `volgnummer` grows by changes."""

    uid: str
    volgnummer: int
    titel: str
    moment: Vergadermoment
    tekst: str = ""
    adres: str = ""
    van_naam: str = ""
    van_email: str = ""
    gevraagden: tuple[Gevraagde, ...] = ()
    gemaakt_op: datetime | None = None


def write_oproep(oproep: Oproep, methode: Methode) -> bytes:
    """Return the event as UTF-8 bytes, lines folded and ended by CRLF."""
    kalender = Calendar()
    kalender.add("prodid", PRODID)
    kalender.add("version", "2.0")
    kalender.add("calscale", "GREGORIAN")
    kalender.add("method", str(methode))
    kalender.add_component(_event(oproep, methode))
    return bytes(kalender.to_ical())


def _event(oproep: Oproep, methode: Methode) -> Event:
    event = Event()
    event.add("uid", f"{oproep.uid}@openlea")
    event.add("sequence", oproep.volgnummer)
    event.add("dtstamp", (oproep.gemaakt_op or datetime.now(UTC)).astimezone(UTC))
    for name, moment in zip(("dtstart", "dtend"), times(oproep.moment), strict=True):
        event.add(name, moment)
    event.add("summary", plain(oproep.titel))
    place = oproep.moment.plek or oproep.moment.link
    for name, text in (("location", place), ("description", oproep.tekst)):
        if text:
            event.add(name, plain(text))
    if oproep.adres:
        event.add("url", oproep.adres)
    event.add("status", "CANCELLED" if methode is Methode.CANCEL else "CONFIRMED")
    if methode is not Methode.PUBLISH:
        _people(event, oproep)
    return event


def _people(event: Event, oproep: Oproep) -> None:
    event.add("organizer", _address(oproep.van_naam, oproep.van_email))
    for one in oproep.gevraagden:
        asked = _address(one.naam, one.email)
        asked.params["ROLE"] = vText(
            "CHAIR" if one.rol is Overlegrol.VOORZITTER else "REQ-PARTICIPANT"
        )
        asked.params["PARTSTAT"] = vText("NEEDS-ACTION")
        asked.params["RSVP"] = vText("FALSE")
        event.add("attendee", asked, encode=False)


def _address(naam: str, email: str) -> vCalAddress:
    found = vCalAddress(f"mailto:{email}")
    if shown := plain(naam).replace('"', "'").replace("\n", " "):
        found.params["CN"] = vText(shown)
    return found


def times(moment: Vergadermoment) -> tuple[date, date] | tuple[datetime, datetime]:
    """Return begin and end: moments in UTC, or without a time whole days, the last one not in."""
    if moment.van is None:
        return moment.op, moment.op + timedelta(days=1)
    begin = _moment(moment.op, moment.van)
    end = _moment(moment.op, moment.tot) if moment.tot else begin + DUUR
    return begin, max(end, begin + timedelta(minutes=1))


def _moment(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, HIER).astimezone(UTC)


def plain(text: str) -> str:
    """Return a text without the control characters that no line of a calendar may hold."""
    lines = text.replace("\r\n", "\n")
    return "".join(one for one in lines if one == "\n" or category(one) not in {"Cc", "Cs"})
