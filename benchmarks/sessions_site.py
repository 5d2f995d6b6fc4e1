"""The site, and beside it at /leeg/ an empty page of Django as `startproject` makes it.

Both live in one process and share its threads, so that both feel the same machine.
"""

import os
from collections.abc import Callable, Iterable
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "openlea.settings")

from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse
from django.test.utils import override_settings
from django.urls import path

from openlea.web.wsgi import application as site

EMPTY = "/leeg/"
STARTPROJECT = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "benchmarks.sessions_site.with_own_urls",
]
Answer = Callable[[HttpRequest], HttpResponse]


def with_own_urls(ask: Answer) -> Answer:
    """Return the way to an answer of this file, not of the site."""

    def answer(request: HttpRequest) -> HttpResponse:
        request.urlconf = __name__
        return ask(request)

    return answer


def empty(_: HttpRequest) -> HttpResponse:
    """Return a page with nothing on it."""
    return HttpResponse("<!doctype html><title>Leeg</title>")


urlpatterns = [path(EMPTY.strip("/") + "/", empty)]
with override_settings(MIDDLEWARE=STARTPROJECT):
    _bare = WSGIHandler()


def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """Answer as the site does, but for the empty page."""
    chosen = _bare if environ.get("PATH_INFO") == EMPTY else site
    return chosen(environ, start_response)
