"""Whether who asks stands beside the site: on this machine, or with the key of who watches it."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare

LOOPBACK = frozenset({"127.0.0.1", "::1"})
FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP")


def is_near(request: HttpRequest) -> bool:
    """Return whether details may be told: they are of the installation, not of any person.

    Behind a proxy (OPENLEA_HTTPS) everybody seems to be on this machine, so there only the key
    counts.
    """
    return _has_key(request) or _is_here(request)


def _has_key(request: HttpRequest) -> bool:
    scheme, _, given = request.headers.get("Authorization", "").partition(" ")
    key = settings.METRICS_SLEUTEL
    return bool(key) and scheme.lower() == "bearer" and constant_time_compare(given, key)


def _is_here(request: HttpRequest) -> bool:
    passed_on = any(name in request.headers for name in FORWARDED)
    here = request.META.get("REMOTE_ADDR") in LOOPBACK
    return here and not passed_on and not settings.HTTPS
