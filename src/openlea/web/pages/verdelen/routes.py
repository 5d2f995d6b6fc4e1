"""The addresses of dividing a budget over schools."""

from openlea.web.route import Route

ROUTES: tuple[Route, ...] = ()
