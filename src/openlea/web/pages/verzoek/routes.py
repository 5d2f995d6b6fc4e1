"""The addresses of verzoek."""

from openlea.web.route import Route

ROUTES: tuple[Route, ...] = ()
