"""The addresses of overdragen."""

from openlea.web.route import Route

ROUTES: tuple[Route, ...] = ()
