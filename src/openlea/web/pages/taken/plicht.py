"""One duty: what it asks, where it stood and stands in the law, and who does it here."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from openlea.policy.rechten import Noun, Verb
from openlea.policy.regeltekst import term_in_words
from openlea.services.describe_plicht import Plichtverhaal, describe_plicht
from openlea.web.pages.taken.filters import Dagkeuze, clean_of
from openlea.web.route import LeaRequest


def plicht(request: LeaRequest, naam: str) -> HttpResponse:
    """Return a duty as it holds on the day that is asked; today without one."""
    today = timezone.localdate()
    form = Dagkeuze(request.GET, auto_id="op_%s")
    op = clean_of(form).get("op", today)
    verhaal = describe_plicht(request.actor, naam, op, today)
    context = {
        "verhaal": verhaal,
        "plicht": verhaal.plicht,
        "nu": verhaal.nu,
        "formulier": form,
        "is_vandaag": op == today,
        "termijnen": list(_terms(verhaal)),
        "feiten": list(_facts(verhaal)),
        "toont_acties": request.actor.may(Noun.ACTIE, Verb.ZIEN),
        "mag_koppelen": request.actor.may(Noun.ACTIE, Verb.WIJZIGEN),
        "kruimels": _crumbs(request, verhaal),
    }
    return render(request, "taken/plicht.html", context)


def _crumbs(request: LeaRequest, verhaal: Plichtverhaal) -> list[dict[str, str]]:
    slug = request.werkruimte.slug
    return [
        {"naam": "Wettelijke taken", "url": reverse("taken", args=[slug])},
        {"naam": "De wet", "url": reverse("wet", args=[slug])},
        {"naam": verhaal.plicht.id, "url": ""},
    ]


def _terms(verhaal: Plichtverhaal) -> Any:
    """Yield each term with what it's called and whether it is only a day of counting."""
    for one in verhaal.nu.versie.termijnen if verhaal.nu else ():
        yield {"naam": one.titel, "tekst": term_in_words(one), "telling": one.telling}


def _facts(verhaal: Plichtverhaal) -> Any:
    plicht = verhaal.plicht
    together = " (samen, één keer)" if plicht.gezamenlijk else ""
    asked = (
        ("Van wie", ", ".join(one.label for one in plicht.houders) + together),
        ("Voor wie het geldt", plicht.voorwaarde),
        ("Met wie", ", ".join(plicht.met_wie)),
        ("Wat het laat zien", ", ".join(plicht.bewijs)),
        ("Wie toeziet", plicht.toezicht),
        ("Als het niet gebeurt", plicht.sanctie),
        ("Genoemd in", "; ".join(verhaal.genoemd)),
    )
    for naam, waarde in asked:
        if waarde:
            yield {"naam": naam, "waarde": f"{waarde[:1].upper()}{waarde[1:]}"}
