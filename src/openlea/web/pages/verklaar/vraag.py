"""Ask partners for a figure that only they know."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from openlea.catalogue.shelf import IndicatorFile, Shelf
from openlea.core.bron import Klasse
from openlea.core.errors import NotFound
from openlea.policy.schrijfwijze import count, listing
from openlea.services.ask_figures import ask_figures
from openlea.services.rondvraag.besturen import Gevraagd
from openlea.web.pages.verklaar.zicht import read_shelf
from openlea.web.route import LeaRequest


def vraag(request: LeaRequest, indicator: str) -> HttpResponse:
    """Ask the schoolbesturen for the table behind an indicator, and say who was asked."""
    shelf = read_shelf()
    entry = shelf.indicators.get(indicator)
    bron = asked_source(shelf, entry) if entry else ""
    if not bron:
        raise NotFound("Dit cijfer wordt niet aan partners gevraagd.")
    done = ask_figures(request.actor, bron, timezone.localdate())
    messages.success(request, told(done))
    return redirect("indicator_kaart", request.werkruimte.slug, indicator)


def asked_source(shelf: Shelf, entry: IndicatorFile) -> str:
    """Return the id of the source of an indicator that partners bring; empty when there is none."""
    found = (one for one in entry.needs if shelf.sources[one].bron.klasse is Klasse.INTERN)
    return next(found, "")


def told(done: Gevraagd) -> str:
    """Return in Dutch who was asked, who was asked before, and of whom nobody takes part."""
    said = [
        f"Gevraagd aan {count(len(done.nu), 'schoolbestuur', 'schoolbesturen')}."
        if done.nu
        else "Er is niemand die nog gevraagd kon worden."
    ]
    if done.eerder:
        said.append(f"Dit jaar al gevraagd: {listing(done.eerder)}.")
    if done.zonder_lid:
        said.append(f"Nog niemand die kan antwoorden namens: {listing(done.zonder_lid)}.")
    return " ".join(said)
