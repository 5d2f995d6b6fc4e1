"""Rules for signing in: which there are, a new one, and taking one away."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from openlea.core.errors import BadInput
from openlea.policy.rechten import Noun, Verb
from openlea.policy.schrijfwijze import count
from openlea.services.keep_inlogregel import keep_inlogregel
from openlea.services.remove_inlogregel import remove_inlogregel
from openlea.storage.records.models import Inlogdienst, Inlogregel
from openlea.web.pages.inlogregels.forms import RegelForm
from openlea.web.pages.mensen.forms import refuse
from openlea.web.pages.mensen.views import partij_choices
from openlea.web.route import LeaRequest


def inlogregels(request: LeaRequest) -> HttpResponse:
    """Return the rules of this werkruimte, per service."""
    shown = {
        "regels": Inlogregel.objects.of(request.werkruimte.pk),
        "zijn_er_diensten": Inlogdienst.objects.filter(is_aan=True).exists(),
        "mag_maken": request.actor.may(Noun.INLOGREGEL, Verb.MAKEN),
        "mag_weghalen": request.actor.may(Noun.INLOGREGEL, Verb.WIJZIGEN),
    }
    return render(request, "inlogregels/inlogregels.html", shown)


def maken(request: LeaRequest) -> HttpResponse:
    """Return the form of a rule; sent, it works from the next sign-in on."""
    form = RegelForm(request.POST or None, partijen=partij_choices(request))
    if request.method == "POST" and form.is_valid():
        try:
            keep_inlogregel(request.actor, form.woorden())
        except BadInput as refused:
            refuse(form, refused)
        else:
            messages.success(
                request, "De regel is bewaard. Hij werkt bij de volgende keer inloggen."
            )
            return redirect("inlogregels", request.werkruimte.slug)
    here = reverse("inlogregels", args=[request.werkruimte.slug])
    shown = {
        "formulier": form,
        "kruimels": [{"naam": "Inloggen met een dienst", "url": here}, {"naam": "Nieuwe regel"}],
    }
    code = 422 if request.method == "POST" else 200
    return render(request, "inlogregels/maken.html", shown, status=code)


def weghalen(request: LeaRequest, nummer: int) -> HttpResponse:
    """Take a rule away, and say how many roles ended with it."""
    ended = remove_inlogregel(request.actor, nummer)
    rollen = count(ended, "rol is", "rollen zijn")
    messages.success(request, f"De regel is weggehaald; {rollen} daarmee beëindigd.")
    return redirect("inlogregels", request.werkruimte.slug)
