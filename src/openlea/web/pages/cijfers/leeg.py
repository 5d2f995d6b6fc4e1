"""What stands where no figure was ever computed: what comes here, and the button that fills it."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpResponse
from django.shortcuts import render

from openlea.services.werk.soorten import SOORTEN
from openlea.web.pages.verklaar.zicht import seen_figures
from openlea.web.route import LeaRequest

REKEN = "reken_cijfers"
View = Callable[..., HttpResponse]


def with_figures(view: View) -> View:
    """Return a view that answers with the empty page as long as nothing is computed."""

    @wraps(view)
    def checked(request: LeaRequest, **parts: str) -> HttpResponse:
        if seen_figures(request).versions():
            return view(request, **parts)
        work = SOORTEN.get(REKEN)
        may = work is not None and request.actor.may(*work.recht)
        return render(request, "cijfers/leeg.html", {"mag_rekenen": may})

    return checked
