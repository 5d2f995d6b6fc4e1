"""The one way in for programs: who asks, may it, how often, and the answer as all can read it."""

from functools import cache
from hashlib import sha256
from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import Resolver404, URLResolver
from django.urls.resolvers import RegexPattern
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.gzip import gzip_page
from ninja.errors import ValidationError

from openlea.core.errors import NotFound
from openlea.services.use_sleutel import use_sleutel
from openlea.web.api.bladzijde import bladzijde
from openlea.web.api.fouten import BEARER, refusal_of
from openlea.web.api.openapi import document, make_ninja
from openlea.web.api.probleem import problem
from openlea.web.api.tempo import wait_for
from openlea.web.api.versie import VERSIE
from openlea.web.api.zicht import Vraag

LEZEN = ("GET", "HEAD", "OPTIONS")
GETOOND = "API-Version, ETag, Link, X-Total-Count"
BEWAREN = "public, max-age=300"
GEEN_SLEUTEL = "Deze sleutel is er niet, is ingetrokken of geldt niet meer."
GEEN_ADRES = "Dit adres is er niet. Op /api/v1/ staat wat er wel is."
GEEN_STREEP = "Dit adres is er niet: schrijf het zonder schuine streep aan het eind."


@csrf_exempt  # nothing is written here, and no session decides more than what is read
@gzip_page
def api(request: HttpRequest, pad: str = "/") -> HttpResponse:
    """Return the page for people at the root, and below it what a program asks."""
    if pad == "/":
        return bladzijde(request)
    vraag = cast("Vraag", request)
    vraag.sleutel, vraag.is_prive, vraag.gewijzigd, vraag.koppen = None, False, None, {}
    answer = _safely(vraag, pad.removeprefix("/"))
    return _finished(vraag, answer)


def _safely(vraag: Vraag, pad: str) -> HttpResponse:
    """Return the answer; no fault of ours reaches a program as a page."""
    try:
        return _answered(vraag, pad)
    except Exception as error:  # noqa: BLE001  # each kind is told in its own way
        return refusal_of(error)


def _answered(vraag: Vraag, pad: str) -> HttpResponse:
    if vraag.method not in LEZEN:
        return problem(405, "Alleen GET en HEAD.", Allow=", ".join(LEZEN))
    said = vraag.headers.get("Authorization", "")
    if said:
        vraag.sleutel, vraag.is_prive = _key_of(vraag), True
    # Only a key that holds is an asker: else each invented key would begin a count of its own.
    seconds = wait_for(vraag, said if vraag.sleutel else "")
    if seconds:
        return problem(429, f"Probeer het over {seconds} seconden weer.", Retry_After=str(seconds))
    if said and vraag.sleutel is None:
        return problem(401, GEEN_SLEUTEL, WWW_Authenticate=f'{BEARER}, error="invalid_token"')
    if vraag.method == "OPTIONS":
        return HttpResponse(status=204, headers={"Allow": ", ".join(LEZEN)})
    if pad == "openapi.json":
        return JsonResponse(document(), json_dumps_params={"ensure_ascii": False, "indent": 1})
    return _operation(vraag, pad)


def _key_of(vraag: Vraag) -> Any:
    """Return as whom a key acts; None for what is no key that holds."""
    kind, _, token = vraag.headers["Authorization"].partition(" ")
    return use_sleutel(token.strip()) if kind.lower() == "bearer" else None


def _operation(vraag: Vraag, pad: str) -> HttpResponse:
    try:
        found = _resolver().resolve(pad)
    except Resolver404:
        raise NotFound(GEEN_STREEP if pad.endswith("/") else GEEN_ADRES) from None
    asked, vraag.method = vraag.method, "GET"
    try:
        return cast("HttpResponse", found.func(vraag, **found.kwargs))
    finally:
        vraag.method = asked


@cache
def _resolver() -> URLResolver:
    """Return where each path leads; what goes wrong in an operation is told by this door."""
    made = make_ninja()
    made.add_exception_handler(Exception, _raise)
    for kind in (Http404, ValidationError):
        made.add_exception_handler(kind, _raise)
    patterns = [one for one in made.urls[0] if getattr(one, "name", "") != "api-root"]
    return URLResolver(RegexPattern(r"^"), patterns)


def _raise(_request: HttpRequest, refused: Exception | type[Exception]) -> HttpResponse:
    raise refused


def _finished(vraag: Vraag, answer: HttpResponse) -> HttpResponse:
    """Return an answer with its version and who may keep it; nothing when it didn't change."""
    good = answer.status_code == 200  # noqa: PLR2004
    answer.headers["Cache-Control"] = BEWAREN if good and not vraag.is_prive else "no-store"
    for name, value in vraag.koppen.items():
        answer.headers[name] = value
    patch_vary_headers(answer, ["Accept", "Authorization"])
    kept = _unless_same(vraag, answer) if good else answer
    if vraag.method == "HEAD":
        kept.content = b""
    kept.headers["API-Version"] = VERSIE
    if not vraag.is_prive:
        kept.headers["Access-Control-Allow-Origin"] = "*"
        kept.headers["Access-Control-Expose-Headers"] = GETOOND
    return kept


def _unless_same(vraag: Vraag, answer: HttpResponse) -> HttpResponse:
    """Return the answer with its mark, or that it's the same as what the asker has."""
    answer.headers["ETag"] = f'"{sha256(answer.content).hexdigest()[:32]}"'
    if vraag.method == "HEAD":
        answer.headers["Content-Length"] = str(len(answer.content))
    kept = get_conditional_response(
        vraag, etag=answer.headers["ETag"], last_modified=vraag.gewijzigd, response=answer
    )
    return cast("HttpResponse", kept)
