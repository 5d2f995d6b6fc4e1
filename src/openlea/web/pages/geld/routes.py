"""The addresses of geld."""

from openlea.web.route import Route

ROUTES: tuple[Route, ...] = ()
