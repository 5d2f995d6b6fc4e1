"""Reading in a file, the end: look it over, take it in whole or not at all, see what came of it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from openlea.core.bron import SourceChanged
from openlea.core.errors import BadInput, Conflict
from openlea.policy.cijfertekst import periode_tekst
from openlea.policy.inlezing import Inleesstap, Inleesvorm
from openlea.policy.rechten import Noun, Verb
from openlea.services.ask_work import ask_work
from openlea.services.commit_inlezing import commit_inlezing
from openlea.services.drop_inlezing import drop_inlezing
from openlea.services.kolommen.werkstuk import Werkstuk
from openlea.services.laden.plank import sources
from openlea.storage.records.models import Inlezing, Werk
from openlea.storage.warehouse.warehouse import Aanbod
from openlea.web.pages.bronnen.inleespad import (
    page_context,
    seen_version,
    to_step,
    work_on,
)
from openlea.web.pages.bronnen.views import crumbs
from openlea.web.pages.werk.stand import work_stand
from openlea.web.route import LeaRequest

REKEN = "reken_cijfers"


def klaar(request: LeaRequest, nummer: str) -> HttpResponse:
    """Return what would be taken in, or take it in and have the figures computed."""
    stuk = work_on(request, nummer)
    if stuk.vorm is Inleesvorm.EIGEN and not stuk.is_gekoppeld:
        return to_step(request, stuk, Inleesstap.KOLOMMEN)
    if request.method == "POST":
        return _taken_in(request, stuk)
    context = {**page_context(request, stuk, Inleesstap.KLAAR), **_offered(stuk)}
    return render(request, "bronnen/inlezing_klaar.html", context)


def weg(request: LeaRequest, nummer: str) -> HttpResponse:
    """Throw the file away."""
    drop_inlezing(request.actor, int(nummer))
    messages.success(request, "Het bestand is weggegooid. Er is niets ingelezen.")
    return redirect("bronnen", request.werkruimte.slug)


def finished(request: LeaRequest, done: Inlezing) -> HttpResponse:
    """Return what became of a reading in, and how far the figures are."""
    source = sources()[done.bron]
    told = done.uitkomst or {}
    sees = request.actor.may(Noun.WERK, Verb.ZIEN)
    work = Werk.objects.of(request.werkruimte.pk).filter(soort=REKEN).first() if sees else None
    context = {
        "inlezing": done,
        "titel": source.bron.titel,
        "uitkomst": told,
        "edities": [periode_tekst(one) for one in told.get("edities", ())],
        "werk": work_stand(work, request.werkruimte.slug) if work else None,
        "bron_url": reverse("bron", args=[request.werkruimte.slug, done.bron]),
        "kruimels": crumbs(request, last="Ingelezen"),
    }
    return render(request, "bronnen/inlezing_af.html", context)


def _taken_in(request: LeaRequest, stuk: Werkstuk) -> HttpResponse:
    nummer, toch = stuk.inlezing.pk, request.POST.get("toch") == "ja"
    try:
        done = commit_inlezing(request.actor, nummer, seen_version(request), toch=toch)
    except Conflict as conflict:
        messages.warning(request, str(conflict))
        return to_step(request, stuk, Inleesstap.KLAAR)
    except (BadInput, SourceChanged) as refused:
        messages.error(request, f"Er is niets ingelezen. {refused}")
        return to_step(request, stuk, Inleesstap.KLAAR)
    ask_work(request.actor, REKEN)
    return redirect("inlezing", request.werkruimte.slug, done.pk)


def _offered(stuk: Werkstuk) -> dict[str, Any]:
    """Return what would be taken in, or why it can't."""
    keuring = stuk.judged() if stuk.vorm is Inleesvorm.EIGEN else None
    if keuring is not None and keuring.fouten:
        return {"fout_rijen": len(keuring.fout_per_regel)}
    try:
        aanbod = stuk.offer()
    except (BadInput, SourceChanged) as refused:
        return {"geweigerd": str(refused)}
    return _told(stuk, aanbod)


def _told(stuk: Werkstuk, aanbod: Aanbod) -> dict[str, Any]:
    lading, there = aanbod.versie.lading, stuk.plek.editions
    return {
        "lading": lading,
        "edities": [(periode_tekst(one), one in there) for one in lading.edities],
        "redenen": stuk.reasons(aanbod),
        "afgekeurd": stuk.left_out(aanbod),
        "eerste": not stuk.plek.editions,
        "landelijk": bool(stuk.plek.warehouse.own_versions(stuk.source.id, "landelijk")),
    }
