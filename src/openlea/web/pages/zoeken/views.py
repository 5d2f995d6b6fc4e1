"""Search over everything that one may see."""

from django.http import HttpResponse
from django.shortcuts import render

from openlea.web.route import LeaRequest


def zoeken(request: LeaRequest) -> HttpResponse:
    """Return what fits the words that were typed."""
    return render(request, "zoeken/zoeken.html", {"zoekvraag": request.GET.get("q", "")})
