"""Hold something back from removal, end a hold, and choose a term of one's own."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.core.errors import BadInput, NotFound
from openlea.services.describe_bewaring import Bewaarregel, describe_bewaring
from openlea.services.end_bewaarstop import end_bewaarstop
from openlea.services.keep_bewaarstop import keep_bewaarstop
from openlea.services.keep_bewaartermijn import keep_bewaartermijn
from openlea.web.pages.bewaren.forms import StopForm, TermijnForm
from openlea.web.pages.mensen.forms import refuse
from openlea.web.route import LeaRequest

STOP = "Wat je hier noemt, wordt niet verwijderd zolang de bewaarstop geldt."


def zetten(request: LeaRequest) -> HttpResponse:
    """Return the form of a hold; sent, it keeps the hold."""
    soorten = [(one.soort, one.kaart.titel) for one in _lines(request)]
    form = StopForm(request.POST or None, soorten=soorten)
    if request.method == "POST" and form.is_valid():
        clean = form.cleaned_data
        try:
            keep_bewaarstop(
                request.actor,
                clean["soort"],
                clean["nummer"],
                clean["reden"],
                van=timezone.localdate(),
                tot=clean["tot"],
            )
        except BadInput as refused:
            refuse(form, refused)
        else:
            messages.success(request, "De bewaarstop geldt vanaf nu.")
            return redirect("bewaren", request.werkruimte.slug)
    return _form(request, form, "Zet een bewaarstop", STOP)


def opheffen(request: LeaRequest, nummer: int) -> HttpResponse:
    """End a hold, from tomorrow."""
    end_bewaarstop(request.actor, nummer, timezone.localdate())
    messages.success(request, "De bewaarstop geldt nog vandaag. Vanaf morgen telt de termijn weer.")
    return redirect("bewaren", request.werkruimte.slug)


def termijn(request: LeaRequest, soort: str) -> HttpResponse:
    """Return the form of an own term; sent empty, our proposal holds again."""
    line = next((one for one in _lines(request) if one.soort == soort), None)
    if line is None or not line.kaart.maanden:
        raise NotFound("Hiervoor is geen termijn te kiezen.")
    asked = {"maanden": line.maanden if line.eigen else None, "waarom": line.eigen}
    form = TermijnForm(request.POST or None, initial=asked)
    if request.method == "POST" and form.is_valid():
        clean = form.cleaned_data
        try:
            keep_bewaartermijn(request.actor, soort, clean["maanden"], clean["waarom"])
        except BadInput as refused:
            refuse(form, refused)
        else:
            messages.success(request, f"De termijn van {line.kaart.titel.lower()} is bewaard.")
            return redirect("bewaren", request.werkruimte.slug)
    said = f"Het voorstel is {line.kaart.maanden} maanden na {line.kaart.vanaf}."
    return _form(request, form, f"Hoe lang bewaar je {line.kaart.titel.lower()}?", said)


def _lines(request: LeaRequest) -> tuple[Bewaarregel, ...]:
    return describe_bewaring(timezone.localdate(), request.werkruimte)


def _form(
    request: LeaRequest, form: StopForm | TermijnForm, titel: str, inleiding: str
) -> HttpResponse:
    here = reverse("bewaren", args=[request.werkruimte.slug])
    shown = {
        "formulier": form,
        "titel": titel,
        "inleiding": inleiding,
        "kruimels": [{"naam": "Bewaren en verwijderen", "url": here}, {"naam": titel}],
        "terug": here,
    }
    return render(request, "bewaren/formulier.html", shown, status=422 if form.errors else 200)
