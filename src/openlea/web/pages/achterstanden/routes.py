"""The addresses of who spends what on achterstanden."""

from openlea.web.route import Route

ROUTES: tuple[Route, ...] = ()
