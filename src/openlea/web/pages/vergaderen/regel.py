"""Changing a line or striking it out; two who change one line see both texts."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from openlea.core.errors import BadInput, Conflict, NotFound
from openlea.services.change_notitie import change_notitie
from openlea.services.describe_tafel import Tafel
from openlea.services.strike_notitie import strike_notitie
from openlea.services.vergaderen.uitkomsten import Regel
from openlea.web.pages.vergaderen.blad import item_address, show, tafel_of, whole
from openlea.web.pages.vergaderen.forms import Wijzigvorm
from openlea.web.route import LeaRequest


def notitie_wijzigen(request: LeaRequest, nummer: int, notitie: int) -> HttpResponse:
    """Keep the new text of a line; or show what somebody else made of it meanwhile."""
    punt, form = whole(request.POST.get("punt")), Wijzigvorm(request.POST, auto_id="wijzig_%s")
    naast: Regel | None = None
    if form.is_valid():
        clean = form.cleaned_data
        try:
            change_notitie(request.actor, notitie, clean["tekst"], clean["versie"])
        except BadInput as refused:
            form.add_error("tekst", refused.fouten[0].reden)
        except Conflict:
            naast = _line(tafel_of(request, nummer, punt), notitie)
            own = {"tekst": clean["tekst"], "versie": naast.versie}
            form = Wijzigvorm(own, auto_id="wijzig_%s")
        else:
            return redirect(f"{item_address(request, nummer, punt)}#regel-{notitie}")
    more = {"wijzig_regel": notitie, "wijzigvorm": form, "naast": naast}
    return show(request, tafel_of(request, nummer, punt), status=409 if naast else 422, **more)


def notitie_doorhalen(request: LeaRequest, nummer: int, notitie: int) -> HttpResponse:
    """Strike a line out or put it back, and return to the item."""
    punt, versie = whole(request.POST.get("punt")), whole(request.POST.get("versie"))
    try:
        strike_notitie(request.actor, notitie, versie or 0, terug=request.POST.get("terug") == "1")
    except Conflict:
        messages.error(request, "Iemand anders wijzigde deze regel net. Kijk wat er nu staat.")
    return redirect(f"{item_address(request, nummer, punt)}#regel-{notitie}")


def _line(tafel: Tafel, nummer: int) -> Regel:
    found = next((one for one in tafel.regels if one.nummer == nummer), None)
    if found is None:
        raise NotFound("Deze regel is er niet.")
    return found
