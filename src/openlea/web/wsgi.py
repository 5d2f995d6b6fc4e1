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
LOG = logging.getLogger("openlea.web")
HEADERS = [("Content-Type", "text/plain; charset=utf-8"), ("Cache-Control", "no-store")]


def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """Answer as the site does; a fault that even its last page can't tell becomes a short text."""
    try:
        return _site(environ, start_response)
    except Exception:  # the server would write its message, with what was in it, to the log
        LOG.exception("the site could not answer")
        start_response("500 Internal Server Error", HEADERS)
        return [b"Er ging iets mis bij ons.\n"]
