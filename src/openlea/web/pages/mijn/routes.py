"""The addresses of mijn."""

from openlea.web.route import Route

ROUTES: tuple[Route, ...] = ()
