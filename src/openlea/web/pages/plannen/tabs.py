"""The second row of tabs, between the register of plans and public schools."""

from django.urls import reverse

from openlea.web.context import Link
from openlea.web.route import LeaRequest

TABS = (("Planregister", "plannen"), ("Openbaar onderwijs", "openbaar"))


def plan_tabs(request: LeaRequest, here: str) -> list[Link]:
    """Return both tabs, with where one is."""
    slug = request.werkruimte.slug
    return [Link(naam, reverse(route, args=[slug]), route == here) for naam, route in TABS]
