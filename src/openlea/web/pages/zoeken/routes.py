"""The addresses of zoeken."""

from openlea.web.route import Route

ROUTES: tuple[Route, ...] = ()
