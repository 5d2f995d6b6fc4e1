"""Lets the page of signing in send people to the services, and no other page."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from csp.decorators import csp_update
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from openlea.policy.inlogdienst import origin_of
from openlea.services.inlogdienst.ontdekking import known
from openlea.services.inlogdienst.vragen import is_safe
from openlea.storage.records.models import Inlogdienst

View = Callable[..., HttpResponseBase]


def towards_diensten(view: View) -> View:
    """Return the view, with the origin of every service that is on in `form-action`.

    A browser holds the redirect after a form against that list.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return csp_update({"form-action": origins()})(view)(request, *args, **kwargs)

    return answer


def origins() -> list[str]:
    """Return where the services that are on live: of the issuer, and of the page if it is known."""
    on = Inlogdienst.objects.filter(is_aan=True).values_list("issuer", flat=True)
    found = [one for issuer in on for one in origins_of(issuer)]
    return list(dict.fromkeys(found))


def origins_of(issuer: str) -> list[str]:
    """Return the origins that one service may be gone to; asks nothing of the service."""
    if not is_safe(issuer):
        return []
    plek = known(issuer)
    return [origin_of(issuer), *([origin_of(plek.authorize)] if plek else [])]
