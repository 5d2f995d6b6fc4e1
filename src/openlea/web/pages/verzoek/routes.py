"""The addresses of what is asked in a werkruimte."""

from openlea.policy.rechten import Noun
from openlea.web.pages.verzoek.views import link_intrekken, verzoeken
from openlea.web.route import WIJZIGEN, Route, recht

ROUTES: tuple[Route, ...] = (
    Route(path="verzoeken/", name="verzoeken", view=verzoeken, get=recht(Noun.VERZOEK)),
    Route(
        path="verzoeken/intrekken/",
        name="link_intrekken",
        view=link_intrekken,
        post=recht(Noun.VERZOEK, WIJZIGEN),
    ),
)
