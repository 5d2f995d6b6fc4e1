"""Who does what, and an owner for what nobody owns."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from openlea.core.errors import BadInput, Conflict, NotAllowed, NotFound
from openlea.policy.rechten import Noun, Scope, Verb
from openlea.services.assign_eigenaar import assign_eigenaar
from openlea.web.pages.agenda.blik import Blik, look
from openlea.web.pages.agenda.forms import AgendaFilter
from openlea.web.pages.agenda.keuze import choose
from openlea.web.pages.agenda.links import agenda_tabs
from openlea.web.pages.matrix.rijen import LETTERS, matrix_of
from openlea.web.partijkeuze import found_groups
from openlea.web.route import LeaRequest


def matrix(request: LeaRequest) -> HttpResponse:
    """Show the matrix (GET), or make a partij the trekker of an action (POST)."""
    if request.method == "POST":
        return _assign(request)
    return render(request, "matrix/matrix.html", _page(request))


def _assign(request: LeaRequest) -> HttpResponse:
    code, partij = request.POST.get("actie", ""), request.POST.get("partij", "")
    if not code or not partij:
        fault = f"Kies een partij voor actie {code}." if code else "Kies een actie en een partij."
        return _refused(request, fault)
    try:
        kept = assign_eigenaar(request.actor, code, partij)
    except (BadInput, Conflict, NotFound) as fault:
        return _refused(request, str(fault))
    except NotAllowed as fault:
        messages.error(request, str(fault))
        return redirect("matrix", request.werkruimte.slug)
    messages.success(request, f"{kept.partij.naam} is nu trekker van actie {code}.")
    return redirect("matrix", request.werkruimte.slug)


def _refused(request: LeaRequest, fault: str) -> HttpResponse:
    """Return the page as it now stands, with what was chosen and why it was not kept."""
    chosen = {
        "fout": fault,
        "fout_bij": request.POST.get("actie", ""),
        "gekozen_partij": request.POST.get("partij", ""),
    }
    return render(request, "matrix/matrix.html", _page(request) | chosen, status=422)


def _page(request: LeaRequest) -> dict[str, Any]:
    tabs = agenda_tabs(request.werkruimte.slug, "matrix", request.actor)
    blik = look(request)
    return {"tabs": tabs} if blik is None else {"tabs": tabs, **_shown(request, blik)}


def _shown(request: LeaRequest, blik: Blik) -> dict[str, Any]:
    form = AgendaFilter(request.GET, blik.agenda)
    keuze = choose(blik.rijen, form, request.GET)
    changes = request.actor.scope(Noun.ACTIE, Verb.WIJZIGEN) is Scope.ALLES
    return {
        "blik": blik,
        "formulier": form,
        "keuze": keuze,
        "matrix": matrix_of(keuze.rijen, blik.agenda.partijen),
        "letters": [(letter, rol.label) for rol, letter in LETTERS.items()],
        "partijen": sorted(blik.agenda.partijen, key=lambda one: one.naam),
        "gevonden": found_groups(request.werkruimte.pk) if changes else (),
        "mag_aanwijzen": changes and blik.mag_wijzigen,
    }
