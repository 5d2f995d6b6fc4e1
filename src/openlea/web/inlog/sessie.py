"""Lets somebody in who came by a service, and remembers in the session by which one."""

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url

from openlea.storage.records.models import Inlogdienst, Persoon

DIENST, VAN = "inlogdienst", "inlogdienst_persoon"


def let_in(
    request: HttpRequest, dienst: Inlogdienst, persoon: Persoon, sub: str, verder: str
) -> HttpResponse:
    """Sign somebody in and return where to go on; whoever was signed in here before is out."""
    if request.user.is_authenticated:
        logout(request)
    request.session[DIENST] = dienst.slug
    request.session[VAN] = persoon.pk
    record_authentication(request, persoon, "socialaccount", provider=dienst.slug, uid=sub)
    answer: HttpResponse = perform_login(
        request, persoon, email_verification="none", redirect_url=resolve_url(verder or "begin")
    )
    return answer


def dienst_of(request: HttpRequest, persoon: Persoon) -> Inlogdienst | None:
    """Return by which service this person came in this session, or None for a local account.

    The mark counts for the person who came by it alone: another one who signs in afterwards in
    the same browser did not come by that service.
    """
    if request.session.get(VAN) != persoon.pk:
        return None
    slug = request.session.get(DIENST, "")
    return Inlogdienst.objects.filter(slug=slug, is_aan=True).first()


def has_own_factor(request: HttpRequest, persoon: Persoon) -> bool:
    """Return whether the service by which this person came asks a second factor itself."""
    dienst = dienst_of(request, persoon)
    return dienst is not None and dienst.tweede_factor
