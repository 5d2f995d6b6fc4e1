"""The addresses of what came of a round: outcome, check, letters and trials."""

from openlea.web.route import Route

ROUTES: tuple[Route, ...] = ()
