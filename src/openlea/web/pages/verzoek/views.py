"""The signed link opens one question and nothing else; and the list of all that was asked."""

import re

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from openlea.core.errors import Conflict, NotAllowed, NotFound
from openlea.core.verzoek import VerzoekStaat
from openlea.policy.rechten import Noun, Scope, Verb
from openlea.policy.toegangslink import LinkOordeel
from openlea.services.open_verzoeklink import Geopend, open_verzoeklink
from openlea.services.revoke_verzoeklink import revoke_verzoeklink
from openlea.services.undo_voortgang import undo_voortgang
from openlea.web.besloten import keep_secret
from openlea.web.gokken import guessed_too_often
from openlea.web.pages.verzoek.doorgeven import DoorgeefForm, colleague_form, pass_on
from openlea.web.pages.verzoek.kaart import Kaart, answer, card, told_with
from openlea.web.pages.verzoek.lijst import asked_rows
from openlea.web.pages.verzoek.volgende import next_question
from openlea.web.refusal import not_kept
from openlea.web.route import LeaRequest

NUMBER = re.compile(r"[0-9]{1,18}")


# The address itself is the key and no cookie opens anything, so there is nothing to forge; and a
# browser that keeps the address to itself sends no origin that could be checked.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def open_link(request: HttpRequest, token: str) -> HttpResponse:
    """Return the one question behind a link, without a session and without a way further in."""
    opened = open_verzoeklink(token)
    if opened is None:
        return _guessed(request)
    if opened.oordeel is not LinkOordeel.GELDIG:
        return _closed(request, str(opened.oordeel), 410)
    try:
        return keep_secret(_question(request, opened))
    except (NotAllowed, NotFound):
        return _closed(request, str(LinkOordeel.AFGEHANDELD), 410)
    except Conflict as refused:
        return keep_secret(not_kept(request, refused))


def _question(request: HttpRequest, opened: Geopend) -> HttpResponse:
    if request.method == "POST" and "doorgeven" in request.POST:
        return _pass_on(request, opened)
    if request.method == "POST" and "terug" in request.POST:
        return _take_back(request, opened)
    if request.method == "POST":
        kaart = card(opened.verzoek, request.POST)
        if answer(opened.actor, kaart):
            return redirect(request.path)
        return _card(request, opened, kaart, code=422)
    if opened.verzoek.staat == VerzoekStaat.GEDAAN and "opnieuw" not in request.GET:
        return _thanks(request, opened)
    return _card(request, opened, card(opened.verzoek))


def _card(
    request: HttpRequest,
    opened: Geopend,
    kaart: Kaart,
    door: DoorgeefForm | None = None,
    code: int = 200,
) -> HttpResponse:
    verzoek = opened.verzoek
    is_open = verzoek.staat == VerzoekStaat.OPEN
    shown = {
        "kaart": kaart,
        "adres": request.path,
        "ruimte": verzoek.werkruimte.naam,
        "doorgeven": door or (colleague_form(verzoek) if is_open else None),
    }
    return render(request, "verzoek/vraag.html", shown, status=code)


def _pass_on(request: HttpRequest, opened: Geopend) -> HttpResponse:
    form = colleague_form(opened.verzoek, request.POST)
    kaart = card(opened.verzoek)
    if aan := pass_on(opened.actor, opened.verzoek, form):
        shown = {"kaart": kaart, "aan": aan, "ruimte": opened.verzoek.werkruimte.naam}
        return render(request, "verzoek/doorgegeven.html", shown)
    return _card(request, opened, kaart, form, code=422)


def _take_back(request: HttpRequest, opened: Geopend) -> HttpResponse:
    nummer = told_with(opened.actor, opened.verzoek)
    if str(nummer) != request.POST["terug"] or nummer is None:
        raise NotFound("Deze melding is er niet.")
    try:
        undo_voortgang(opened.actor, nummer)
    except Conflict as refused:
        return _thanks(request, opened, str(refused))
    return redirect(request.path)


def _thanks(request: HttpRequest, opened: Geopend, te_laat: str = "") -> HttpResponse:
    shown = {
        "verzoek": opened.verzoek,
        "kaart": card(opened.verzoek),
        "ruimte": opened.verzoek.werkruimte.naam,
        "volgende": next_question(opened.actor),
        "adres": request.path,
        "te_laat": te_laat,
        "terug": None if te_laat else told_with(opened.actor, opened.verzoek),
    }
    return render(request, "verzoek/dank.html", shown, status=409 if te_laat else 200)


def _closed(request: HttpRequest, reden: str, code: int) -> HttpResponse:
    return keep_secret(render(request, "verzoek/dicht.html", {"reden": reden}, status=code))


def _guessed(request: HttpRequest) -> HttpResponse:
    """Count a link that never was."""
    if guessed_too_often(request, "verzoeklink"):
        return _closed(request, "gokken", 429)
    return _closed(request, "onbekend", 404)


def verzoeken(request: LeaRequest) -> HttpResponse:
    """Return everything that was asked, open first, with who has it and how it got there."""
    rows = asked_rows(request.actor, request.scope, timezone.localdate())
    may = request.actor.scope(Noun.VERZOEK, Verb.WIJZIGEN) is Scope.ALLES
    return render(request, "verzoek/lijst.html", {"rijen": rows, "mag_intrekken": may})


def link_intrekken(request: LeaRequest) -> HttpResponse:
    """Take the links of one ask back."""
    nummer = request.POST.get("verzoek", "")
    if NUMBER.fullmatch(nummer):
        aantal = revoke_verzoeklink(request.actor, int(nummer))
        woord = "link is" if aantal == 1 else "links zijn"
        messages.success(request, f"{aantal} {woord} ingetrokken.")
    return redirect("verzoeken", request.werkruimte.slug)
