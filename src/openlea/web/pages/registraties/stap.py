"""The next step of a delivery: choose columns, mend rows, or decide."""

from django.http import HttpResponse
from django.shortcuts import redirect

from openlea.storage.records.models import Aanlevering
from openlea.web.route import LeaRequest

STAPPEN = {"kolommen": "aanlevering_kolommen", "herstel": "aanlevering_herstel"}


def step_name(one: Aanlevering) -> str:
    """Return the name of the page where a delivery waits for somebody."""
    return "aanlevering" if one.gewist_op else STAPPEN.get(one.wacht_op, "aanlevering")


def to_step(request: LeaRequest, one: Aanlevering) -> HttpResponse:
    """Go to the page where a delivery waits for somebody."""
    return redirect(step_name(one), request.werkruimte.slug, one.pk)
