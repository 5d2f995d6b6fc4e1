"""What the agenda says at an item of a meeting: actions nobody told of, money of the year."""

from datetime import date

from openlea.core.agenda import Actie, Agenda, Speerpunt
from openlea.policy.actualiteit import Actualiteit, answering, judge_acties, last_update
from openlea.policy.begroting import per_speerpunt
from openlea.policy.realisatie import realisatie_per_post
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.policy.rijen import rijen_van
from openlea.services.overleg.dossier import Dossieractie, Dossiergeld
from openlea.services.overleg.verwijzingen import Aanknoping, Wereld


def late_of(wereld: Wereld, aanknoping: Aanknoping, today: date) -> tuple[Dossieractie, ...]:
    """Return the actions of the speerpunt of an item that are late, longest silent first."""
    if wereld.record is None or wereld.agenda is None:
        return ()
    fresh = judge_acties(wereld.agenda, wereld.record.in_gebruik_op, today)
    namen = {one.code: one.naam for one in wereld.agenda.partijen}
    late = [one for one in aanknoping.acties if fresh[one.code] is Actualiteit.TE_LAAT]
    return tuple(_late(one, namen) for one in sorted(late, key=_silent_since))


def _silent_since(actie: Actie) -> tuple[date, str]:
    return last_update(actie) or date.min, actie.code


def _late(actie: Actie, namen: dict[str, str]) -> Dossieractie:
    return Dossieractie(
        code=actie.code,
        naam=actie.naam,
        trekkers=tuple(namen.get(code, code) for code in answering(actie)),
        bijgewerkt_op=last_update(actie),
    )


def money_of(
    actor: Actor, wereld: Wereld, aanknoping: Aanknoping, today: date
) -> tuple[Dossiergeld, ...]:
    """Return what the speerpunt of an item may cost this year; nothing outside the agenda."""
    agenda, speerpunt = wereld.agenda, aanknoping.speerpunt
    if agenda is None or speerpunt is None or not actor.may(Noun.GELD, Verb.ZIEN):
        return ()
    if today.year not in agenda.jaren or not agenda.begroting.posten:
        return ()
    total = per_speerpunt(agenda.begroting, agenda.ambities, agenda.jaren)
    begroot = total[speerpunt.code][today.year]
    if not begroot:
        return ()
    return (
        Dossiergeld(
            speerpunt=speerpunt.code,
            naam=speerpunt.naam,
            jaar=today.year,
            begroot=begroot,
            besteed=_spent(agenda, speerpunt, today),
        ),
    )


def _spent(agenda: Agenda, speerpunt: Speerpunt, today: date) -> int | None:
    """Return what is spent this year; None when nobody keeps bookings or grants."""
    if not (agenda.begroting.boekingen or agenda.begroting.subsidies):
        return None
    codes = {speerpunt.code, *(one.code for one in speerpunt.acties)}
    rijen = rijen_van(agenda.begroting)
    posten = {post.code for post in rijen.hoofdrijen() if post.bij in codes}
    rows = realisatie_per_post(agenda.begroting, [today.year], op=today)
    return sum(one.besteed for one in rows if one.post in posten)
