"""What lies ahead: pupils, buildings, transport, help around the school, and what pays back."""

from django.http import HttpResponse
from django.shortcuts import render

from openlea.web.pages.vooruit.tegels import tegels
from openlea.web.route import LeaRequest


def vooruit(request: LeaRequest) -> HttpResponse:
    """Return the first page, with what this person may open."""
    return render(request, "vooruit/vooruit.html", {"tegels": tuple(tegels(request))})
