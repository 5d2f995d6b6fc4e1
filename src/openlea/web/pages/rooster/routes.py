"""The addresses of rooster."""

from openlea.web.route import Route

ROUTES: tuple[Route, ...] = ()
