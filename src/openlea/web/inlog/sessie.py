"""Lets somebody in who came by a service, and remembers in the session by which one."""

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url

from openlea.storage.records.models import Inlogdienst, Persoon

DIENST = "inlogdienst"
"""Under which name a session keeps by which service its person came."""


def let_in(
    request: HttpRequest, dienst: Inlogdienst, persoon: Persoon, sub: str, verder: str
) -> HttpResponse:
    """Sign somebody in and return where to go on; whoever was signed in here before is out."""
    if request.user.is_authenticated:
        logout(request)
    request.session[DIENST] = dienst.slug
    record_authentication(request, persoon, "socialaccount", provider=dienst.slug, uid=sub)
    answer: HttpResponse = perform_login(
        request, persoon, email_verification="none", redirect_url=resolve_url(verder or "begin")
    )
    if request.user.pk != persoon.pk:
        # A second step is asked first. Somebody else may sign in here instead, not by the service.
        request.session.pop(DIENST, None)
    return answer
