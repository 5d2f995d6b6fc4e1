"""Every page is for who asked it: no proxy keeps it, and no log tells the key of a link."""

import logging
import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

Answer = Callable[[HttpRequest], HttpResponse]
NOTHING = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


def keep_private(ask: Answer) -> Answer:
    """Return the way to an answer, with the headers that keep it with who asked.

    A browser asks again before it shows a page once more, so that nothing is read after signing
    out; it may keep what was typed, so that going back loses no text.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        found = ask(request)
        if not found.has_header("Cache-Control"):
            patch_cache_control(found, private=True, no_cache=True)
        found.setdefault("Permissions-Policy", NOTHING)
        return found

    return answer


class WithoutKeys(logging.Filter):
    """Takes out of a line of the log what opens a link: whoever reads the log may not follow it."""

    KEYS = re.compile(r"/(v|wachtwoord|kalender|gast|r)/[^\s?]+")

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every line through, without its keys."""
        record.msg = self.KEYS.sub(r"/\1/…/", record.getMessage())
        record.args = ()
        return True
