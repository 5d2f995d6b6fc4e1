"""The addresses of netwerk."""

from openlea.web.route import Route

ROUTES: tuple[Route, ...] = ()
