"""The agenda as a tree."""

from django.http import HttpResponse
from django.shortcuts import render

from openlea.storage.records.as_values import agenda_values, sight_of
from openlea.storage.records.models import Agenda
from openlea.web.route import LeaRequest


def boom(request: LeaRequest) -> HttpResponse:
    """Return ambities, speerpunten and acties as one tree."""
    current = Agenda.objects.current(request.werkruimte.pk)
    agenda = agenda_values(current, sight_of(request.actor)) if current else None
    return render(request, "agenda/boom.html", {"agenda": agenda})
