"""The addresses of matrix."""

from openlea.web.route import Route

ROUTES: tuple[Route, ...] = ()
