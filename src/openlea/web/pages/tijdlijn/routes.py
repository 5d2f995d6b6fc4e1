"""The addresses of tijdlijn."""

from openlea.web.route import Route

ROUTES: tuple[Route, ...] = ()
