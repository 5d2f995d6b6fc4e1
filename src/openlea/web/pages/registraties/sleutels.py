"""The keys of pseudonyms: the one that senders get, and a new one for all that is kept."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header

from openlea.core.catalogue import find_roots
from openlea.services.ask_rotation import ask_rotation
from openlea.services.make_afzendersleutel import make_afzendersleutel
from openlea.services.write_desk_page import write_desk_page
from openlea.storage.records.models import Partij
from openlea.web.pages.registraties.views import crumbs
from openlea.web.route import LeaRequest


def afzendersleutel(request: LeaRequest) -> HttpResponse:
    """Tell what the key of senders is for, or give it as a file."""
    if request.method != "POST":
        own = Partij.objects.of(request.werkruimte.pk).filter(pk=request.actor.partij or 0).first()
        shown = {
            "kruimels": crumbs(request, "Sleutel voor afzenders"),
            "code": own.code if own else request.werkruimte.slug,
        }
        return render(request, "registraties/afzendersleutel.html", shown)
    text = make_afzendersleutel(request.actor)
    answer = HttpResponse(text, content_type="text/plain; charset=utf-8")
    name = f"afzender-{request.werkruimte.slug}.sleutel"
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    answer["Cache-Control"] = "no-store"
    return answer


def bladzijde(request: LeaRequest) -> HttpResponse:  # noqa: ARG001  every view gets it
    """Return the page that makes pseudonyms offline, to save and open from one's own disk."""
    content = write_desk_page(find_roots(settings.CATALOGUE))
    answer = HttpResponse(content, content_type="text/html; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="pseudonimiseer.html"'
    return answer


def wisselen(request: LeaRequest) -> HttpResponse:
    """Tell what changing all pseudonyms does, or ask for it; the work runs in the background."""
    if request.method != "POST":
        shown = {"kruimels": crumbs(request, "Pseudoniemen wisselen")}
        return render(request, "registraties/wisselen.html", shown)
    werk = ask_rotation(request.actor)
    return redirect("werk", request.werkruimte.slug, werk.pk)
