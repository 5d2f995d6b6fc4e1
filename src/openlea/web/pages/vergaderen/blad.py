"""The page of a meeting that goes on, with whatever form somebody is in the middle of."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from openlea.core.overleg import VergaderingStaat, VerslagStaat
from openlea.policy.rechten import Noun, Verb
from openlea.policy.vergaderorde import BEGINNEN
from openlea.services.describe_tafel import Tafel, describe_tafel
from openlea.services.overleg.dossierpunt import dossier_of_punt
from openlea.storage.records.models import Agendapunt
from openlea.web.pages.afspraken.opsteller import composer
from openlea.web.pages.vergaderen.forms import Aanwezigvorm, Besluitvorm, Regelvorm, new_key
from openlea.web.route import LeaRequest


def whole(value: str | None) -> int | None:
    """Return a number from an address, or None when it isn't one."""
    return int(value) if value and value.isdecimal() and len(value) < 10 else None  # noqa: PLR2004


def tafel_of(request: LeaRequest, nummer: int, punt: int | None = None) -> Tafel:
    """Return the meeting at the item that the address names."""
    chosen = punt if punt is not None else whole(request.GET.get("punt"))
    return describe_tafel(request.actor, nummer, chosen, timezone.now())


def item_address(request: LeaRequest, nummer: int, punt: int | None) -> str:
    """Return the address of an item in the meeting."""
    url = reverse("vergaderen", args=[request.werkruimte.slug, nummer])
    return f"{url}?punt={punt}" if punt else url


def show(request: LeaRequest, tafel: Tafel, *, status: int = 200, **more: Any) -> HttpResponse:
    """Return the page; `more` holds forms that were refused, with what was filled in."""
    return render(
        request, "vergaderen/vergaderen.html", context_of(request, tafel) | more, status=status
    )


def context_of(request: LeaRequest, tafel: Tafel) -> dict[str, Any]:
    """Return what the page shows at an item."""
    meeting, hier = tafel.vergadering, tafel.hier
    adres = item_address(request, meeting.pk, None)
    context: dict[str, Any] = {
        "tafel": tafel,
        "vergadering": meeting,
        "hier": hier,
        "adres": adres,
        "vorige": tafel.beside(-1),
        "volgende": tafel.beside(1),
        "kan_beginnen": tafel.leidt and tafel.staat in BEGINNEN,
        "is_bezig": tafel.staat is VergaderingStaat.BEZIG,
        "is_gehouden": tafel.staat is VergaderingStaat.GEHOUDEN,
        "is_vast": meeting.verslag_staat == VerslagStaat.VASTGESTELD,
        "wijzig_regel": whole(request.GET.get("regel")),
        "aanwezigvorm": Aanwezigvorm(None, tafel.personen) if tafel.leidt else None,
        "kruimels": _crumbs(request, tafel),
        "tab": "overleg",
    }
    if hier is not None and tafel.schrijft:
        start = {"punt": hier.nummer, "sleutel": new_key()}
        context["regelvorm"] = Regelvorm(initial=start, auto_id="regel_%s")
    if hier is None:
        return context
    punt = Agendapunt.objects.of(request.werkruimte.pk).get(pk=hier.nummer)
    context["dossier"] = dossier_of_punt(request.actor, punt, timezone.localdate())
    return context | _composers(request, tafel, punt)


def _composers(request: LeaRequest, tafel: Tafel, punt: Agendapunt) -> dict[str, Any]:
    """Return the forms of who leads the meeting, once it has begun."""
    begun = tafel.staat in {VergaderingStaat.BEZIG, VergaderingStaat.GEHOUDEN}
    fixed = tafel.vergadering.verslag_staat == VerslagStaat.VASTGESTELD
    if not tafel.leidt or not begun or fixed:
        return {}
    found: dict[str, Any] = {"leidt_punt": True}
    if request.actor.may(Noun.BESLUIT, Verb.MAKEN):
        start = {"zichtbaarheid": punt.zichtbaarheid}
        found["besluitvorm"] = Besluitvorm(None, tafel.partijen, initial=start)
    if request.actor.may(Noun.AFSPRAAK, Verb.MAKEN):
        terug = item_address(request, tafel.vergadering.pk, punt.pk)
        found["opsteller"] = composer(request, punt, terug=terug)
    return found


def _crumbs(request: LeaRequest, tafel: Tafel) -> list[dict[str, str]]:
    slug, meeting = request.werkruimte.slug, tafel.vergadering
    return [
        {"naam": "Overleg", "url": reverse("overleg", args=[slug])},
        {"naam": meeting.titel, "url": reverse("vergadering", args=[slug, meeting.pk])},
        {"naam": "Vergaderen", "url": ""},
    ]
