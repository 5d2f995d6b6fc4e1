"""0-23 jaar: how children get on, from the voorschool to work."""

from django.http import HttpResponse
from django.shortcuts import render

from openlea.web.pages.loopbaan.tegels import tegels
from openlea.web.route import LeaRequest


def loopbaan(request: LeaRequest) -> HttpResponse:
    """Return the first page, with what this person may see."""
    return render(request, "loopbaan/loopbaan.html", {"tegels": tuple(tegels(request))})
