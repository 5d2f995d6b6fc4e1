"""Who receives an ask, who stands in, and who is next in line."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from openlea.core.verzoek import Lid, Verzoek, VerzoekStaat

ESCALATE_AFTER = timedelta(days=14)


def line(
    leden: Sequence[Lid], partij: str, trekker: str = "", first: int | None = None
) -> tuple[Lid, ...]:
    """Return who may be asked, in order, each once.

    First the person who is the contact, then the others of the partij that owes the answer, then
    those of the partij that leads, then the agendabeheerders.
    """
    by_id = sorted(leden, key=lambda lid: lid.id)
    ranks = (
        [lid for lid in by_id if lid.id == first],
        [lid for lid in by_id if partij and lid.partij == partij],
        [lid for lid in by_id if trekker and lid.partij == trekker],
        [lid for lid in by_id if lid.is_agendabeheerder],
    )
    return tuple({lid.id: lid for rank in ranks for lid in rank}.values())


def colleagues(aan: int, leden: Sequence[Lid], today: date) -> tuple[Lid, ...]:
    """Return to whom an ask of this lid may be passed on: others of the same partij, at work today.

    Who belongs to no partij has nobody to pass on to.
    """
    asked = next((lid for lid in leden if lid.id == aan), None)
    if asked is None or not asked.partij:
        return ()
    by_id = sorted(leden, key=lambda lid: lid.id)
    others = [one for one in by_id if one.partij == asked.partij and one.persoon != asked.persoon]
    per_persoon = {
        one.persoon: one
        for one in reversed(others)
        if one.is_active(today) and one.absence(today) is None
    }
    return tuple(sorted(per_persoon.values(), key=lambda lid: lid.id))


def stand_in(lid: Lid, leden: Mapping[int, Lid], today: date) -> Lid | None:
    """Return who acts for the lid today: itself, its vervanger, or nobody."""
    seen: set[int] = set()
    who: Lid | None = lid
    while who is not None and who.id not in seen and who.is_active(today):
        away = who.absence(today)
        if away is None:
            return who
        seen.add(who.id)
        who = None if away.vervanger is None else leden.get(away.vervanger)
    return None


def acts_for(lid: int, leden: Sequence[Lid], today: date) -> frozenset[int]:
    """Return the leden whose asks this lid answers today: itself, and those it stands in for."""
    by_id = {one.id: one for one in leden}
    covered = {one.id for one in leden if _acting(one, by_id, today) == lid}
    return frozenset({lid, *covered})


def _acting(lid: Lid, leden: Mapping[int, Lid], today: date) -> int | None:
    who = stand_in(lid, leden, today)
    return None if who is None else who.id


def receiver(
    in_line: Sequence[Lid], leden: Sequence[Lid], today: date, had: Collection[int] = ()
) -> Lid | None:
    """Return the first in line who can answer today and was not asked before, or None."""
    by_id = {lid.id: lid for lid in leden}
    for lid in in_line:
        who = stand_in(lid, by_id, today)
        if who is not None and who.id not in had:
            return who
    return None


def has_left(verzoek: Verzoek, leden: Sequence[Lid], today: date) -> bool:
    """Return whether the person who was asked no longer belongs to the werkruimte."""
    return not any(lid.id == verzoek.aan and lid.is_active(today) for lid in leden)


def escalates(verzoek: Verzoek, today: date) -> bool:
    """Return whether an open ask is 14 days overdue, and this person had 14 days to answer it."""
    asked = max(verzoek.voor, verzoek.gemaakt_op)
    return verzoek.is_open and today >= asked + ESCALATE_AFTER


def hand_over(verzoek: Verzoek, aan: int, today: date) -> tuple[Verzoek, Verzoek]:
    """Return the ask closed as overgedragen, and the same ask open for somebody else."""
    closed = replace(verzoek, staat=VerzoekStaat.OVERGEDRAGEN)
    return closed, replace(verzoek, aan=aan, gemaakt_op=today, staat=VerzoekStaat.OPEN)


def pass_on(
    verzoek: Verzoek,
    in_line: Sequence[Lid],
    leden: Sequence[Lid],
    today: date,
    had: Collection[int] = (),
) -> tuple[Verzoek, Verzoek] | None:
    """Return (closed, new) when an ask goes to the next in line today, else None.

    Somebody who left passes on at once, without counting as escalation. Otherwise 14 days overdue
    is one level up, once: the next person has 14 days too. `had` names who was asked before under
    the same key. Nobody left to ask: the ask stays where it is.
    """
    if not verzoek.is_open:
        return None
    left = has_left(verzoek, leden, today)
    if not left and not escalates(verzoek, today):
        return None
    next_one = receiver(in_line, leden, today, {*had, verzoek.aan})
    if next_one is None:
        return None
    closed, opened = hand_over(verzoek, next_one.id, today)
    return closed, opened if left else replace(opened, escalatie=verzoek.escalatie + 1)
