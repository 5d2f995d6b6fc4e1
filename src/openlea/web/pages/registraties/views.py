"""Registrations about persons: what there is, one delivery in detail, and erasing it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from openlea.core.errors import BadInput, Conflict
from openlea.policy.cijfertekst import periode_tekst
from openlea.policy.leveringverschil import Aanvulwijze, Gelijkenis
from openlea.policy.rechten import Noun, Verb
from openlea.policy.registratietelling import count_text
from openlea.services.describe_aanleveringen import GEMEENTE, describe_aanleveringen
from openlea.services.erase_aanlevering import erase_aanlevering
from openlea.services.find_aanlevering import find_aanlevering
from openlea.services.kluis.plek import can_be_read
from openlea.services.kluis.plek import registraties as declared
from openlea.services.kluis.vergelijken import VERSCHIL, earlier_of
from openlea.storage.records.models import Aanlevering
from openlea.web.pages.mensen.forms import refuse
from openlea.web.pages.registraties.forms import WisForm
from openlea.web.pages.registraties.stap import step_name
from openlea.web.route import LeaRequest

SHOWN = 100


def registraties(request: LeaRequest) -> HttpResponse:
    """Return every registration with its last period, its senders and until when it is kept."""
    shown = {"beelden": describe_aanleveringen(request.actor), **may(request)}
    return render(request, "registraties/registraties.html", shown)


def aanlevering(request: LeaRequest, nummer: int) -> HttpResponse:
    """Return what is known of one delivery; before it counts this is where one decides."""
    one = find_aanlevering(request.actor, nummer)
    earlier = earlier_of(one) if one.bevestigd_op is None else None
    verschil = one.koppeling.get(VERSCHIL)
    shown = {
        "aanlevering": one,
        "eerder": earlier,
        "verschil": _told(verschil) if earlier and verschil else None,
        "wijzen": list(Aanvulwijze),
        "stap": step_name(one),
        "afgekeurd": one.afgekeurd[:SHOWN],
        "meer_afgekeurd": one.afgekeurde_rijen > len(one.afgekeurd[:SHOWN]),
        "eigen_deur": has_door(one.registratie),
        "onleesbaar": one.gewist_op is None and not can_be_read(one),
        "kruimels": crumbs(request, periode_tekst(one.periode)),
        **facts(one),
        **may(request),
    }
    return render(request, "registraties/aanlevering.html", shown)


def _told(verschil: dict[str, Any]) -> dict[str, Any]:
    """Return how a draft differs from what counts, as the page says it."""
    like = Gelijkenis(verschil["soort"])
    return {**verschil, "titel": like.label, "gelijk": like is Gelijkenis.HETZELFDE}


def wissen(request: LeaRequest, nummer: int) -> HttpResponse:
    """Ask why, and erase the rows of a delivery for good."""
    one = find_aanlevering(request.actor, nummer, Verb.WIJZIGEN)
    form = WisForm(request.POST or None, initial={"versie": one.versie})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            erase_aanlevering(request.actor, nummer, said["reden"], versie=said["versie"])
        except BadInput as refused:
            refuse(form, refused)
        except Conflict as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "De rijen zijn gewist. Ook een back-up geeft ze niet terug.")
            return redirect("registraties", request.werkruimte.slug)
    here = reverse("aanlevering", args=[request.werkruimte.slug, one.pk])
    shown = {
        "aanlevering": one,
        "formulier": form,
        "terug": here,
        "kruimels": crumbs(request, "Wissen"),
        **facts(one),
    }
    status = 422 if form.errors else 200
    return render(request, "registraties/wissen.html", shown, status=status)


def has_door(registratie: str) -> bool:
    """Return whether a registration is delivered on a page of its own."""
    found = declared().get(registratie)
    return found is not None and found.deur != ""


def facts(one: Aanlevering) -> dict[str, Any]:
    """Return how a delivery is called and counted on screen."""
    found = declared().get(one.registratie)
    return {
        "titel": found.titel if found else one.registratie,
        "periode": periode_tekst(one.periode),
        "van": one.partij.naam if one.partij else GEMEENTE,
        "rijen": count_text(one.rijen),
    }


def may(request: LeaRequest) -> dict[str, bool]:
    """Return what the actor may do, for the buttons of a page."""
    actor = request.actor
    return {
        "mag_aanleveren": actor.may(Noun.REGISTRATIE, Verb.MAKEN),
        "mag_wissen": actor.may(Noun.REGISTRATIE, Verb.WIJZIGEN),
    }


def crumbs(request: LeaRequest, last: str) -> list[dict[str, str]]:
    """Return the way to a page of registrations."""
    here = reverse("registraties", args=[request.werkruimte.slug])
    return [{"naam": "Registraties", "url": here}, {"naam": last}]
