"""How fresh the word on an action is, apart from how the action itself goes.

The agenda says after how many days an action is asked about (`bijwerken_dagen`) and which day is
the last on time (`te_laat_dagen`). With 120 and 150: fresh through day 119, to be updated from day
120 through day 150, late from day 151. Two intervals as in Kausal Watch (target and acceptable).
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta

from openlea.core.agenda import Actie, ActieStaat, Agenda, Rol
from openlea.core.keuze import Keuze
from openlea.policy.aandeel import Aandeel
from openlea.policy.eigenaar import owners

ENDED = frozenset(
    {
        ActieStaat.AFGEROND,
        ActieStaat.GESTOPT,
        ActieStaat.SAMENGEVOEGD,
        ActieStaat.OPGEVOLGD,
    }
)


class Actualiteit(Keuze):
    """How old the last word on an action is."""

    NIET_GEVRAAGD = "niet_gevraagd", "Nog niet gevraagd"
    FRIS = "fris", "Bijgewerkt"
    BINNENKORT = "binnenkort", "Binnenkort bijwerken"
    TE_LAAT = "te_laat", "Te laat"
    NIET_NODIG = "niet_nodig", "Niet meer nodig"


def judge(
    last_update: date | None,
    since: date,
    today: date,
    bijwerken_dagen: int,
    te_laat_dagen: int,
    staat: ActieStaat,
) -> Actualiteit:
    """Return how fresh an action is; never updated counts from the day the agenda was in use.

    Before the first ask nothing is fresh: nobody told anything yet.
    """
    if staat in ENDED:
        return Actualiteit.NIET_NODIG
    days = (today - (last_update or since)).days
    if days > te_laat_dagen:
        return Actualiteit.TE_LAAT
    if days >= bijwerken_dagen:
        return Actualiteit.BINNENKORT
    return Actualiteit.FRIS if last_update else Actualiteit.NIET_GEVRAAGD


def due_on(
    last_update: date | None, since: date, bijwerken_dagen: int, staat: ActieStaat
) -> date | None:
    """Return the first day on which an update is asked, or None for an ended action."""
    return None if staat in ENDED else (last_update or since) + timedelta(days=bijwerken_dagen)


def last_day(
    last_update: date | None, since: date, te_laat_dagen: int, staat: ActieStaat
) -> date | None:
    """Return the last day on which an update is on time, or None for an ended action."""
    return None if staat in ENDED else (last_update or since) + timedelta(days=te_laat_dagen)


def last_update(actie: Actie) -> date | None:
    """Return the day of the newest voortgang, or None."""
    return max((voortgang.op for voortgang in actie.voortgang), default=None)


def answering(actie: Actie) -> tuple[str, ...]:
    """Return the partijen that answer for the action: its trekkers, else its first other owner."""
    owning = owners(actie)
    leading = tuple(one.partij for one in owning if one.rol is Rol.TREKKER)
    return leading or tuple(one.partij for one in owning[:1])


def next_due(agenda: Agenda, partijen: Collection[str], since: date, today: date) -> date | None:
    """Return the first day after today on which one of the partijen is asked for an update."""
    dues = (
        due_on(last_update(one), since, agenda.bijwerken_dagen, one.staat)
        for one in agenda.acties
        if any(partij in partijen for partij in answering(one))
    )
    return min((due for due in dues if due is not None and due > today), default=None)


def judge_acties(agenda: Agenda, since: date, today: date) -> Mapping[str, Actualiteit]:
    """Return the freshness of every action by its code, in printed order."""
    dagen = (agenda.bijwerken_dagen, agenda.te_laat_dagen)
    return {
        actie.code: judge(last_update(actie), since, today, *dagen, actie.staat)
        for actie in agenda.acties
    }


def share_owned_and_fresh(rows: Iterable[tuple[bool, Actualiteit]]) -> Aandeel:
    """Return how many running actions have an owner and are fresh; ended ones don't count."""
    return Aandeel.of(
        has_owner and fresh is Actualiteit.FRIS
        for has_owner, fresh in rows
        if fresh is not Actualiteit.NIET_NODIG
    )


def share_of_agenda(agenda: Agenda, since: date, today: date) -> Aandeel:
    """Return the share of the agenda's running actions that have an owner and are fresh."""
    fresh = judge_acties(agenda, since, today)
    return share_owned_and_fresh(
        (bool(owners(actie)), fresh[actie.code]) for actie in agenda.acties
    )
