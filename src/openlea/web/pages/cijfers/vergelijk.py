"""Why a municipality is compared with these ones: which, how near, by which features."""

from django.http import HttpResponse
from django.shortcuts import render

from openlea.core.errors import NotFound
from openlea.core.place import PlaceKind
from openlea.web.pages.cijfers.adres import place_of
from openlea.web.pages.cijfers.profiel import crumbs, tabs_of
from openlea.web.pages.cijfers.stand import read_stand
from openlea.web.route import LeaRequest


def vergelijk(request: LeaRequest, soort: str, code: str) -> HttpResponse:
    """Return the ten municipalities, how near each is and by what; only for a gemeente."""
    key = place_of(soort, code)
    if key.kind is not PlaceKind.GEMEENTE:
        raise NotFound("Alleen gemeenten worden met andere gemeenten vergeleken.")
    stand = read_stand(request.werkruimte.slug, key)
    context = {
        "stand": stand,
        "plaats": stand.plaats,
        "tabs": tabs_of(stand, "vergelijk"),
        "kruimels": crumbs(stand, "Waarom deze vergelijking?"),
    }
    return render(request, "cijfers/vergelijk.html", context)
