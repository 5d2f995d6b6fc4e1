"""How many questions one asker may put in a minute: per key, and without a key per address."""

import time
from hashlib import sha256

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

MINUUT = 60


def wait_for(request: HttpRequest, wie: str = "") -> int:
    """Return how many seconds this asker has to wait, 0 when it may ask now.

    `wie` tells askers apart when neither a key nor an address does.
    """
    if settings.API_TEMPO <= 0:
        return 0
    now = int(time.time())
    slot = f"api-tempo:{_mark(wie) if wie else _who(request)}:{now // MINUUT}"
    cache.add(slot, 0, MINUUT * 2)
    try:
        asked = cache.incr(slot)
    except ValueError:  # it was cleared in between
        return 0
    return MINUUT - now % MINUUT if asked > settings.API_TEMPO else 0


def _who(request: HttpRequest) -> str:
    """Return a mark of who asks; behind a proxy the address is the one that the proxy saw."""
    passed = request.headers.get("X-Forwarded-For", "") if settings.HTTPS else ""
    address = passed.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")
    asker = request.headers.get("Authorization") or address
    return _mark(asker)


def _mark(asker: str) -> str:
    return sha256(asker.encode()).hexdigest()
