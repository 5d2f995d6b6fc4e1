"""Vandaag: what asks attention, with the button that does it, and the agenda at a glance."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from openlea.policy.rechten import Noun, Verb
from openlea.policy.schrijfwijze import count
from openlea.services.remind_people import Digest, remind_people
from openlea.web.pages.agenda.links import address
from openlea.web.pages.vandaag.blik import law_lines, look
from openlea.web.route import LeaRequest

NOON, EVENING = 12, 18


def vandaag(request: LeaRequest) -> HttpResponse:
    """Return the start of the day."""
    slug = request.werkruimte.slug
    dag = look(request.actor, slug)
    if dag is None:
        may = request.actor.may(Noun.BESTAND, Verb.WIJZIGEN)
        may_ask = request.actor.may(Noun.LID, Verb.MAKEN)
        shown = {
            "groet": _greeting(),
            "regels": law_lines(request.actor, slug),
            "inlezen": address("bestand", slug) if may else "",
            "uitnodigen": address("mensen_uitnodigen", slug) if may_ask else "",
        }
        return render(request, "vandaag/leeg.html", shown)
    return render(request, "vandaag/vandaag.html", {"groet": _greeting(), "dag": dag})


def herinneren(request: LeaRequest) -> HttpResponse:
    """Mail everybody of whom something is asked here, at most once in a week."""
    slug = request.werkruimte.slug
    told = remind_people(timezone.localdate(), werkruimte=slug)
    messages.info(request, _said(told))
    return redirect("vandaag", slug)


def _said(told: tuple[Digest, ...]) -> str:
    sent = sum(one.verstuurd for one in told)
    failed = len(told) - sent
    if failed:
        return f"{count(failed, 'herinnering', 'herinneringen')} kon niet weg. Probeer het later."
    if not sent:
        return "Iedereen heeft deze week al een mail gehad. Volgende week gaat er weer een uit."
    mensen = count(sent, "persoon heeft", "mensen hebben")
    return f"{mensen} een mail gekregen, met een link per vraag."


def _greeting() -> str:
    hour = timezone.localtime().hour
    if hour < NOON:
        return "Goedemorgen"
    return "Goedemiddag" if hour < EVENING else "Goedenavond"
