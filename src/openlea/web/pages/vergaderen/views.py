"""A meeting while it goes on: its page, and what is kept without leaving it."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseNotModified, JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.cache import patch_cache_control

from openlea.core.errors import BadInput, Conflict
from openlea.services.add_notitie import add_notitie
from openlea.services.note_aanwezigheid import note_aanwezigheid
from openlea.services.note_schrijver import note_schrijver
from openlea.services.vergaderen.stempel import table_stamp
from openlea.web.pages.vergaderen.blad import item_address, show, tafel_of, whole
from openlea.web.pages.vergaderen.forms import Aanwezigvorm, Regelvorm
from openlea.web.route import LeaRequest

DELEN = ("tijd", "agenda", "regels", "schrijvers", "uitkomsten")
"""The parts of the page that are sent again when something changed."""


def vergaderen(request: LeaRequest, nummer: int) -> HttpResponse:
    """Return the page of the meeting at one item."""
    return show(request, tafel_of(request, nummer))


def stand(request: LeaRequest, nummer: int) -> HttpResponse:
    """Return the parts of the page that changed since the mark that was sent, or 304."""
    punt = whole(request.GET.get("punt")) or 0
    mark = f'"{table_stamp(request.actor, nummer, punt, timezone.now())}"'
    answer: HttpResponse
    if request.headers.get("If-None-Match") == mark:
        answer = HttpResponseNotModified()
    else:
        answer = JsonResponse({"delen": _parts(request, nummer, punt)})
    answer["ETag"] = mark
    patch_cache_control(answer, private=True, no_cache=True)
    return answer


def notitie_nieuw(request: LeaRequest, nummer: int) -> HttpResponse:
    """Keep a line; to a script answer in JSON, to a person with the page."""
    form = Regelvorm(request.POST, auto_id="regel_%s")
    by_script = request.accepts("application/json") and not request.accepts("text/html")
    if form.is_valid():
        clean = form.cleaned_data
        try:
            line = add_notitie(request.actor, clean["punt"], clean["tekst"], clean["sleutel"])
        except (BadInput, Conflict) as refused:
            form.add_error(None, str(refused))
        else:
            if by_script:
                return JsonResponse({"nummer": line.pk, "sleutel": line.sleutel}, status=201)
            return redirect(item_address(request, nummer, clean["punt"]) + "#regel_tekst")
    if by_script:
        reden = " ".join(str(one) for every in form.errors.values() for one in every)
        return JsonResponse({"reden": reden}, status=422)
    tafel = tafel_of(request, nummer, whole(request.POST.get("punt")))
    return show(request, tafel, status=422, regelvorm=form)


def schrijft(request: LeaRequest, nummer: int) -> HttpResponse:  # noqa: ARG001 - in the address
    """Keep that somebody types at an item, or has stopped."""
    punt = whole(request.POST.get("punt"))
    if punt is not None:
        note_schrijver(request.actor, punt, typt=request.POST.get("typt") != "0")
    return HttpResponse(status=204)


def aanwezig(request: LeaRequest, nummer: int) -> HttpResponse:
    """Keep who is there, and return to the item."""
    punt = whole(request.POST.get("punt"))
    tafel = tafel_of(request, nummer, punt)
    form = Aanwezigvorm(request.POST, tafel.personen)
    if not form.is_valid():
        return show(request, tafel, status=422, aanwezigvorm=form, open_aanwezig=True)
    changed = note_aanwezigheid(request.actor, nummer, form.wie())
    if changed:
        messages.success(request, "Bewaard wie er zijn.")
    return redirect(item_address(request, nummer, punt))


def _parts(request: LeaRequest, nummer: int, punt: int) -> dict[str, str]:
    tafel = tafel_of(request, nummer, punt or None)
    shown = {
        "tafel": tafel,
        "vergadering": tafel.vergadering,
        "hier": tafel.hier,
        "adres": item_address(request, nummer, None),
        "werkruimte": {"slug": request.werkruimte.slug},
        "actor": request.actor,
        "is_bezig": tafel.vergadering.staat == "bezig",
    }
    return {deel: render_to_string(f"vergaderen/_{deel}.html", shown) for deel in DELEN}
