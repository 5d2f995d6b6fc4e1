"""The addresses of bekijken."""

from openlea.web.route import Route

ROUTES: tuple[Route, ...] = ()
