"""The page for what somebody may not do: says so, and what can be done now."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  # named by Django
    """Return the refusal as a page."""
    return render(request, "fouten/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  # named by Django
    """Return the same page for what does not exist and for what is not yours."""
    return render(request, "fouten/404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """Return the page for a fault of ours."""
    return render(request, "fouten/500.html", status=500)
