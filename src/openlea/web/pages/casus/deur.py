"""A casus is opened with a second step, whatever the role: asked at its own pages alone."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.cache import add_never_cache_headers
from django.utils.http import urlencode
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from openlea.storage.records.models import Persoon
from openlea.storage.records.toegang import steps_of
from openlea.web.account.dwang import has_given_step
from openlea.web.route import LeaRequest

View = Callable[..., HttpResponse]
EERST = "Een casus open je met een tweede stap: een code of een passkey. Stel die hier één keer in."


def behind_step(view: View) -> View:
    """Return the view for who gave a second step; others are sent to where it is given or set up.

    What is shown is kept by no cache, and what is typed by no report of an error.
    """
    quiet = sensitive_post_parameters()(sensitive_variables()(view))

    @wraps(view)
    def answer(request: LeaRequest, **kwargs: str) -> HttpResponse:
        persoon = request.user
        if not isinstance(persoon, Persoon) or not has_given_step(request, persoon):
            return _towards(request)
        answered = quiet(request, **kwargs)
        add_never_cache_headers(answered)
        return answered

    return answer


def _towards(request: LeaRequest) -> HttpResponse:
    if isinstance(request.user, Persoon) and steps_of(request.user.pk).exists():
        where = redirect("mfa_reauthenticate")
        if request.method == "GET":
            where["Location"] += "?" + urlencode({"next": request.get_full_path()})
        return where
    messages.info(request, EERST)
    return redirect("mfa_index")
