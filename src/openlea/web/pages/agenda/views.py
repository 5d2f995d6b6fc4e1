"""The agenda as a tree, as a list for a spreadsheet, and whole on paper."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from openlea.core.errors import NotFound
from openlea.policy.rechten import Noun, Verb
from openlea.web.pages.agenda.blik import Blik, blocks, look
from openlea.web.pages.agenda.forms import AgendaFilter
from openlea.web.pages.agenda.keuze import Keuze, choose
from openlea.web.pages.agenda.lijst import write_csv
from openlea.web.pages.agenda.links import address, agenda_tabs
from openlea.web.route import LeaRequest

VEEL = 100
"""So many actions are folded under their speerpunt, so that the whole agenda can be overseen."""


def boom(request: LeaRequest) -> HttpResponse:
    """Return ambities, speerpunten and acties as one tree, filtered as the address says."""
    blik = look(request)
    if blik is None:
        return render(request, "agenda/leeg.html", _empty(request))
    form, keuze = _chosen(request, blik)
    slug = request.werkruimte.slug
    context = {
        "blik": blik,
        "agenda": blik.agenda,
        "formulier": form,
        "keuze": keuze,
        "boom": () if keuze.sorteer else blocks(blik, keuze.rijen, empty=not keuze.gekozen),
        "rijen": keuze.rijen if keuze.sorteer else (),
        "ingeklapt": not keuze.gekozen and len(keuze.rijen) > VEEL,
        "tabs": agenda_tabs(slug, "agenda", request.actor),
        "uit": _downloads(request, slug, keuze),
    }
    answer = render(request, "agenda/boom.html", context)
    if request.headers.get("HX-Request"):
        # The form also sends what was left open; the address to share holds only what was chosen.
        answer["HX-Push-Url"] = f"{request.path}?{keuze.vraag}" if keuze.vraag else request.path
    return answer


def lijst(request: LeaRequest) -> HttpResponse:
    """Return the same actions as the tree shows, as a file for a spreadsheet."""
    blik = look(request)
    if blik is None:
        raise NotFound("Er is nog geen agenda.")
    _, keuze = _chosen(request, blik)
    text = write_csv(keuze.rijen, blik.jaar)
    # The mark tells a spreadsheet that these letters are UTF-8.
    answer = HttpResponse(text.encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    name = f"acties-{request.werkruimte.slug}.csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def afdrukken(request: LeaRequest) -> HttpResponse:
    """Return the whole agenda for paper, with the money per action and year."""
    blik = look(request)
    if blik is None:
        raise NotFound("Er is nog geen agenda.")
    agenda = blik.agenda
    context = {
        "blik": blik,
        "agenda": agenda,
        "boom": blocks(blik, blik.rijen, empty=True),
    }
    return render(request, "agenda/afdrukken.html", context)


def _chosen(request: LeaRequest, blik: Blik) -> tuple[AgendaFilter, Keuze]:
    form = AgendaFilter(request.GET, blik.agenda)
    return form, choose(blik.rijen, form, request.GET)


def _downloads(request: LeaRequest, slug: str, keuze: Keuze) -> dict[str, str]:
    """Return where the agenda can be taken along, as far as this person may."""
    rest = f"?{keuze.vraag}" if keuze.vraag else ""
    whole = request.actor.may(Noun.BESTAND, Verb.ZIEN)
    return {
        "csv": reverse("agenda_lijst", args=[slug]) + rest,
        "xlsx": address("agenda_uit", slug, "xlsx") if whole else "",
        "papier": reverse("agenda_afdrukken", args=[slug]),
    }


def _empty(request: LeaRequest) -> dict[str, Any]:
    """Return what an empty werkruimte needs: the way to fill it, for who may."""
    may = request.actor.may(Noun.BESTAND, Verb.WIJZIGEN)
    return {"inlezen": address("bestand", request.werkruimte.slug) if may else ""}
