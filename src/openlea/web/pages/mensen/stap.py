"""Helps somebody who lost phone or passkey: the second step is taken away, and chosen anew."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from openlea.core.errors import NotAllowed, NotFound
from openlea.services.find_lid import find_lid
from openlea.services.reset_factor import reset_factor
from openlea.web.route import LeaRequest


def stap_weg(request: LeaRequest, nummer: int) -> HttpResponse:
    """Take the second step of a member away and go back to that member, saying what was done."""
    lid = find_lid(request.actor, nummer)
    try:
        reset_factor(request.actor, lid.pk)
    except (NotAllowed, NotFound) as refused:
        messages.error(request, str(refused))
    else:
        told = f"De tweede stap van {lid.persoon.naam} is weg. Er is een mail gestuurd."
        messages.success(request, told)
    return redirect("lid", request.werkruimte.slug, lid.pk)
