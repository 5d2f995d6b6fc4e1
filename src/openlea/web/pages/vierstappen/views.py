"""The guide along the four steps: which one is next, what it asks, and what the others yielded."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from openlea.policy.rechten import Noun, Verb
from openlea.policy.vierstappen import StapStaat
from openlea.services.describe_vierstappen import Beginbeeld, Stapbeeld, describe_vierstappen
from openlea.services.vierstappen.stap import stappen_here
from openlea.web.route import LeaRequest
from openlea.web.templatetags.onderdelen import GOED, LET_OP, RUST, Beeld

STATEN = {
    StapStaat.OPEN: ("cirkel", RUST),
    StapStaat.GEPLAND: ("kalender", ""),
    StapStaat.GEHOUDEN: ("driehoek", LET_OP),
    StapStaat.KLAAR: ("vinkje-rond", GOED),
}


def vier_stappen(request: LeaRequest) -> HttpResponse:
    """Return the cooperations that begin, one of them open; without any, what the steps are."""
    found = describe_vierstappen(request.actor, timezone.localdate())
    asked = request.GET.get("reeks", "")
    here = next((one for one in found if str(one.reeks.pk) == asked), found[0] if found else None)
    context = {
        "begin": here,
        "stappen": [_step(one) for one in here.stappen] if here else [],
        "uitleg": stappen_here(),
        "anderen": [one for one in found if here is not None and one.reeks.pk != here.reeks.pk],
        "mag_beginnen": request.actor.may(Noun.OVERLEG, Verb.MAKEN),
        "zin": progress(here) if here else "",
        "raadplegingen": _rounds(request),
        "kruimels": crumbs(request, ""),
        "tab": "samenwerking",
    }
    return render(request, "vierstappen/begin.html", context)


def progress(begin: Beginbeeld) -> str:
    """Return in a sentence how far it is: '1 van de 4 stappen is klaar.'."""
    done = sum(1 for one in begin.stappen if one.staat is StapStaat.KLAAR)
    verb = "is" if done == 1 else "zijn"
    total = len(begin.stappen)
    if begin.klaar:
        return f"Alle {total} stappen zijn klaar. Ga verder met een gewoon overleg."
    return f"{done} van de {total} stappen {verb} klaar."


def _step(one: Stapbeeld) -> dict[str, Any]:
    icoon, toon = STATEN[one.staat]
    stand = "gedaan" if one.staat is StapStaat.KLAAR else "nu" if one.is_nu else "straks"
    woorden = {"gedaan": "klaar", "nu": "nu aan de beurt", "straks": "komt nog"}
    return {
        "een": one,
        "beeld": Beeld(icoon, one.staat.label, toon),
        "naam": one.stap.titel,
        "stand": stand,
        "woord": woorden[stand],
    }


def _rounds(request: LeaRequest) -> str:
    """Return where rounds of questions are, or '' when the actor may not see them."""
    try:
        address = reverse("raadplegingen", args=[request.werkruimte.slug])
    except NoReverseMatch:
        return ""
    return address if request.actor.may(Noun.RAADPLEGING, Verb.ZIEN) else ""


def crumbs(request: LeaRequest, title: str) -> list[dict[str, str]]:
    """Return the way to the guide, or to a page below it."""
    slug = request.werkruimte.slug
    above = [{"naam": "Samenwerking", "url": reverse("samenwerking", args=[slug])}]
    if not title:
        return [*above, {"naam": "Begin in vier stappen"}]
    guide = {"naam": "Begin in vier stappen", "url": reverse("vier_stappen", args=[slug])}
    return [*above, guide, {"naam": title}]
