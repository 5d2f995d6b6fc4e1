"""Keys for other programs: which there are, a new one that is shown once, and taking one back."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.core.errors import BadInput
from openlea.policy.rechten import LidRol, Noun, Verb
from openlea.policy.sleutel import holds
from openlea.services.make_sleutel import make_sleutel
from openlea.services.revoke_sleutel import revoke_sleutel
from openlea.storage.records.models import Sleutel
from openlea.web.pages.mensen.forms import refuse
from openlea.web.pages.sleutels.forms import SleutelForm
from openlea.web.route import LeaRequest


@dataclass(frozen=True, slots=True)
class Regel:
    """A key, as whom it reads, and whether it holds today."""

    sleutel: Sleutel
    rol: str
    holds: bool


def sleutels(request: LeaRequest) -> HttpResponse:
    """Return every key of this werkruimte, newest first."""
    today = timezone.localdate()
    regels = [
        Regel(one, LidRol(one.rol).label, holds(one.geldig_tot, one.ingetrokken_op, today))
        for one in Sleutel.objects.of(request.werkruimte.pk)
    ]
    shown = {
        "regels": regels,
        "mag_maken": request.actor.may(Noun.SLEUTEL, Verb.MAKEN),
        "mag_intrekken": request.actor.may(Noun.SLEUTEL, Verb.WIJZIGEN),
    }
    return render(request, "sleutels/sleutels.html", shown)


def maken(request: LeaRequest) -> HttpResponse:
    """Return the form of a key; sent, it shows the new key, this once."""
    form = SleutelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        clean = form.cleaned_data
        try:
            made = make_sleutel(
                request.actor, clean["naam"], LidRol(clean["rol"]), clean["geldig_tot"]
            )
        except BadInput as refused:
            refuse(form, refused)
        else:
            # Not by way of another page: then the key would be kept until that page is asked.
            answer = render(
                request, "sleutels/gemaakt.html", {"gemaakt": made, "kruimels": _crumbs(request)}
            )
            answer["Cache-Control"] = "no-store"
            return answer
    code = 422 if request.method == "POST" else 200
    shown = {"formulier": form, "kruimels": _crumbs(request)}
    return render(request, "sleutels/maken.html", shown, status=code)


def intrekken(request: LeaRequest, nummer: int) -> HttpResponse:
    """Take a key back, and show the others."""
    sleutel = revoke_sleutel(request.actor, nummer)
    messages.success(request, f"De sleutel voor {sleutel.naam} is ingetrokken.")
    return redirect("sleutels", request.werkruimte.slug)


def _crumbs(request: LeaRequest) -> list[dict[str, str]]:
    here = reverse("sleutels", args=[request.werkruimte.slug])
    return [{"naam": "Sleutels", "url": here}, {"naam": "Nieuwe sleutel"}]
