"""Propose proof that is here already: a plan, a document, or a finished action; accept nothing."""

from collections.abc import Iterator, Mapping
from datetime import date

from django.db import transaction

from openlea.core.agenda import ActieStaat
from openlea.core.plankaart import Plan
from openlea.core.plicht import Plicht
from openlea.core.verplichting import TaakStaat
from openlea.policy.bewijsvoorstel import (
    Afgerond,
    Stukregel,
    Vondst,
    count_words,
    from_acties,
    from_documents,
    from_plans,
)
from openlea.policy.taak import rule_of, version_of
from openlea.services.taken.plank import plichten_here
from openlea.services.taken.voorstellen import keep_found
from openlea.storage.records import models as records
from openlea.storage.records.as_values import everything
from openlea.storage.records.plan_values import plan_value
from openlea.storage.records.verplichting_values import verplichting_value


@transaction.atomic
def propose_bewijs(werkruimte: int, today: date) -> int:
    """Look through a werkruimte for what may prove its waiting tasks, and return what is new.

    There is no actor: the product proposes, in its own name. It looks at the tasks of this year and
    the year before and after; what was proposed once isn't proposed again.
    """
    actor = everything(werkruimte).actor
    near = (today.year - 1, today.year, today.year + 1)
    waiting = records.Verplichting.objects.of(werkruimte).waiting().filter(jaar__in=near)
    taken = {one.pk: one for one in waiting.exclude(staat=str(TaakStaat.NIET_VAN_TOEPASSING))}
    if not taken:
        return 0
    kast = _Kast(werkruimte, plichten_here())
    found = {nummer: tuple(kast.of(one)) for nummer, one in taken.items()}
    return keep_found(actor, taken, {nummer: each for nummer, each in found.items() if each})


class _Kast:
    """What there is in a werkruimte that may prove something; four queries."""

    def __init__(self, werkruimte: int, plichten: Mapping[str, Plicht]) -> None:
        """Read everything once."""
        self._plichten = plichten
        self._plannen = [plan_value(one, ()) for one in records.Plan.objects.of(werkruimte)]
        self._stukken = _stukken(werkruimte)
        self._acties = tuple(_afgerond(werkruimte))
        self._telling = count_words(plichten.values())

    def of(self, one: records.Verplichting) -> Iterator[Vondst]:
        """Yield what may prove a task."""
        plicht = self._plichten.get(one.plicht)
        if plicht is None:
            return
        taak, regel = (
            verplichting_value(one),
            rule_of(version_of(plicht, one.uiterlijk), one.termijn),
        )
        plannen: list[Plan] = self._plannen
        yield from from_plans(taak, plicht, regel, plannen)
        yield from from_documents(taak, plicht, self._telling, self._stukken)
        yield from from_acties(taak, self._acties)


def _stukken(werkruimte: int) -> tuple[Stukregel, ...]:
    """Return the documents that no plan carries and that nothing was ever proven with."""
    found = records.Document.objects.filter(werkruimte_id=werkruimte, plannen=None, bewijzen=None)
    return tuple(
        Stukregel(nummer=pk, titel=titel) for pk, titel in found.values_list("pk", "titel")
    )


def _afgerond(werkruimte: int) -> Iterator[Afgerond]:
    """Yield the finished actions that serve a duty, with the day on which that was told."""
    agenda = records.Agenda.objects.current(werkruimte)
    if agenda is None:
        return
    done = str(ActieStaat.AFGEROND)
    linked = records.Plichtkoppeling.objects.of(werkruimte).filter(
        actie__agenda=agenda, actie__staat=done
    )
    told = records.Voortgang.objects.filter(actie__agenda=agenda, staat=done)
    days = dict(told.order_by("op").values_list("actie_id", "op"))
    for one in linked:
        if one.actie_id in days:
            yield Afgerond(
                code=one.actie.code,
                naam=one.actie.naam,
                plicht=one.plicht,
                op=days[one.actie_id],
                onderwerp=one.onderwerp,
            )
