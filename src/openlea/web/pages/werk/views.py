"""Work in the background: what is asked, how far it is, and what came of it."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.core.errors import NotFound
from openlea.policy.rechten import Noun, Verb
from openlea.policy.werk import OPNIEUW, WerkStaat
from openlea.services.ask_work import ask_work
from openlea.services.end_silent_work import end_silent_work
from openlea.services.stop_work import stop_work
from openlea.services.werk.soorten import SOORTEN
from openlea.storage.records.models import Werk
from openlea.web.pages.werk.stand import Stand, work_stand
from openlea.web.route import LeaRequest

PER_PAGE = 30


@dataclass(frozen=True, slots=True)
class Regel:
    """A piece of work and how it stands."""

    werk: Werk
    stand: Stand


@dataclass(frozen=True, slots=True)
class Dag:
    """A day, with the work that was asked on it."""

    op: date
    regels: tuple[Regel, ...]


def werk_lijst(request: LeaRequest) -> HttpResponse:
    """Return all work of this werkruimte, newest first."""
    pages = Paginator(Werk.objects.of(request.werkruimte.pk), PER_PAGE)
    pagina = pages.get_page(request.GET.get("pagina"))
    regels = [Regel(one, work_stand(one, request.werkruimte.slug)) for one in pagina.object_list]
    dagen = [Dag(op, tuple(same)) for op, same in groupby(regels, key=_asked_on)]
    return render(request, "werk/werk_lijst.html", {"pagina": pagina, "dagen": dagen})


def _asked_on(regel: Regel) -> date:
    return timezone.localdate(regel.werk.aangevraagd_op)


def werk(request: LeaRequest, nummer: int) -> HttpResponse:
    """Return one piece of work; to htmx only how it stands."""
    found = _found(request, nummer)
    slug = request.werkruimte.slug
    if request.htmx:  # type: ignore[attr-defined]
        return _asked_again(request, work_stand(found, slug, whole="heel" in request.GET))
    may = request.actor.may(Noun.WERK, Verb.WIJZIGEN)
    over = WerkStaat(found.staat) in OPNIEUW
    shown = {
        "stand": work_stand(found, slug, whole=True),
        "mag_stoppen": may and found.is_underway and not found.stop_gevraagd,
        "mag_opnieuw": over and _may_ask(request, found),
        "kruimels": [
            {"naam": "Werk op de achtergrond", "url": reverse("werk_lijst", args=[slug])},
            {"naam": found.naam},
        ],
    }
    return render(request, "werk/werk.html", shown)


def stoppen(request: LeaRequest, nummer: int) -> HttpResponse:
    """Stop the work, and show it."""
    stopped = stop_work(request.actor, nummer)
    if stopped.stop_gevraagd and stopped.is_underway:
        messages.info(request, "Het werk stopt na deze stap.")
    return redirect("werk", request.werkruimte.slug, stopped.pk)


def opnieuw(request: LeaRequest, nummer: int) -> HttpResponse:
    """Ask for the same work again, and show that."""
    found = _found(request, nummer)
    if WerkStaat(found.staat) not in OPNIEUW:
        return redirect("werk", request.werkruimte.slug, found.pk)
    asked = ask_work(request.actor, found.soort, found.argumenten, naam=found.naam)
    return redirect("werk", request.werkruimte.slug, asked.pk)


def _found(request: LeaRequest, nummer: int) -> Werk:
    """Return the work; what gave no sign of life any more is ended first."""
    mine = Werk.objects.of(request.werkruimte.pk).filter(pk=nummer)
    found = mine.first()
    if found is not None and found.is_silent(timezone.now()):
        end_silent_work()
        found = mine.first()
    if found is None:
        raise NotFound("Dit werk is er niet.")
    return found


def _may_ask(request: LeaRequest, found: Werk) -> bool:
    kind = SOORTEN.get(found.soort)
    return kind is not None and request.actor.may(*kind.recht)


def _asked_again(request: LeaRequest, stand: Stand) -> HttpResponse:
    """Return how it stands; a reader hears it only when the step is another one."""
    shown = {"stand": stand, "is_nieuw": request.GET.get("gezien") != stand.gezien}
    answer = render(request, "onderdelen/werk_stand.html", shown)
    if not stand.is_underway:
        # What is over takes the place of what asked every second, so the asking ends.
        answer["HX-Reswap"] = "outerHTML"
        if stand.is_heel:
            answer["HX-Refresh"] = "true"
    return answer
