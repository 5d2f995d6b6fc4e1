"""Which asks an agenda makes by itself, and when an ask is answered or no longer needed."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from openlea.core.agenda import Actie, Agenda, Jaarwaarde, Streefwaarde
from openlea.core.verzoek import OnderwerpSoort, Verzoek, VerzoekSoort, VerzoekStaat, Waarom
from openlea.policy.actualiteit import ENDED, answering, due_on, last_day, last_update
from openlea.policy.schrijfwijze import count
from openlea.policy.streefwaarde import Uitkomst, judge

Wie = Callable[[str, str], int | None]
"""(partij, code of what is asked about) to the lidmaatschap that receives, or None for nobody."""


def due_updates(agenda: Agenda, since: date, today: date, wie: Wie) -> tuple[Verzoek, ...]:
    """Return an ask for each owner of each action that is due or late today.

    An action without an owner, or an owner without anybody to receive, makes no ask: Vandaag shows
    those. The period is the day the asking began, so an update opens a next one.
    """
    return tuple(
        verzoek
        for actie in agenda.acties
        for partij in answering(actie)
        for verzoek in _update(agenda, actie, partij, since, today, wie)
    )


def _update(
    agenda: Agenda, actie: Actie, partij: str, since: date, today: date, wie: Wie
) -> Iterator[Verzoek]:
    op = last_update(actie)
    due = due_on(op, since, agenda.bijwerken_dagen, actie.staat)
    last = last_day(op, since, agenda.te_laat_dagen, actie.staat)
    aan = wie(partij, actie.code)
    if due is None or last is None or today < due or aan is None:
        return
    yield Verzoek(
        soort=VerzoekSoort.BIJWERKEN,
        onderwerp=OnderwerpSoort.ACTIE,
        code=actie.code,
        aan=aan,
        partij=partij,
        periode=due.isoformat(),
        vraag=f"Hoe staat het met {actie.naam}?",
        waarom=Waarom.AGENDA,
        voor=last,
        gemaakt_op=today,
    )


def due_metingen(agenda: Agenda, since: date, today: date, wie: Wie) -> tuple[Verzoek, ...]:
    """Return an ask for each target of a year that ended unmeasured while the agenda was in use."""
    return tuple(
        verzoek
        for streefwaarde in agenda.streefwaarden
        for jaar in streefwaarde.jaren
        for verzoek in _meting(agenda, streefwaarde, jaar, since, today, wie)
    )


def _meting(
    agenda: Agenda,
    streefwaarde: Streefwaarde,
    jaar: Jaarwaarde,
    since: date,
    today: date,
    wie: Wie,
) -> Iterator[Verzoek]:
    year_end = date(jaar.jaar, 12, 31)
    unmeasured = judge(streefwaarde.richting, jaar, today) is Uitkomst.NIET_GEMETEN
    if not unmeasured or year_end < since or not streefwaarde.eigenaar:
        return
    aan = wie(streefwaarde.eigenaar, streefwaarde.code)
    if aan is None:
        return
    grace = timedelta(days=agenda.te_laat_dagen - agenda.bijwerken_dagen)
    yield Verzoek(
        soort=VerzoekSoort.METING,
        onderwerp=OnderwerpSoort.STREEFWAARDE,
        code=streefwaarde.code,
        aan=aan,
        partij=streefwaarde.eigenaar,
        periode=str(jaar.jaar),
        vraag=f"Wat was in {jaar.jaar} de uitkomst van {streefwaarde.maat}?",
        waarom=Waarom.AGENDA,
        voor=year_end + grace,
        gemaakt_op=today,
    )


def due_eigenaren(agenda: Agenda, since: date, today: date, wie: Wie) -> tuple[Verzoek, ...]:
    """Return one ask, of whoever keeps the agenda, for all running actions that nobody leads.

    One thing, however many actions it is about; `wie("", "")` is who keeps the agenda. It comes
    back in each round of updates in which such actions are left.
    """
    orphans, aan = without_owner(agenda), wie("", "")
    if not orphans or aan is None:
        return ()
    rounds = max((today - since).days, 0) // max(agenda.bijwerken_dagen, 1)
    begun = since + timedelta(days=rounds * agenda.bijwerken_dagen)
    grace = timedelta(days=agenda.te_laat_dagen - agenda.bijwerken_dagen)
    ask = Verzoek(
        soort=VerzoekSoort.EIGENAAR,
        onderwerp=OnderwerpSoort.AGENDA,
        code=OnderwerpSoort.AGENDA,
        aan=aan,
        partij="",
        periode=begun.isoformat(),
        vraag=question_of_owners(len(orphans)),
        waarom=Waarom.AGENDA,
        voor=today + grace,
        gemaakt_op=today,
    )
    return (ask,)


def without_owner(agenda: Agenda) -> tuple[Actie, ...]:
    """Return the running actions that nobody leads."""
    return tuple(one for one in agenda.acties if one.staat not in ENDED and not answering(one))


def question_of_owners(aantal: int) -> str:
    """Return in Dutch what is asked about actions that nobody leads."""
    verb = "heeft" if aantal == 1 else "hebben"
    return f"{count(aantal, 'actie', 'acties')} {verb} geen eigenaar. Wijs een eigenaar aan."


def not_yet_asked(due: Iterable[Verzoek], known: Iterable[Verzoek]) -> tuple[Verzoek, ...]:
    """Return the due asks whose key is new, each once: asked is asked, whatever became of it."""
    keys = {verzoek.sleutel for verzoek in known}
    new: dict[str, Verzoek] = {}
    for verzoek in due:
        if verzoek.sleutel not in keys:
            new.setdefault(verzoek.sleutel, verzoek)
    return tuple(new.values())


def settle(verzoek: Verzoek, agenda: Agenda, since: date) -> Verzoek:
    """Return the ask as the agenda now stands: open, gedaan, or vervallen when nobody need answer.

    Asks of a kind that other parts made, and asks that are no longer open, come back as they were.
    """
    if not verzoek.is_open or verzoek.soort not in _STATES:
        return verzoek
    return replace(verzoek, staat=_STATES[verzoek.soort](verzoek, agenda, since))


def _state_of_update(verzoek: Verzoek, agenda: Agenda, since: date) -> VerzoekStaat:
    actie = next((one for one in agenda.acties if one.code == verzoek.code), None)
    if actie is None:
        return VerzoekStaat.VERVALLEN
    due = due_on(last_update(actie), since, agenda.bijwerken_dagen, actie.staat)
    newest = last_update(actie)
    if newest is not None and newest >= date.fromisoformat(verzoek.periode):
        return VerzoekStaat.GEDAAN
    if due is None or verzoek.partij not in answering(actie):
        return VerzoekStaat.VERVALLEN
    return VerzoekStaat.OPEN


def _state_of_meting(verzoek: Verzoek, agenda: Agenda, _since: date) -> VerzoekStaat:
    one = next((one for one in agenda.streefwaarden if one.code == verzoek.code), None)
    jaar = next((j for j in one.jaren if str(j.jaar) == verzoek.periode), None) if one else None
    if one is None or jaar is None or one.eigenaar != verzoek.partij:
        return VerzoekStaat.VERVALLEN
    return VerzoekStaat.OPEN if jaar.werkelijk is None else VerzoekStaat.GEDAAN


def _state_of_eigenaren(_verzoek: Verzoek, agenda: Agenda, _since: date) -> VerzoekStaat:
    return VerzoekStaat.OPEN if without_owner(agenda) else VerzoekStaat.GEDAAN


_STATES: dict[VerzoekSoort, Callable[[Verzoek, Agenda, date], VerzoekStaat]] = {
    VerzoekSoort.BIJWERKEN: _state_of_update,
    VerzoekSoort.METING: _state_of_meting,
    VerzoekSoort.EIGENAAR: _state_of_eigenaren,
}
