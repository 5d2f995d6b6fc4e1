"""Who may only come in with a second step comes nowhere else before it is set up and used."""

from collections.abc import Callable
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import urlencode

from openlea.storage.records.models import Inlogdienst, Persoon
from openlea.storage.records.toegang import steps_of
from openlea.web.account.sessie import has_session
from openlea.web.account.stap import must_have_step

Answer = Callable[[HttpRequest], HttpResponse]
OPEN = frozenset(
    {
        "inloggen",
        "account_login",
        "uitloggen",
        "mfa_reauthenticate",
        "mfa_reauthenticate_webauthn",
        "wachtwoord_vergeten",
        "wachtwoord_zetten",
        "open_link",
        "gast",
        "gast_stuk",
        "raadpleeg",
        "kalender_feed",
    }
)
"""Where one may go without: to give it, to leave, and what a link of its own opens."""
INSTELLEN = frozenset(
    {
        "mfa_index",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "mfa_view_recovery_codes",
        "account_reauthenticate",
    }
)
"""Where who has none yet sets it up; who has one must give that first."""


def second_step_first(ask: Answer) -> Answer:
    """Return the way to an answer that turns who lacks a second step to where it is given."""

    def answer(request: HttpRequest) -> HttpResponse:
        return ask(request)

    def process_view(request: HttpRequest, *_: Any) -> HttpResponse | None:
        if not has_session(request):
            return None
        match = request.resolver_match
        persoon = request.user
        if not isinstance(persoon, Persoon) or (match and match.url_name in OPEN):
            return None
        if has_given_step(request, persoon) or not must_have_step(persoon):
            return None
        if steps_of(persoon.pk).exists():
            return _give_it(request)
        return None if match and match.url_name in INSTELLEN else redirect("mfa_index")

    answer.process_view = process_view  # type: ignore[attr-defined]  # Django asks this of it
    return answer


def has_given_step(request: HttpRequest, persoon: Persoon) -> bool:
    """Return whether this session gave a second step: here, or at a service that asks one."""
    records = get_authentication_records(request, persoon)
    if any(one.get("method") == "mfa" for one in records):
        return True
    slug = request.session.get("inlogdienst")
    asked = Inlogdienst.objects.filter(slug=slug, tweede_factor=True, is_aan=True)
    return bool(slug) and asked.exists()


def _give_it(request: HttpRequest) -> HttpResponse:
    where = redirect("mfa_reauthenticate")
    if request.method == "GET":
        where["Location"] += "?" + urlencode({"next": request.get_full_path()})
    return where
