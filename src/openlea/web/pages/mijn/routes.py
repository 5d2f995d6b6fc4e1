"""The addresses of what is asked of you, and of your own actions."""

from openlea.policy.rechten import Noun
from openlea.web.pages.mijn.views import antwoord, doorgeven, mijn
from openlea.web.route import WIJZIGEN, Route, recht

ROUTES: tuple[Route, ...] = (
    Route(path="mijn/", name="mijn", view=mijn, get=recht(Noun.VERZOEK)),
    Route(
        path="mijn/antwoord/",
        name="mijn_antwoord",
        view=antwoord,
        post=recht(Noun.VERZOEK, WIJZIGEN),
    ),
    Route(
        path="mijn/doorgeven/",
        name="mijn_doorgeven",
        view=doorgeven,
        post=recht(Noun.VERZOEK, WIJZIGEN),
    ),
)
