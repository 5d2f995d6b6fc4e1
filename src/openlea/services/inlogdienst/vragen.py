"""Asks a sign-in service one thing: safely, shortly, and never more than fits."""

import json
import time
from collections.abc import Mapping

import httpx
from django.conf import settings

from openlea.core.inlogdienst import Geweigerd, Weigering
from openlea.policy.inlogdienst import is_safe_address

SECONDS = 5.0
"""How long a service has for a whole answer."""
LARGEST = 256 * 1024
"""How many bytes an answer may have; keys and addresses of a service take a few thousand."""
HEADERS = {"Accept": "application/json", "Accept-Encoding": "identity"}


def is_safe(adres: object) -> bool:
    """Return whether an address of a service may be asked here."""
    return is_safe_address(adres, loopback=not settings.HTTPS)


def ask_json(adres: str, *, bearer: str = "") -> dict[str, object]:
    """Return the object at an address of a service; raises Geweigerd."""
    extra = {"Authorization": f"Bearer {bearer}"} if bearer else {}
    status, body = _ask("GET", adres, headers=extra)
    if status != httpx.codes.OK:
        raise Geweigerd(Weigering.ONBEREIKBAAR)
    return as_object(body)


def post_form(
    adres: str, form: Mapping[str, str], auth: tuple[str, str] | None
) -> tuple[int, bytes]:
    """Return the status and the body that a service gives to a form; raises Geweigerd."""
    return _ask("POST", adres, data=form, auth=auth)


def as_object(body: bytes) -> dict[str, object]:
    """Return a JSON object; raises Geweigerd for anything else."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        raise Geweigerd(Weigering.GEEN_JSON) from None
    if not isinstance(found, dict):
        raise Geweigerd(Weigering.GEEN_JSON)
    return found


def _ask(
    method: str,
    adres: str,
    *,
    headers: Mapping[str, str] | None = None,
    data: Mapping[str, str] | None = None,
    auth: tuple[str, str] | None = None,
) -> tuple[int, bytes]:
    if not is_safe(adres):
        raise Geweigerd(Weigering.ONVEILIG_ADRES)
    until = time.monotonic() + SECONDS
    try:
        with (
            httpx.Client(timeout=SECONDS, follow_redirects=False) as client,
            client.stream(
                method, adres, headers={**HEADERS, **(headers or {})}, data=data, auth=auth
            ) as answer,
        ):
            if answer.is_redirect:
                raise Geweigerd(Weigering.DOORVERWEZEN)
            return answer.status_code, _read(answer, until)
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError):
        raise Geweigerd(Weigering.ONBEREIKBAAR) from None


def _read(answer: httpx.Response, until: float) -> bytes:
    """Return the body, unless it is too large or comes too slowly."""
    body = bytearray()
    for part in answer.iter_raw():
        body += part
        if len(body) > LARGEST:
            raise Geweigerd(Weigering.TE_GROOT)
        if time.monotonic() > until:
            raise Geweigerd(Weigering.ONBEREIKBAAR)
    return bytes(body)
