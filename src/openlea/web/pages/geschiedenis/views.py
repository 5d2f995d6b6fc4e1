"""What changed in the agenda, when and by whom, with the old and the new side by side."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from openlea.core.errors import NotFound
from openlea.storage.records.geschiedenis import Regel, RegelSoort, changes_of
from openlea.storage.records.models import Actie, Agenda
from openlea.storage.records.verhaal import actie_seen
from openlea.web.pages.geschiedenis.forms import GeschiedenisFilter
from openlea.web.route import LeaRequest

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Groep:
    """Changes of one kind that one person made in one go; new things are named in one line."""

    wat: RegelSoort
    soort: str
    regels: tuple[Regel, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """What one person did within one minute."""

    op: datetime
    door: str
    groepen: tuple[Groep, ...]


@dataclass(frozen=True, slots=True)
class Dag:
    """A day with what happened on it."""

    op: date
    momenten: tuple[Moment, ...]


def geschiedenis(request: LeaRequest) -> HttpResponse:
    """Return a page of the history, newest first."""
    agenda = Agenda.objects.current(request.werkruimte.pk)
    if agenda is None:
        raise NotFound("Er is nog geen agenda.")
    form = GeschiedenisFilter(request.GET)
    form.is_valid()
    asked = form.cleaned_data
    actie = _actie(request, agenda, asked.get("actie", ""))
    changes: Any = changes_of(
        agenda,
        request.actor,
        soort=asked.get("soort", ""),
        wat=asked.get("wat", ""),
        actie=actie,
    )
    page: Page[Regel] = Paginator(changes, PER_PAGE).get_page(request.GET.get("pagina"))
    rest = request.GET.copy()
    rest.pop("pagina", None)
    context = {
        "formulier": form,
        "actie": actie,
        "pagina": page,
        "dagen": list(_days(page.object_list)),
        "vraag": f"{rest.urlencode()}&" if rest else "",
        "gefilterd": any(asked.get(veld) for veld in ("soort", "wat")),
    }
    return render(request, "geschiedenis/geschiedenis.html", context)


def _actie(request: LeaRequest, agenda: Agenda, code: str) -> Actie | None:
    """Return the action that the history is asked of, or None for the whole agenda."""
    if not code:
        return None
    found = actie_seen(agenda, code, request.actor)
    if found is None:
        raise NotFound(f"Er is geen actie {code}.")
    return found


def _days(regels: Iterable[Regel]) -> Iterable[Dag]:
    telling = [regel for regel in regels if regel.zegt_iets]
    for op, of_day in groupby(telling, key=lambda one: timezone.localdate(one.op)):
        yield Dag(op, tuple(_moments(of_day)))


def _moments(regels: Iterable[Regel]) -> Iterable[Moment]:
    def minute(one: Regel) -> tuple[datetime, str]:
        return one.op.replace(second=0, microsecond=0), one.door

    for (op, door), together in groupby(regels, key=minute):
        yield Moment(op, door, tuple(_groups(together)))


def _groups(regels: Iterable[Regel]) -> Iterable[Groep]:
    for (wat, soort), same in groupby(regels, key=lambda one: (one.wat, one.soort)):
        yield Groep(wat, soort, tuple(same))
