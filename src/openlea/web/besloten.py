"""Keeps an address that is a key out of every other site, and out of search engines."""

from django.http import HttpResponse


def keep_secret(answer: HttpResponse) -> HttpResponse:
    """Return the answer; the browser tells its address to no other site."""
    answer["Referrer-Policy"] = "no-referrer"
    answer["X-Robots-Tag"] = "noindex"
    return answer
