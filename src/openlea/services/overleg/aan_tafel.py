"""Who sits at the table of a meeting: those of the series that day, and who joined later."""

from collections.abc import Iterable
from datetime import date

from openlea.policy.rechten import Actor
from openlea.policy.vergaderplanning import VOORBEREIDEN
from openlea.services.keep_record import keep_record
from openlea.services.overleg.gastlinks import end_links
from openlea.storage.records.models import Deelnemer, Reekslid, Vergadering

STATEN = [str(one) for one in VOORBEREIDEN]


def seat_all(actor: Actor, vergadering: Vergadering) -> None:
    """Put everybody at the table who sits in the series on the day of the meeting; each once."""
    sits = Reekslid.objects.of(vergadering.reeks_id).active_on(vergadering.op)
    there = list(vergadering.deelnemers.all())
    for seat in sits:
        if not any(_is_of(one, seat) for one in there):
            there.append(keep_record(actor, _deelnemer(vergadering, seat)))


def follow_day(actor: Actor, vergadering: Vergadering, was: date) -> tuple[Deelnemer, ...]:
    """Seat who sits in the series on the new day and did not on the old one.

    Returns who is at the table while the seat ended before the new day. Who was put there or taken
    away by hand is left as it is.
    """
    seats = Reekslid.objects.of(vergadering.reeks_id)
    before = set(seats.active_on(was).values_list("pk", flat=True))
    now = list(seats.active_on(vergadering.op))
    there = list(vergadering.deelnemers.select_related("vergadering__reeks"))
    for seat in now:
        if seat.pk not in before and not any(_is_of(one, seat) for one in there):
            keep_record(actor, _deelnemer(vergadering, seat))
    ended = [one for one in seats if one.pk in before and one not in now]
    return tuple(
        one
        for one in there
        if any(_is_of(one, seat) for seat in ended) and not any(_is_of(one, seat) for seat in now)
    )


def seat_coming(actor: Actor, seat: Reekslid, was: str = "") -> None:
    """Put somebody at the table of each meeting that comes while the seat holds, or change that.

    `was` is the name that the seat had until now.
    """
    for vergadering in _coming(seat, seat.van):
        if seat.tot and vergadering.op > seat.tot:
            continue
        known = [one for one in vergadering.deelnemers.all() if _is_of(one, seat, was)]
        for one in known or [_deelnemer(vergadering, seat)]:
            before = one.email
            _follow(one, seat)
            keep_record(actor, one)
            if before != one.email:
                end_links(actor, one)


def coming_after(seat: Reekslid, day: date) -> tuple[Deelnemer, ...]:
    """Return where somebody was asked to a meeting that comes after the last day of a seat."""
    return tuple(
        one
        for vergadering in _coming(seat, day)
        if vergadering.op > day
        for one in vergadering.deelnemers.select_related("vergadering__reeks")
        if _is_of(one, seat)
    )


def _coming(seat: Reekslid, day: date) -> Iterable[Vergadering]:
    every = Vergadering.objects.of(seat.werkruimte_id).filter(reeks=seat.reeks_id, op__gte=day)
    return every.filter(staat__in=STATEN)


def _is_of(one: Deelnemer, seat: Reekslid, was: str = "") -> bool:
    if one.lid_id:
        return one.lid_id == seat.lid_id
    return one.partij_id == seat.partij_id and one.naam in {seat.naam, was}


def _deelnemer(vergadering: Vergadering, seat: Reekslid) -> Deelnemer:
    new = Deelnemer(werkruimte_id=seat.werkruimte_id, vergadering=vergadering, naam=seat.naam)
    _follow(new, seat)
    return new


def _follow(one: Deelnemer, seat: Reekslid) -> None:
    one.partij_id, one.lid_id = seat.partij_id, seat.lid_id
    if one.email != seat.email:
        one.email, one.uitgenodigd_tot = seat.email, -1
    one.naam = seat.naam
    one.rol, one.mandaat = seat.rol, seat.mandaat
