"""The addresses of rounds in which children get a place."""

from openlea.web.route import Route

ROUTES: tuple[Route, ...] = ()
