"""The addresses of geschiedenis."""

from openlea.web.route import Route

ROUTES: tuple[Route, ...] = ()
