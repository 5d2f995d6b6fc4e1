"""Two addresses per service: one to go to it, one to come back to."""

import secrets
from typing import Any
from urllib.parse import urlencode, urlsplit

from allauth.socialaccount.internal import statekit
from allauth.socialaccount.providers.oauth2.utils import generate_code_challenge
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from openlea.core.errors import BadInput, Conflict
from openlea.core.inlogdienst import Geweigerd, Weigering, Wie
from openlea.policy.inlogdienst import origin_of
from openlea.services.inlogdienst.ontdekking import Ontdekt, discover
from openlea.services.redeem_code import redeem_code
from openlea.services.sign_in_with_dienst import sign_in_with_dienst
from openlea.storage.records.models import Inlogdienst
from openlea.web.inlog.sessie import let_in
from openlea.web.inlog.weigering import refuse

SCOPE = "openid profile email"
LONGEST_NEXT = 500
State = dict[str, Any]


def heen(request: HttpRequest, slug: str) -> HttpResponse:
    """Send somebody to a service; nothing of the request but `next` is taken along."""
    if request.method != "POST":
        return redirect("inloggen")
    dienst = _dienst(slug)
    try:
        plek = discover(dienst.issuer)
    except Geweigerd as refused:
        return refuse(request, dienst, refused.reden)
    adres = _question(request, dienst, plek)
    if origin_of(plek.authorize) == origin_of(dienst.issuer):
        return redirect(adres)
    # The page of signing in may not have known this origin, and the browser stops a redirect then.
    return render(request, "inloggen/dienst_verder.html", {"dienst": dienst, "adres": adres})


def terug(request: HttpRequest, slug: str) -> HttpResponse:
    """Sign in who comes back from a service, or say why not."""
    dienst = _dienst(slug)
    try:
        wie, verder = _came_back(request, dienst)
        persoon = sign_in_with_dienst(dienst, wie)
    except Geweigerd as refused:
        return refuse(request, dienst, refused.reden)
    except (BadInput, Conflict):
        return refuse(request, dienst, Weigering.TEGELIJK)
    return let_in(request, dienst, persoon, wie.sub, verder)


def _dienst(slug: str) -> Inlogdienst:
    found = Inlogdienst.objects.filter(slug=slug, is_aan=True).first()
    if found is None:
        raise Http404("Deze inlogdienst is er niet.")
    return found


def _question(request: HttpRequest, dienst: Inlogdienst, plek: Ontdekt) -> str:
    """Return the address that asks the service who this is, and keep the secrets of the attempt."""
    pkce = generate_code_challenge()
    nonce = secrets.token_urlsafe(32)
    kept = {"verifier": pkce["code_verifier"], "nonce": nonce, "next": _next(request)}
    state = statekit.stash_state(
        request, provider_id=dienst.slug, state=kept, state_id=secrets.token_urlsafe(32)
    )
    asked = {
        "response_type": "code",
        "client_id": dienst.client_id,
        "redirect_uri": _return_address(request, dienst),
        "scope": SCOPE,
        "state": state,
        "nonce": nonce,
        "code_challenge": pkce["code_challenge"],
        "code_challenge_method": pkce["code_challenge_method"],
    }
    joint = "&" if urlsplit(plek.authorize).query else "?"
    return f"{plek.authorize}{joint}{urlencode(asked)}"


def _came_back(request: HttpRequest, dienst: Inlogdienst) -> tuple[Wie, str]:
    """Return who came back and where to go on; raises Geweigerd."""
    state = _attempt(request, dienst)
    said = request.GET
    if "error" in said:
        is_denied = said["error"] == "access_denied"
        raise Geweigerd(Weigering.AFGEBROKEN if is_denied else Weigering.FOUT_VAN_DIENST)
    named = said.get("iss")
    if named is None and discover(dienst.issuer).noemt_zich:
        raise Geweigerd(Weigering.ANDERE_AFZENDER)
    if named is not None and named != dienst.issuer:
        raise Geweigerd(Weigering.ANDERE_AFZENDER)
    wie = redeem_code(
        dienst,
        said.get("code", ""),
        verifier=state["verifier"],
        nonce=state["nonce"],
        terug=_return_address(request, dienst),
    )
    return wie, state["next"]


def _attempt(request: HttpRequest, dienst: Inlogdienst) -> State:
    """Return what was kept of this attempt; it counts once, for this service, in this browser."""
    said = request.GET.get("state", "")
    found: State | None = None
    if request.method == "GET" and said:
        found = statekit.unstash_state(request, state_id=said, provider_id=dienst.slug)
    if found is None:
        raise Geweigerd(Weigering.GEEN_STATE)
    return found


def _return_address(request: HttpRequest, dienst: Inlogdienst) -> str:
    return request.build_absolute_uri(reverse("inlogdienst_terug", args=[dienst.slug]))


def _next(request: HttpRequest) -> str:
    """Return where somebody wanted to go on this site, or ''."""
    wanted = request.POST.get("next", "")[:LONGEST_NEXT]
    is_ours = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if is_ours and wanted.startswith("/") else ""
