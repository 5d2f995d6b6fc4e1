"""What every page of a casus shares: the way back, and a form that a verb may refuse."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse

from openlea.core.casus import Casusinhoud
from openlea.core.errors import NotFound
from openlea.services.casus.openen import opened
from openlea.services.find_casus import WEG, find_casus
from openlea.storage.records.models import Casus
from openlea.web.pages.casus.forms import CasusVorm
from openlea.web.route import LeaRequest

REFUSED = 422
GEEN_NAMEN = "Geen namen. Een casus is een nummer: schrijf niets op waaraan je een kind herkent."


def crumbs(request: LeaRequest, *names: str, nummer: int | None = None) -> list[dict[str, str]]:
    """Return the way back to 0-23 jaar; the last name is here."""
    slug = request.werkruimte.slug
    way: list[tuple[str, str, tuple[int, ...]]] = [
        ("0-23 jaar", "loopbaan", ()),
        ("Doorbraakaanpak", "casussen", ()),
    ]
    if nummer is not None and names:
        way.append((f"Casus {nummer}", "casus", (nummer,)))
    found = [{"naam": naam, "url": where(name, slug, *args)} for naam, name, args in way]
    return [one for one in found if one["url"]] + [{"naam": name} for name in names]


def where(name: str, slug: str, *args: int) -> str:
    """Return the address of a page, '' when that page does not stand yet."""
    try:
        return reverse(name, args=[slug, *args])
    except NoReverseMatch:
        return ""


def opened_casus(request: LeaRequest, nummer: str) -> tuple[Casus, Casusinhoud]:
    """Return a casus of one's own table with its content; NotFound when it was erased."""
    one = find_casus(request.actor, int(nummer))
    inhoud = opened(one)
    if inhoud is None:
        raise NotFound(WEG)
    return one, inhoud


def form_page(
    request: LeaRequest, form: CasusVorm, titel: str, inleiding: str, nummer: int | None = None
) -> HttpResponse:
    """Return a form on a page of its own."""
    slug = request.werkruimte.slug
    terug = where("casus", slug, nummer) if nummer is not None else where("casussen", slug)
    shown: dict[str, Any] = {
        "formulier": form,
        "titel": titel,
        "inleiding": inleiding,
        "kruimels": crumbs(request, titel, nummer=nummer),
        "terug": terug,
    }
    return render(request, "formulier.html", shown, status=REFUSED if form.errors else None)
