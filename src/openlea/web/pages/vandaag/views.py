"""Vandaag: what asks attention, and the agenda at a glance."""

from django.http import HttpResponse
from django.shortcuts import render

from openlea.web.route import LeaRequest


def vandaag(request: LeaRequest) -> HttpResponse:
    """Return the start of the day."""
    return render(request, "vandaag/vandaag.html")
