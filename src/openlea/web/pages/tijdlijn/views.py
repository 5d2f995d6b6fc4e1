"""The agenda on an axis of years."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe

from openlea.policy.rechten import Noun, Verb
from openlea.web.charts.tijdlijn_svg import As, draw_tijdlijn
from openlea.web.pages.agenda.blik import look
from openlea.web.pages.agenda.forms import AgendaFilter
from openlea.web.pages.agenda.keuze import choose
from openlea.web.pages.agenda.links import agenda_tabs
from openlea.web.pages.tijdlijn.rijen import blocks, drawn, milestones
from openlea.web.route import LeaRequest


def tijdlijn(request: LeaRequest) -> HttpResponse:
    """Return the actions as bars over the years and as a table, filtered as the address says."""
    slug = request.werkruimte.slug
    blik = look(request)
    if blik is None:
        return render(
            request,
            "tijdlijn/tijdlijn.html",
            {"tabs": agenda_tabs(slug, "tijdlijn", request.actor)},
        )
    form = AgendaFilter(request.GET, blik.agenda)
    keuze = choose(blik.rijen, form, request.GET)
    with_money = request.actor.may(Noun.GELD, Verb.ZIEN)
    blokken = blocks(keuze.rijen, milestones(blik.agenda, with_money=with_money))
    tijdas = As(blik.agenda.van, blik.agenda.tot)
    drawing = draw_tijdlijn(
        drawn(blokken, slug),
        tijdas,
        blik.vandaag,
        f"Tijdlijn van {blik.agenda.titel}",
        "Per speerpunt een balk per actie. Onder de tekening staat hetzelfde als tabel.",
    )
    context = {
        "blik": blik,
        "keuze": keuze,
        "formulier": form,
        "blokken": blokken,
        # Made by charts.svg, which escapes every word of people.
        "tekening": mark_safe(drawing),  # noqa: S308
        "buiten": not tijdas.holds(blik.vandaag),
        "zonder_periode": sum(not (r.actie.van or r.actie.tot) for r in keuze.rijen),
        "tabs": agenda_tabs(slug, "tijdlijn", request.actor),
    }
    return render(request, "tijdlijn/tijdlijn.html", context)
