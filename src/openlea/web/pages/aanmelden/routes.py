"""The addresses of how children apply at schools."""

from openlea.web.route import Route

ROUTES: tuple[Route, ...] = ()
