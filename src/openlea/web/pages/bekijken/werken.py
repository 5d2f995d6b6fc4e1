"""Choose in which of one's own roles one works here."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from openlea.core.errors import NotFound
from openlea.policy.rechten import LidRol
from openlea.services.work_as import work_as
from openlea.web.actor import session_key, work_key
from openlea.web.pages.bekijken.forms import WerkAls
from openlea.web.route import LeaRequest
from openlea.web.thuis import home_of

REFUSED = 422


def werk_als(request: LeaRequest) -> HttpResponse:
    """Show the own roles (GET); work in another one from now on (POST)."""
    form = WerkAls(request.POST or None, request.rollen, request.actor.lid)
    if request.method == "POST" and form.is_valid():
        return _change(request, int(form.cleaned_data["lid"]))
    context = {
        "formulier": form if len(request.rollen) > 1 else None,
        "eigen_rol": request.actor.rol,
    }
    return render(
        request, "bekijken/werk_als.html", context, status=REFUSED if form.errors else 200
    )


def _change(request: LeaRequest, lid: int) -> HttpResponse:
    try:
        kept = work_as(request.actor, lid)
    except NotFound:
        # Somebody ended that membership while this page stood open.
        messages.error(request, "Deze rol heb je hier niet meer.")
        return redirect("werk_als", request.werkruimte.slug)
    rol = LidRol(kept.rol)
    request.session.pop(session_key(request.werkruimte), None)
    request.session[work_key(request.werkruimte.pk)] = kept.pk
    messages.success(request, f"Je werkt nu als {rol.label}.")
    return redirect(home_of(rol), request.werkruimte.slug)
