"""The addresses of bestand."""

from openlea.web.route import Route

ROUTES: tuple[Route, ...] = ()
