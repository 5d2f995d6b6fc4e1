"""The addresses of mensen."""

from openlea.web.route import Route

ROUTES: tuple[Route, ...] = ()
