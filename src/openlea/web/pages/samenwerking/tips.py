"""The tips for an agenda on inclusive education, each of which one click makes an action."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.core.errors import BadInput
from openlea.policy.rechten import Noun, Scope, Verb
from openlea.services.describe_tips import Tipbeeld, describe_tips
from openlea.services.take_tip import take_tip
from openlea.services.take_tipblad import take_tipblad
from openlea.web.route import LeaRequest


def tips(request: LeaRequest) -> HttpResponse:
    """Return the tips by topic, with which are in the agenda already."""
    slug = request.werkruimte.slug
    beeld = describe_tips(request.actor)
    may = request.actor.scope(Noun.ACTIE, Verb.MAKEN) is Scope.ALLES
    context = {
        "beeld": beeld,
        "mag_overnemen": may and bool(beeld.speerpunten),
        "mag_alles": _may_take_all(request, beeld) and beeld.genomen < len(beeld.regels),
        "gekozen": request.GET.get("bij", ""),
        "kruimels": [
            {"naam": "Samenwerking", "url": reverse("samenwerking", args=[slug])},
            {"naam": "Tips voor de agenda"},
        ],
    }
    return render(request, "samenwerking/tips.html", context)


def _may_take_all(request: LeaRequest, beeld: Tipbeeld) -> bool:
    """Return whether all tips can come in at once; a first agenda is for who reads one in."""
    if not beeld.speerpunten:
        return request.actor.scope(Noun.BESTAND, Verb.WIJZIGEN) is Scope.ALLES
    return request.actor.scope(Noun.AGENDA, Verb.MAKEN) is Scope.ALLES


def tip_overnemen(request: LeaRequest, tip: str) -> HttpResponse:
    """Make a tip an action, and say where it is."""
    slug = request.werkruimte.slug
    speerpunt = request.POST.get("speerpunt", "")
    try:
        made = take_tip(request.actor, tip, speerpunt)
    except BadInput as refused:
        messages.error(request, refused.fouten[0].reden)
        return redirect("tips", slug)
    messages.success(request, f"Actie {made.code} staat in de agenda: {made.naam}.")
    return redirect(f"{reverse('tips', args=[slug])}?bij={speerpunt}")


def tips_overnemen(request: LeaRequest) -> HttpResponse:
    """Put all topics and tips in the agenda at once, and show it."""
    slug = request.werkruimte.slug
    code = take_tipblad(request.actor, request.POST.get("blad", ""), timezone.localdate().year)
    messages.success(
        request, f"Ambitie {code} staat in de agenda, met een speerpunt per onderwerp."
    )
    return redirect("agenda", slug)
