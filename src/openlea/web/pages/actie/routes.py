"""The addresses of actie."""

from openlea.web.route import Route

ROUTES: tuple[Route, ...] = ()
