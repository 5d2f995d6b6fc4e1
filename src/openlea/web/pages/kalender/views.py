"""One's own calendar addresses: which there are, a new one that is shown once, and taking back."""

from django.conf import settings
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from openlea.core.errors import BadInput
from openlea.policy.rechten import Noun, Scope, Verb
from openlea.services.make_kalenderadres import Gemaakt, make_kalenderadres
from openlea.services.revoke_kalenderadres import revoke_kalenderadres
from openlea.storage.records.models import Kalenderadres
from openlea.web.pages.kalender.forms import KalenderForm
from openlea.web.pages.mensen.forms import refuse
from openlea.web.route import LeaRequest


def kalenders(request: LeaRequest) -> HttpResponse:
    """Return the own addresses with the form of a new one; sent, it shows that one, this once."""
    may = request.actor.may(Noun.KALENDER, Verb.MAKEN)
    form = KalenderForm(request.POST or None, actor=request.actor) if may else None
    if request.method == "POST" and form is not None and form.is_valid():
        try:
            made = make_kalenderadres(
                request.actor,
                form.cleaned_data["naam"],
                form.chosen("partij"),
                form.chosen("lid"),
            )
        except BadInput as refused:
            refuse(form, refused)
        else:
            return _shown_once(request, made)
    code = 422 if request.method == "POST" else 200
    shown = {"formulier": form, "adressen": _addresses(request), "mag_maken": may}
    return render(request, "kalender/kalenders.html", shown, status=code)


def intrekken(request: LeaRequest, nummer: int) -> HttpResponse:
    """Take an address back, and show the others."""
    adres = revoke_kalenderadres(request.actor, nummer)
    messages.success(
        request, f"Het adres voor {adres.naam} is ingetrokken. De kalender loopt daar leeg."
    )
    return redirect("kalenders", request.werkruimte.slug)


def _addresses(request: LeaRequest) -> "QuerySet[Kalenderadres]":
    """Return the own addresses; who keeps the werkruimte sees all, to take them back."""
    standing = Kalenderadres.objects.of(request.werkruimte.pk).standing()
    if request.actor.scope(Noun.KALENDER, Verb.WIJZIGEN) is Scope.ALLES:
        return standing
    return standing.filter(lid_id=request.actor.lid or 0)


def _shown_once(request: LeaRequest, made: Gemaakt) -> HttpResponse:
    """Return the new address. Not by way of another page: then it would be kept until then."""
    address = settings.ADRES + reverse("kalender_feed", args=[made.geheim])
    shown = {
        "adres": address,
        "webcal": "webcal://" + address.partition("://")[2],
        "gemaakt": made.adres,
        "kruimels": [
            {"naam": "Kalender", "url": reverse("kalenders", args=[request.werkruimte.slug])},
            {"naam": "Nieuw adres"},
        ],
    }
    answer = render(request, "kalender/gemaakt.html", shown)
    answer["Cache-Control"] = "no-store"
    return answer
