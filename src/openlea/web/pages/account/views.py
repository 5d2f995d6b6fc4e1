"""The own account: what is known of it, its password, and where it is signed in."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from allauth.account.signals import password_changed
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from openlea.services.end_sessies import end_sessies
from openlea.services.set_wachtwoord import set_wachtwoord
from openlea.storage.records.models import Persoon
from openlea.storage.records.toegang import sessions_of, steps_of
from openlea.web.account.stap import must_have_step
from openlea.web.pages.inloggen.forms import WijzigForm

NUMMER = re.compile(r"[0-9]{1,18}")
GEVRAAGD = "gevraagd op de pagina"


@dataclass(frozen=True, slots=True)
class Sessieregel:
    """A place where one is signed in: number, device, since when, and whether it is here."""

    nummer: int
    toestel: str
    sinds: datetime
    is_hier: bool


@never_cache
@login_required
@require_safe
def mijn_account(request: HttpRequest) -> HttpResponse:
    """Return what is known of the own account, and what can be done with it."""
    persoon = _who(request)
    shown = {
        "persoon": persoon,
        "stappen": steps_of(persoon.pk).count(),
        "moet": must_have_step(persoon),
        "sessies": len(_sessions(request, persoon)),
        "heeft_wachtwoord": persoon.has_usable_password(),
    }
    return render(request, "account/mijn.html", shown)


@sensitive_post_parameters()
@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def wachtwoord_wijzigen(request: HttpRequest) -> HttpResponse:
    """Return the form of a new password; kept, all other sessions have ended."""
    persoon = _who(request)
    form = WijzigForm(persoon, request.POST or None)
    if request.method == "POST" and form.is_valid():
        set_wachtwoord(persoon, form.cleaned_data["new_password1"])
        update_session_auth_hash(request, persoon)
        password_changed.send(sender=Persoon, request=request, user=persoon)
        messages.success(request, "Je wachtwoord is gewijzigd. Andere sessies zijn gestopt.")
        return redirect("mijn_account")
    code = 422 if request.method == "POST" else 200
    return render(request, "account/wachtwoord.html", {"formulier": form}, status=code)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def sessies(request: HttpRequest) -> HttpResponse:
    """Return where one is signed in; posted, one of those places or all others end."""
    persoon = _who(request)
    if request.method == "POST":
        asked = request.POST.get("sessie", "")
        number = int(asked) if NUMMER.fullmatch(asked) else 0
        ended = end_sessies(persoon.pk, GEVRAAGD, alleen=None if asked == "alle" else number)
        word = "sessie is" if ended == 1 else "sessies zijn"
        messages.success(request, f"{ended} {word} gestopt.")
        return redirect("sessies")
    return render(request, "account/sessies.html", {"sessies": _sessions(request, persoon)})


def _sessions(request: HttpRequest, persoon: Persoon) -> list[Sessieregel]:
    """Return the open sessions, this one first; those that ended by themselves are left out."""
    UserSession.objects.purge_and_list(persoon)
    here = request.session.session_key
    rows = [
        Sessieregel(one.pk, one.user_agent, one.created_at, one.session_key == here)
        for one in sessions_of(persoon.pk)
    ]
    return sorted(rows, key=lambda row: (not row.is_hier, -row.sinds.timestamp()))


def _who(request: HttpRequest) -> Persoon:
    return cast("Persoon", request.user)
