"""The Doelen-Inspanningen-Netwerk: shown as a drawing and in sentences, and kept."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe

from openlea.core.errors import BadInput
from openlea.core.netwerk import Verband
from openlea.policy.meetbaarheid import Onderdeel
from openlea.policy.netwerk import Knoop, all_knopen, unsure
from openlea.policy.rechten import Noun, Verb
from openlea.services.keep_verband import keep_verband
from openlea.services.remove_verband import remove_verband
from openlea.web.pages.agenda.blik import Blik, look
from openlea.web.pages.agenda.links import agenda_tabs
from openlea.web.pages.netwerk.beeld import drawn, part
from openlea.web.pages.netwerk.forms import NetwerkKeuze, NieuwVerband
from openlea.web.route import LeaRequest


def netwerk(request: LeaRequest) -> HttpResponse:
    """Show the part of the network that was asked for (GET), or add a link (POST)."""
    if request.method == "POST":
        return _keep(request)
    return render(request, "netwerk/netwerk.html", _page(request))


def _keep(request: LeaRequest) -> HttpResponse:
    """Add the link of the form; the way back from a removal has the same words in its address."""
    slug, blik = request.werkruimte.slug, look(request)
    if blik is None:
        return redirect("netwerk", slug)
    asked = request.POST if "van" in request.POST else request.GET
    form = NieuwVerband(asked, all_knopen(blik.agenda))
    if form.is_valid():
        try:
            keep_verband(request.actor, form.value())
        except BadInput as fault:
            for fout in fault.fouten:
                form.add_error(fout.cel if fout.cel in form.fields else None, fout.reden)
        else:
            messages.success(request, "Het verband staat in het netwerk.")
            return redirect("netwerk", slug)
    return render(request, "netwerk/netwerk.html", _page(request, form), status=422)


def weghalen(request: LeaRequest) -> HttpResponse:
    """Remove a link, and offer to put it back."""
    asked = [request.POST.get(veld, "") for veld in ("van", "naar", "teken")]
    was = remove_verband(request.actor, *asked)
    if was is None:
        messages.info(request, "Dit verband was er al niet meer.")
    else:
        messages.success(
            request,
            f"Het verband van {was.van} naar {was.naar} is weg.",
            extra_tags=f"ongedaan:{_back(request, was)}",
        )
    return redirect("netwerk", request.werkruimte.slug)


def _back(request: LeaRequest, was: Verband) -> str:
    words = {
        "van": was.van,
        "naar": was.naar,
        "teken": str(was.teken),
        "zekerheid": str(was.zekerheid),
        "toelichting": was.toelichting,
    }
    return f"{reverse('netwerk', args=[request.werkruimte.slug])}?{urlencode(words)}"


def _page(request: LeaRequest, form: NieuwVerband | None = None) -> dict[str, Any]:
    tabs = agenda_tabs(request.werkruimte.slug, "netwerk", request.actor)
    blik = look(request)
    if blik is None:
        return {"tabs": tabs}
    changes = request.actor.may(Noun.NETWERK, Verb.WIJZIGEN) and blik.mag_wijzigen
    knopen = all_knopen(blik.agenda)
    own = form or NieuwVerband(None, knopen)
    return {
        "tabs": tabs,
        "nieuw": own if changes else None,
        "mag_wijzigen": changes,
        **_shown(request, blik, knopen),
    }


def _shown(request: LeaRequest, blik: Blik, knopen: Mapping[str, Knoop]) -> dict[str, Any]:
    choice = NetwerkKeuze(request.GET, blik.agenda)
    choice.is_valid()
    speerpunt = choice.cleaned_data.get("speerpunt", "")
    doel = choice.cleaned_data.get("doel", "")
    beeld = part(blik.agenda, knopen, speerpunt, doel)
    meten = blik.meetbaarheid
    soorten = {one.code: one for one in blik.agenda.netwerk.indicatoren}
    return {
        "blik": blik,
        "keuze": choice,
        "actief": _active(choice, speerpunt, doel),
        "beeld": beeld,
        # Made by charts.svg, which escapes every word of people.
        "tekening": mark_safe(drawn(beeld, f"Netwerk van {blik.agenda.titel}")),  # noqa: S308
        "onzeker": len(unsure(beeld.graaf)),
        "meten": meten,
        "delen": [(deel.label.capitalize(), meten.share(deel)) for deel in Onderdeel],
        "indicatoren": [(soorten[one.code], one) for one in meten.indicatoren],
    }


def _active(choice: NetwerkKeuze, speerpunt: str, doel: str) -> list[dict[str, str]]:
    """Return what was chosen, each with the address without it; short, for a narrow screen."""
    doelen = dict(choice.fields["doel"].choices)  # type: ignore[attr-defined]
    shown = {
        "speerpunt": (speerpunt, f"Speerpunt {speerpunt}"),
        "doel": (doel, f"Doel {doelen.get(doel, doel)}"),
    }
    chosen = {veld: value for veld, (value, _) in shown.items() if value}
    return [
        {
            "naam": shown[veld][1],
            "weg_url": "?" + urlencode({k: v for k, v in chosen.items() if k != veld}),
        }
        for veld in chosen
    ]
