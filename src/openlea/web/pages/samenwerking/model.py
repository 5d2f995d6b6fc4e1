"""Say how the parties work together on a theme, and take back a word that was a mistake."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.core.samenwerking import Samenwerkingsmodel
from openlea.policy.rechten import Noun, Scope, Verb
from openlea.services.describe_samenwerking import Samenwerkingsbeeld, describe_samenwerking
from openlea.services.keep_modelkeuze import keep_modelkeuze
from openlea.services.remove_modelkeuze import remove_modelkeuze
from openlea.storage.records.models import Modelkeuze, Partij
from openlea.web.pages.samenwerking.forms import ZELF, Choices, ModelForm
from openlea.web.route import LeaRequest

REFUSED = 422


def samenwerking_model(request: LeaRequest) -> HttpResponse:
    """Show the form; sent, the word is kept and the front shows it."""
    today = timezone.localdate()
    beeld = describe_samenwerking(request.actor)
    thema = request.GET.get("thema", "")
    own = _own(request)
    form = ModelForm(
        request.POST if request.method == "POST" else None,
        themas=beeld.themas,
        partijen=_speaks_for(request),
        initial={
            "sinds": today,
            "model": request.GET.get("model", ""),
            **_chosen(beeld, thema),
            "partij": own.code if own else "",
        },
    )
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        kept = form.try_to(
            lambda: keep_modelkeuze(
                request.actor,
                form.gekozen_thema,
                typed["partij"],
                Samenwerkingsmodel(typed["model"]),
                sinds=typed["sinds"],
                waarom=typed["waarom"],
                today=today,
            )
        )
        if kept is not None:
            messages.success(request, f"Bewaard bij {beeld.themas.title(kept.thema)}.")
            return redirect("samenwerking", request.werkruimte.slug)
    return _page(request, form, beeld, thema)


def samenwerking_woord_weg(request: LeaRequest, nummer: int) -> HttpResponse:
    """Take a word back, and show what is left of the theme."""
    thema = remove_modelkeuze(request.actor, int(nummer))
    messages.success(request, "Het woord is weggehaald.")
    address = reverse("samenwerking_model", args=[request.werkruimte.slug])
    left = Modelkeuze.objects.filter(werkruimte=request.werkruimte.pk, thema=thema).exists()
    return redirect(f"{address}?thema={thema}" if left else address)


def _speaks_for(request: LeaRequest) -> Choices:
    """Return for whom one may speak: all together and each partij, or the own partij alone."""
    partijen = Partij.objects.of(request.werkruimte.pk).taking_part().order_by("naam")
    if request.actor.scope(Noun.SAMENWERKING, Verb.WIJZIGEN) is Scope.ALLES:
        return [("", "Wij samen (gekozen in een overleg)"), *partijen.values_list("code", "naam")]
    return list(partijen.filter(pk=request.actor.partij or 0).values_list("code", "naam"))


def _own(request: LeaRequest) -> Partij | None:
    """Return the partij that somebody speaks for, or None."""
    return Partij.objects.of(request.werkruimte.pk).filter(pk=request.actor.partij or 0).first()


def _chosen(beeld: Samenwerkingsbeeld, thema: str) -> dict[str, str]:
    if not thema:
        return {}
    if thema in beeld.themas.velden or thema in beeld.themas.speerpunten:
        return {"thema": thema}
    return {"thema": ZELF, "eigen": thema}


def _page(
    request: LeaRequest, form: ModelForm, beeld: Samenwerkingsbeeld, thema: str
) -> HttpResponse:
    slug = request.werkruimte.slug
    stand = next((one for one in beeld.beelden if one.stand.thema == thema), None)
    own = _own(request)
    every = request.actor.scope(Noun.SAMENWERKING, Verb.WIJZIGEN) is Scope.ALLES
    context = {
        "formulier": form,
        "beeld": beeld,
        "kaarten": list(beeld.kaarten.values()),
        "gekozen": form["model"].value() or "",
        "thema": stand,
        "alles": every,
        "eigen_naam": own.naam if own else "",
        "kruimels": [
            {"naam": "Samenwerking", "url": reverse("samenwerking", args=[slug])},
            {"naam": "Zeg hoe jullie samenwerken"},
        ],
        "terug": reverse("samenwerking", args=[slug]),
    }
    status = REFUSED if form.errors else None
    return render(request, "samenwerking/model.html", context, status=status)
