"""A series of its own in Hilversum, with three people, and the mails that went to them."""

from dataclasses import replace
from datetime import date, time, timedelta
from email.message import Message

from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.utils import timezone
from icalendar import Calendar, Event

from openlea.core.overleg import Mandaat, Overlegrol, Vergadermoment
from openlea.policy.rechten import Actor, LidRol
from openlea.services.change_vergadering import Vergaderopzet
from openlea.services.keep_reeks import Reeksopzet, keep_reeks
from openlea.services.keep_reekslid import Reekszetel, keep_reekslid
from openlea.services.plan_vergadering import plan_vergadering
from openlea.storage.records.models import Overlegreeks, Vergadering
from tests.world import World

START = date(2020, 1, 1)
SOON = timezone.localdate() + timedelta(days=10)
MOMENT = Vergadermoment(op=SOON, van=time(15, 30), tot=time(17), plek="Raadzaal")
SECRETARIS = "secretaris@voorbeeld.example"
BESTUUR = "bestuur@voorbeeld.example"
OPVANG = "opvang@voorbeeld.example"


def beheer(world: World) -> Actor:
    return world.actor(LidRol.AGENDABEHEERDER)


def series(world: World, soort: str = "ambtelijk_overleg") -> Overlegreeks:
    """Return a series in which three people sit, all with an address and none with an account."""
    actor = beheer(world)
    made = keep_reeks(actor, Reeksopzet(soort=soort, naam="Proefoverleg", van=time(15, 30)))
    seats = (
        ("gemeente", SECRETARIS, Overlegrol.SECRETARIS),
        ("schoolbesturen", BESTUUR, Overlegrol.LID),
        ("kinderopvang", OPVANG, Overlegrol.LID),
    )
    for partij, email, rol in seats:
        seat = Reekszetel(
            partij=partij,
            van=START,
            naam=f"Namens {partij}",
            email=email,
            rol=rol,
            mandaat=Mandaat.MET,
        )
        keep_reekslid(actor, made.pk, seat)
    return made


def meeting(world: World, reeks: Overlegreeks, days: int = 10) -> Vergadering:
    op = timezone.localdate() + timedelta(days=days)
    moment = Vergadermoment(op=op, van=time(15, 30), tot=time(17), plek="Raadzaal")
    return plan_vergadering(beheer(world), reeks.pk, moment)


def moved_a_week(one: Vergadering) -> Vergaderopzet:
    """Return the same meeting a week later and elsewhere."""
    moment = replace(MOMENT, op=one.op + timedelta(days=7), plek="Bibliotheek")
    return Vergaderopzet(titel=one.titel, moment=moment)


def sent_to(address: str) -> list[EmailMultiAlternatives]:
    return [
        one
        for one in mail.outbox
        if isinstance(one, EmailMultiAlternatives) and one.to == [address]
    ]


def parts(one: EmailMultiAlternatives) -> list[Message]:
    return [part for part in one.message().walk() if not part.is_multipart()]


def calendar_of(one: EmailMultiAlternatives) -> bytes:
    """Return the event as a mail program finds it: the part that says what to do with it."""
    [found] = [part for part in parts(one) if part.get_content_type() == "text/calendar"]
    content = found.get_payload(decode=True)
    assert isinstance(content, bytes)
    assert found.get_param("method") == str(Calendar.from_ical(content)["METHOD"])
    return content


def event_of(one: EmailMultiAlternatives) -> tuple[str, Event]:
    """Return the method and the event of a mail."""
    kalender = Calendar.from_ical(calendar_of(one))
    [event] = kalender.walk("VEVENT")
    assert isinstance(event, Event)
    return str(kalender["METHOD"]), event
