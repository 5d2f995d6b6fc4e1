"""Look at the agenda as somebody else sees it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from openlea.policy.lidmaatschap import MET_PARTIJ
from openlea.policy.rechten import LidRol
from openlea.storage.records.models import Partij
from openlea.web.actor import reads_everything, session_key
from openlea.web.pages.bekijken.forms import BekijkAls
from openlea.web.route import LeaRequest


def bekijk_als(request: LeaRequest) -> HttpResponse:
    """Show the choice (GET); start, change or, without a role, stop looking (POST)."""
    if request.method != "POST":
        return _choice(request, _form(request, None))
    if "rol" not in request.POST:
        request.session.pop(session_key(request.werkruimte), None)
        return redirect(_back(request))
    if not reads_everything(request.actor):
        messages.error(request, "Alleen wie alles mag lezen, kan bekijken als een ander.")
        return redirect("agenda", request.werkruimte.slug)
    form = _form(request, request.POST)
    if not form.is_valid():
        return _choice(request, form)
    rol, partij = form.cleaned_data["rol"], form.cleaned_data["partij"]
    chosen = {"rol": rol, "partij": partij if LidRol(rol) in MET_PARTIJ else None}
    request.session[session_key(request.werkruimte)] = chosen
    return redirect("agenda", request.werkruimte.slug)


def _form(request: LeaRequest, asked: object) -> BekijkAls:
    taking_part = Partij.objects.of(request.werkruimte.pk).taking_part()
    partijen = taking_part.order_by("naam").values_list("pk", "naam")
    return BekijkAls(asked, request.actor.rol, partijen)


def _choice(request: LeaRequest, form: BekijkAls) -> HttpResponse:
    may = reads_everything(request.actor)
    context = {"formulier": form if may else None, "eigen_rol": request.actor.rol}
    return render(request, "bekijken/bekijk_als.html", context, status=422 if form.errors else 200)


def _back(request: LeaRequest) -> str:
    """Return the page one was on, if it is ours; else the agenda, which everyone may open."""
    came = request.headers.get("Referer", "")
    ours = url_has_allowed_host_and_scheme(
        came, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return came if came and ours else reverse("agenda", args=[request.werkruimte.slug])
