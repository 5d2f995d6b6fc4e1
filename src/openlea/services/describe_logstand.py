"""Whether one chain of the log holds, for a page; looked at anew once a minute at most."""

from django.core.cache import cache

from openlea.services.verify_log import Logoordeel, verify_log

SECONDS = 60
MOST_LINES = 20_000
"""More lines than this are checked by the command, not while somebody waits for a page."""


def describe_logstand(keten: str, count: int) -> Logoordeel | None:
    """Return what the last check of this chain found, or None when it is too long for a page."""
    if count > MOST_LINES:
        return None
    key = f"logstand_{keten}"
    found: Logoordeel | None = cache.get(key)
    if found is None:
        found = verify_log(keten)
        cache.set(key, found, SECONDS)
    return found
