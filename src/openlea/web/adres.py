"""From which address a request comes, as far as this site can know."""

from django.conf import settings
from django.http import HttpRequest


def address_of(request: HttpRequest) -> str:
    """Return the address that asks; behind a proxy the one that the nearest proxy saw.

    Only a site behind https stands behind a proxy that writes X-Forwarded-For; what a visitor
    writes in it stands before what the proxy adds, so only the last part counts.
    """
    passed = request.headers.get("X-Forwarded-For", "") if settings.HTTPS else ""
    return passed.rpartition(",")[2].strip() or str(request.META.get("REMOTE_ADDR", ""))
