"""Are we going to meet the law this year? The plan of the year, and one button per gap."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.core.errors import BadInput, NotFound
from openlea.policy.rechten import Noun, Scope, Verb
from openlea.policy.schrijfwijze import count
from openlea.services.describe_overlegplan import FIRST, describe_overlegplan
from openlea.services.take_offered import take_offered
from openlea.storage.records.models import Overlegreeks
from openlea.storage.records.scope_overleg import reeksen_within
from openlea.web.pages.jaarplan.beeld import Jaarplanbeeld, jaarplan_of
from openlea.web.route import LeaRequest

AHEAD = 2
"""How many years ahead one can plan."""
LONGEST = 9
"""Digits of a number that can be one of ours."""


@dataclass(frozen=True, slots=True)
class Jaarkeuze:
    """A year to choose."""

    naam: str
    url: str
    actief: bool


def jaarplan(request: LeaRequest) -> HttpResponse:
    """Return the plan of the year, or put what was chosen on an agenda and return to it."""
    if request.method == "POST":
        return _take(request)
    return render(request, "overleg/jaarplan.html", _context(request, year_of(request)))


def year_of(request: LeaRequest) -> int:
    """Return the year that is asked for; this year for one that can't be."""
    asked, today = request.GET.get("jaar", ""), timezone.localdate()
    jaar = int(asked) if asked.isascii() and asked.isdigit() and len(asked) == len("2027") else 0
    return jaar if FIRST <= jaar <= today.year + AHEAD else today.year


def _take(request: LeaRequest) -> HttpResponse:
    told = request.POST.get("vergadering", "")
    if not (told.isascii() and told.isdigit() and len(told) <= LONGEST):
        raise NotFound("Dit overleg is er niet.")
    try:
        added = take_offered(
            request.actor, int(told), request.POST.getlist("punt"), timezone.localdate()
        )
    except BadInput as refused:
        messages.error(request, " ".join(one.reden for one in refused.fouten))
    else:
        said = "Dit stond al op een agenda, of is al behandeld."
        if added:
            said = f"{count(len(added), 'punt staat', 'punten staan')} nu op de agenda."
        messages.success(request, said)
    return redirect(_here(request, year_of(request)))


def _here(request: LeaRequest, jaar: int) -> str:
    return f"{reverse('overleg_jaarplan', args=[request.werkruimte.slug])}?jaar={jaar}"


def _context(request: LeaRequest, jaar: int) -> dict[str, Any]:
    today = timezone.localdate()
    own = frozenset(_own(request))
    beeld = jaarplan_of(describe_overlegplan(request.actor, jaar, today), today, own)
    return {
        "tab": "overleg_jaarplan",
        "beeld": beeld,
        "jaren": [
            Jaarkeuze(str(one), _here(request, one), one == jaar)
            for one in range(max(FIRST, min(jaar, today.year) - 1), max(jaar, today.year) + 2)
            if one <= today.year + AHEAD
        ],
        "alleen_gedeeld": request.actor.scope(Noun.OVERLEG, Verb.ZIEN) is not Scope.ALLES,
        "mag_beginnen": request.actor.may(Noun.OVERLEG, Verb.MAKEN),
        "is_leeg": _is_empty(beeld),
    }


def _own(request: LeaRequest) -> Iterator[int]:
    """Yield the series of which the reader may change the agendas."""
    scope = request.actor.scope(Noun.OVERLEG, Verb.WIJZIGEN)
    if scope is not Scope.NIETS:
        every = Overlegreeks.objects.of(request.werkruimte.pk)
        seen = reeksen_within(every, scope, request.actor, timezone.localdate())
        yield from seen.values_list("pk", flat=True)


def _is_empty(beeld: Jaarplanbeeld) -> bool:
    return all(one.regel.reeks is None for one in beeld.overleggen)
