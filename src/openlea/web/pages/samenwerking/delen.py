"""Sharing with another werkruimte: offer, answer, stop, and see what is shared now."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.core.deling import Delingstap
from openlea.core.errors import NotFound
from openlea.policy.rechten import Noun, Verb
from openlea.services.describe_delingen import Delingenbeeld, describe_delingen
from openlea.services.offer_deling import offer_deling
from openlea.services.take_delingstap import take_delingstap
from openlea.web.pages.samenwerking.forms import AanbodForm
from openlea.web.route import LeaRequest

REFUSED = 422
GEDAAN = {
    Delingstap.AANVAARDEN: "Jullie zien nu hun route bij Samen leren.",
    Delingstap.WEIGEREN: "Geweigerd. Er wordt niets gedeeld.",
    Delingstap.INTREKKEN: "Gestopt. Er wordt niets meer gedeeld.",
}


def delingen(request: LeaRequest) -> HttpResponse:
    """Return what is shared; sent, the offer is kept and always answers the same."""
    today = timezone.localdate()
    beeld = describe_delingen(request.actor, today)
    form = AanbodForm(
        request.POST if request.method == "POST" else None,
        speerpunten=beeld.speerpunten,
        initial={"van": today, "adres": request.GET.get("adres", "")},
    )
    if request.method == "POST" and form.is_valid():
        kept = form.try_to(lambda: offer_deling(request.actor, form.aanbod(), today))
        if kept is not None:
            zin = f"Je aanbod aan {kept.adres} is bewaard. Pas als zij akkoord gaan, zien zij iets."
            messages.success(request, zin)
            return redirect("delingen", request.werkruimte.slug)
    return _page(request, beeld, form)


def deling_stap(request: LeaRequest, nummer: int) -> HttpResponse:
    """Take a step in a sharing and come back."""
    word = request.POST.get("stap", "")
    if word not in list(Delingstap):
        raise NotFound("Deze stap is er niet.")
    take_delingstap(request.actor, int(nummer), Delingstap(word))
    messages.success(request, GEDAAN[Delingstap(word)])
    return redirect("delingen", request.werkruimte.slug)


def _page(request: LeaRequest, beeld: Delingenbeeld, form: AanbodForm) -> HttpResponse:
    slug = request.werkruimte.slug
    context = {
        "beeld": beeld,
        "formulier": form,
        "gekregen": [one for one in beeld.gekregen if not one.wacht],
        "mag_aanbieden": request.actor.may(Noun.DELING, Verb.MAKEN),
        "kruimels": [
            {"naam": "Samenwerking", "url": reverse("samenwerking", args=[slug])},
            {"naam": "Delen"},
        ],
    }
    status = REFUSED if form.errors else None
    return render(request, "samenwerking/delen.html", context, status=status)
