"""The services by which people sign in: which there are, how they answer, on and off."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.urls import reverse

from openlea.core.errors import BadInput, Conflict
from openlea.services.keep_inlogdienst import keep_inlogdienst
from openlea.services.switch_inlogdienst import switch_inlogdienst
from openlea.services.try_inlogdienst import Proef, try_inlogdienst
from openlea.storage.records.models import Inlogdienst
from openlea.web.beheer import for_beheerder
from openlea.web.pages.inlogdiensten.forms import DienstForm
from openlea.web.pages.mensen.forms import refuse


@for_beheerder
def inlogdiensten(request: HttpRequest) -> HttpResponse:
    """Return every service of this installation."""
    return _list(request)


@for_beheerder
def toevoegen(request: HttpRequest) -> HttpResponse:
    """Return the form of a new service; sent, it is kept and can be tried."""
    return _form(request, None)


@for_beheerder
def wijzigen(request: HttpRequest, slug: str) -> HttpResponse:
    """Return the form of a service that is there."""
    return _form(request, _dienst(slug))


@for_beheerder
def schakelen(request: HttpRequest, slug: str) -> HttpResponse:
    """Switch a service on or off, as the button said."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    is_on = request.POST.get("aan") == "1"
    dienst = switch_inlogdienst(_dienst(slug).slug, aan=is_on, door=request.user.pk)
    messages.success(request, f"{dienst.naam} staat nu {'aan' if is_on else 'uit'}.")
    return redirect("inlogdiensten")


@for_beheerder
def proef(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask a service how it is, and show what it said in the list."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    dienst = _dienst(slug)
    return _list(request, dienst, try_inlogdienst(dienst))


def _list(
    request: HttpRequest, geproefd: Inlogdienst | None = None, uitkomst: Proef | None = None
) -> HttpResponse:
    shown = {
        "diensten": [(one, return_address(request, one)) for one in Inlogdienst.objects.all()],
        "geproefd": geproefd,
        "uitkomst": uitkomst,
    }
    return render(request, "inlogdiensten/inlogdiensten.html", shown)


def _form(request: HttpRequest, dienst: Inlogdienst | None) -> HttpResponse:
    form = DienstForm(request.POST or None, dienst=dienst)
    code = 200
    if request.method == "POST":
        code = 422
        if form.is_valid():
            try:
                kept = _keep(request, form, dienst)
            except BadInput as refused:
                refuse(form, refused)
            except Conflict as refused:
                code = 409
                form.add_error(None, str(refused))
            else:
                messages.success(request, f"{kept.naam} is bewaard. Probeer nu de verbinding.")
                return redirect("inlogdiensten")
    shown = {
        "formulier": form,
        "dienst": dienst,
        "kruimels": [
            {"naam": "Inlogdiensten", "url": reverse("inlogdiensten")},
            {"naam": dienst.naam if dienst else "Nieuwe inlogdienst"},
        ],
    }
    return render(request, "inlogdiensten/dienst.html", shown, status=code)


def _keep(request: HttpRequest, form: DienstForm, dienst: Inlogdienst | None) -> Inlogdienst:
    seen = request.POST.get("versie", "")
    return keep_inlogdienst(
        form.woorden(),
        door=request.user.pk,
        nummer=dienst.pk if dienst else None,
        versie=int(seen) if seen.isdecimal() and len(seen) < 9 else 0,  # noqa: PLR2004 -- no version is that long
    )


def _dienst(slug: str) -> Inlogdienst:
    found = Inlogdienst.objects.filter(slug=slug).first()
    if found is None:
        raise Http404("Deze inlogdienst is er niet.")
    return found


def return_address(request: HttpRequest, dienst: Inlogdienst) -> str:
    """Return the address that the service has to send people back to."""
    return request.build_absolute_uri(reverse("inlogdienst_terug", args=[dienst.slug]))
