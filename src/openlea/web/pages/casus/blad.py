"""The page of one casus: its clocks, its ladder, what was done, and who sits at its table."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from openlea.core.casus import Casusinhoud
from openlea.core.escalatieladder import Trede
from openlea.core.notatie import euro
from openlea.policy.casusklok import clocks_of, is_overdue, next_step_words
from openlea.services.casus.tafel import is_last, seats_of
from openlea.services.casus.treden import treden
from openlea.services.leave_casus import leave_casus
from openlea.web.pages.casus.deur import behind_step
from openlea.web.pages.casus.kader import crumbs, opened_casus
from openlea.web.route import LeaRequest


@dataclass(frozen=True, slots=True)
class Sport:
    """A rung as it is drawn: passed, here, or still ahead; `op` are the days it was stood on."""

    trede: Trede
    stand: str
    op: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """Something that happened, for the story."""

    op: date
    titel: str
    tekst: str
    icoon: str


@behind_step
def casus(request: LeaRequest, nummer: str) -> HttpResponse:
    """Return one casus for who sits at its table."""
    one, inhoud = opened_casus(request, nummer)
    today = timezone.localdate()
    shown: dict[str, Any] = {
        "record": one,
        "inhoud": inhoud,
        "klokken": clocks_of(inhoud, today),
        "volgende": next_step_words(inhoud, today),
        "is_te_laat": is_overdue(inhoud, today),
        "sporten": list(_rungs(inhoud)),
        "verhaal": sorted(_story(inhoud), key=lambda event: event.op, reverse=True),
        "tafel": seats_of(one),
        "is_laatste": not inhoud.is_gesloten and is_last(one, request.actor.lid or 0, today),
        "wacht_op_geld": bool(inhoud.budgetten) and inhoud.budgetten[-1].besloten_op is None,
        "kruimels": crumbs(request, f"Casus {one.nummer}"),
    }
    return render(request, "casus/casus.html", shown)


@behind_step
def casus_verlaten(request: LeaRequest, nummer: str) -> HttpResponse:
    """Give up the own seat; from then on the casus is not there any more."""
    leave_casus(request.actor, int(nummer))
    messages.success(request, f"Je zit niet meer aan tafel bij casus {nummer}.")
    return redirect("casussen", request.werkruimte.slug)


def _rungs(inhoud: Casusinhoud) -> Iterator[Sport]:
    days: dict[str, list[date]] = {}
    for one in inhoud.stappen:
        days.setdefault(one.trede, []).append(one.op)
    for id_, trede in treden().items():
        here = id_ == inhoud.trede and not inhoud.is_gesloten
        stand = "nu" if here else "gezet" if id_ in days else "nog"
        yield Sport(trede, stand, tuple(days.get(id_, ())))


def _story(inhoud: Casusinhoud) -> Iterator[Gebeurtenis]:
    names = {id_: one.naam for id_, one in treden().items()}
    for stap in inhoud.stappen:
        yield Gebeurtenis(stap.op, names.get(stap.trede, stap.trede), "", "pijl-op")
    for poging in inhoud.gedaan:
        yield Gebeurtenis(poging.op, poging.soort.label, poging.kort, "afspraak")
    for budget in inhoud.budgetten:
        yield Gebeurtenis(budget.gevraagd_op, f"{euro(budget.gevraagd)} gevraagd", "", "geld")
        if budget.besloten_op is not None:
            granted = budget.toegekend or 0
            said = f"{euro(granted)} toegekend" if granted else "Maatwerkbudget afgewezen"
            yield Gebeurtenis(budget.besloten_op, said, "", "besluit")
    if inhoud.uitkomst and inhoud.uitkomst_op:
        yield Gebeurtenis(inhoud.uitkomst_op, inhoud.uitkomst.label, "", "vlag")
