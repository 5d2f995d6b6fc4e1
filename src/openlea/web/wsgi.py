"""The door for a web server; what breaks outside the site itself is told without its message."""

import logging
import os
from collections.abc import Iterable
from typing import Any

from django.core.wsgi import get_wsgi_application

from openlea.web.logvorm import tell_faults

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "openlea.settings")
_site = get_wsgi_application()
tell_faults()
# The models it reaches are there only after the site woke up.
from openlea.services.backup.begonnen import mark_file  # noqa: E402

LOG = logging.getLogger("openlea.web")
LIVE = "/gezond/levend"
HEADERS = [("Content-Type", "text/plain; charset=utf-8"), ("Cache-Control", "no-store")]


def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """Answer as the site does; a fault that even its last page can't tell becomes a short text.

    As long as a backup is half restored here, nobody sees the half.
    """
    if mark_file().exists() and environ.get("PATH_INFO") != LIVE:
        start_response("503 Service Unavailable", [*HEADERS, ("Retry-After", "60")])
        return [b"Hier wordt een back-up teruggezet. Probeer het over een paar minuten opnieuw.\n"]
    try:
        return _site(environ, start_response)
    except Exception:  # the server would write its message, with what was in it, to the log
        LOG.exception("the site could not answer")
        start_response("500 Internal Server Error", HEADERS)
        return [b"Er ging iets mis bij ons.\n"]
